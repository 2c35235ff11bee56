// swift-tools-version:6.2
import PackageDescription

// Warnings are errors where CI builds, so that a newer compiler's first warning does not stop a user.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "annals",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "annals", targets: ["annals"]),
    .library(name: "Chronology", targets: ["Chronology"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .target(name: "Chronology", swiftSettings: strict),
    .target(name: "CVocabulary", exclude: ["Words"]),
    .target(
      name: "Statements", dependencies: ["Chronology", "CVocabulary"], swiftSettings: strict),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(
      name: "Reading", dependencies: ["Statements", "Chronology", "CXML2", "CZip", "CMarkdown"],
      swiftSettings: strict),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(
      name: "Keeping",
      dependencies: [
        "Statements", "Chronology", "COpenSSL", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "Publishing", dependencies: ["Statements", "Chronology"], swiftSettings: strict),
    .target(name: "CConfinement"),
    .target(name: "CPublicFiles", exclude: ["Files"]),
    .target(
      name: "Serving",
      dependencies: [
        "Reading", "Keeping", "Publishing", "Statements", "Chronology", "CPublicFiles",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "annals",
      dependencies: [
        "CConfinement", "Reading", "Keeping", "Publishing", "Serving", "Statements", "Chronology",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    // Makes files of foreign formats, sound and broken ones.
    .target(name: "Specimens", path: "Tests/Specimens", swiftSettings: strict),
    .testTarget(
      name: "ChronologyTests", dependencies: ["Chronology"], exclude: ["Tables"],
      swiftSettings: strict),
    .testTarget(
      name: "StatementsTests", dependencies: ["Statements", "Chronology"], swiftSettings: strict),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "Statements", "Chronology", "Specimens"],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "KeepingTests",
      dependencies: [
        "Keeping", "Statements", "Chronology", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Registers"], swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Publishing", "Statements", "Chronology", "Specimens"],
      exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "ServingTests",
      dependencies: [
        "Serving", "Reading", "Keeping", "Publishing", "Statements", "Chronology", "Specimens",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "AnnalsTests", dependencies: ["annals", "Specimens"], exclude: ["Samples"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x  // #embed
)

// Benchmarks and fuzzing need what neither users nor tests do, so they are declared only where
// `make` asks for them. See Benchmarks/README.md and Fuzzing/README.md.
switch Context.environment["ANNALS_MEASURES"] {
case "benchmarks":
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets += [
    benchmarks(of: "Chronology", dependencies: ["Chronology"], exclude: ["Data", "Peers"]),
    benchmarks(
      of: "Tagging", dependencies: ["Reading", "Statements", "Chronology"], exclude: ["compare"]),
    benchmarks(of: "Reading", dependencies: ["Reading", "Statements", "Chronology"]),
    // Percentiles over questions are its own: the package above repeats one thing many times.
    .executableTarget(
      name: "KeepingBenchmarks",
      dependencies: [
        "Keeping", "Statements", "Chronology", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Benchmarks/Keeping", exclude: ["compare", "Peers"], swiftSettings: strict),
    // What an answer of the server's library costs before anything is done for it.
    .executableTarget(
      name: "ServingHello",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Benchmarks/Serving", exclude: ["compare", "load.py", "paint", "paint.py"],
      swiftSettings: strict),
  ]
case "fuzzing":
  package.targets += [
    fuzzer(of: "Chronology", dependencies: ["Chronology"]),
    fuzzer(of: "Tagging", dependencies: ["Reading", "Statements", "Chronology"]),
    fuzzer(of: "Reading", dependencies: ["Reading", "Statements", "Specimens"]),
    fuzzer(of: "Phrases", dependencies: ["Chronology", "Statements"]),
  ]
default: break
}

/// The benchmarks of a room, `Benchmarks/<room>`.
func benchmarks(
  of room: String, dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .executableTarget(
    name: "\(room)Benchmarks",
    dependencies: dependencies + [.product(name: "Benchmark", package: "benchmark")],
    path: "Benchmarks/\(room)", exclude: exclude, swiftSettings: strict,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

/// The fuzzer of a room, `Fuzzing/<room>`; its `main` is libFuzzer's.
func fuzzer(of room: String, dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "\(room)Fuzzer", dependencies: dependencies, path: "Fuzzing/\(room)",
    exclude: ["seeds.txt", "tokens.dict"], swiftSettings: strict)
}
