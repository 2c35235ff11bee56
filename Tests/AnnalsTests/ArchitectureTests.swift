import Foundation
import Testing

@Suite struct `The house` {
  let house = House.annals

  @Test func `imports only what its drawing allows`() throws {
    let sources = try Checkout.files(below: ["Sources"], endings: ["swift"])
    try #require(sources.count > 5)
    let declared = House.targets(in: try Checkout.text("Package.swift"))
    #expect(house.wrongImports(in: sources, declared: declared) == [])
  }

  @Test func `declares only what its drawing allows`() throws {
    #expect(house.wrongTargets(in: try Checkout.text("Package.swift")) == [])
  }

  @Test func `has no circle, and no package in two rooms`() {
    #expect(house.circles == [])
    let outside = house.rooms.values.flatMap(\.outside)
    #expect(outside.count == Set(outside).count)
  }

  @Test func `keeps its sources short`() throws {
    let sources = try Checkout.files(below: ["Sources"], endings: ["swift", "c", "h"])
    #expect(House.longFiles(in: sources) == [])
  }

  @Test func `names no path of one machine`() throws {
    let files = try Checkout.files(
      below: ["Sources", "Tests", "Dossiers", "Scripts", "Benchmarks", "Fuzzing", "docs"],
      endings: ["swift", "c", "h", "tsv", "txt", "md", "svg", "json", "sh", "py", "dict", ""])
    let top = try [
      "Package.swift", "Makefile", ".ci/run", "README.md", "DESIGN.md", "CONTRIBUTING.md",
      "CHANGELOG.md",
    ].map { House.File(path: $0, text: try Checkout.text($0)) }
    #expect(House.machinePaths(in: files + top) == [])
  }

  @Test func `compiles every word list in`() throws {
    let lists = try Checkout.files(below: ["Sources/CVocabulary/Words"], endings: ["tsv"])
      .map { URL(filePath: $0.path).deletingPathExtension().lastPathComponent }
    try #require(!lists.isEmpty)
    let source = try Checkout.text("Sources/CVocabulary/vocabulary.c")
    #expect(House.unregisteredLists(lists, in: source) == [])
  }
}

/// Each check on input that breaks its rule: a check that cannot fail guards nothing.
@Suite struct `A check of the house` {
  let declared: [String: Set<String>] = [
    "Reading": ["Statements", "Chronology"], "Publishing": ["Statements"],
  ]

  func reasons(_ path: String, _ source: String) -> [String] {
    let file = House.File(path: path, text: source)
    return House.annals.wrongImports(in: [file], declared: declared).map(\.description)
  }

  @Test(arguments: [
    "import Keeping", "package import Keeping", "@testable import Keeping",
    "@_spi(Rows) internal import Keeping", "import struct Keeping.Register",
    "public import func Keeping.open", "  import Keeping // for the register",
    "import Statements; import Keeping", "import `Keeping`",
  ])
  func `finds an arrow turned round, however it is written`(line: String) {
    let found = reasons("Sources/Reading/Text/Lines.swift", "import Statements\n\n\(line)\n")
    #expect(found == ["Sources/Reading/Text/Lines.swift:3: Reading must not import Keeping"])
  }

  @Test(arguments: [
    ("Statements", "Reading"), ("Chronology", "Foundation"), ("Publishing", "Foundation"),
    ("Statements", "Foundation"),
    ("Publishing", "GRDB"), ("annals", "GRDB"), ("Keeping", "ArgumentParser"),
    ("Publishing", "Reading"), ("Reading", "CVocabulary"), ("Keeping", "annals"),
  ])
  func `keeps a module out of a room`(room: String, module: String) {
    let found = reasons("Sources/\(room)/A.swift", "import \(module)")
    #expect(found == ["Sources/\(room)/A.swift:1: \(room) must not import \(module)"])
  }

  @Test func `lets one named file use Foundation where its room may not`() {
    let house = House(rooms: ["Reading": .init(platform: .only(["Sources/Reading/Fold.swift"]))])
    let files = ["Fold", "Tidy"].map {
      House.File(path: "Sources/Reading/\($0).swift", text: "import Foundation")
    }
    #expect(
      house.wrongImports(in: files, declared: [:]).map(\.path) == ["Sources/Reading/Tidy.swift"])
  }

  @Test func `wants an allowed import to be declared`() {
    let found = reasons("Sources/Publishing/A.swift", "import Statements\nimport Chronology")
    #expect(
      found == [
        "Sources/Publishing/A.swift:2: Publishing imports Chronology, "
          + "which Package.swift does not declare for it"
      ])
  }

  @Test func `wants a new room to be drawn first`() {
    #expect(
      reasons("Sources/Sailing/A.swift", "")
        == ["Sources/Sailing/A.swift: Sailing is no room of the house"])
  }

  @Test func `takes words about an import for what they are`() {
    #expect(reasons("Sources/Reading/A.swift", "/// import Keeping\nlet important = 1").isEmpty)
  }

  @Test func `reads the targets of a manifest`() {
    let targets = House.targets(
      in: """
        .product(name: "X", targets: ["Y"]),
        .target(name: "Chronology", swiftSettings: strict),
        .target(
          name: "Keeping",
          dependencies: ["Statements", .product(name: "GRDB", package: "GRDB.swift")],
          exclude: ["Words"]),
        .testTarget(name: "KeepingTests", dependencies: ["annals"]),
        .executableTarget(name: "Tagging", dependencies: ["annals"], path: "Benchmarks/Tagging"),
        """)
    #expect(targets == ["Chronology": [], "Keeping": ["Statements", "GRDB"]])
  }

  @Test func `finds a manifest that turns an arrow round, adds a room or drops one`() {
    let house = House(rooms: [
      "Chronology": .init(), "Statements": .init(rooms: ["Chronology"]), "Reading": .init(),
    ])
    let found = house.wrongTargets(
      in: """
        .target(name: "Chronology", dependencies: ["Statements"]),
        .target(name: "Statements", dependencies: ["Chronology"]),
        .executableTarget(name: "serve"),
        """)
    #expect(
      found.map(\.reason) == [
        "serve is no room of the house", "the room Reading is not declared",
        "Chronology must not depend on Statements",
      ])
  }

  @Test func `finds a circle`() {
    let house = House(rooms: [
      "A": .init(rooms: ["B"]), "B": .init(rooms: ["C"]), "C": .init(rooms: ["B"]), "D": .init(),
    ])
    #expect(house.circles == ["B", "C"])
  }

  @Test func `finds a file of more than four hundred lines`() {
    func file(_ lines: Int) -> House.File {
      House.File(path: "Sources/A/B.swift", text: String(repeating: "let a = 1\n", count: lines))
    }
    #expect(House.longFiles(in: [file(400)]) == [])
    #expect(House.longFiles(in: [file(401)]).map(\.reason) == ["401 lines, more than 400"])
  }

  @Test(arguments: [
    ("let path = \"/\("home")/ada/annals\"", true), ("see /\("Users")/ada", true),
    ("/\("work")/annals", true), ("https://example.org/\("home")/page", false),
    ("../\("work")/annals", false), ("a mandate for /worked examples/", false),
  ])
  func `finds a path of one machine`(line: String, isFound: Bool) {
    let files = [House.File(path: "README.md", text: "first\n\(line)\n")]
    #expect(House.machinePaths(in: files).map(\.line) == (isFound ? [2] : []))
  }

  @Test func `finds a word list that is not compiled in`() {
    let source =
      "#embed \"Words/months.tsv\"\n#embed \"Words/units.tsv\"\nENTRY(\"months\", months),"
    #expect(
      House.unregisteredLists(["months", "units", "hedges"], in: source).map(\.path) == [
        "Sources/CVocabulary/Words/units.tsv", "Sources/CVocabulary/Words/hedges.tsv",
      ])
  }
}
