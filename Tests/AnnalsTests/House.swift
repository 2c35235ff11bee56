import Foundation

/// The rooms of the house and what each may import: the drawing of DESIGN.md as a table.
///
/// The checks are functions from texts to findings, so that each can be shown to fail.
struct House {
  /// What a room may import besides the standard library.
  struct Room {
    var rooms: Set<String> = []
    /// Modules of third-party packages and system libraries that no other room imports.
    var outside: Set<String> = []
    /// Who in it may use files, processes and locales.
    var platform = Platform.nobody
  }

  /// Who in a room may import Foundation and the like.
  enum Platform {
    case nobody, everybody
    /// Files named one by one, so that an exception stays one.
    case only(Set<String>)

    func includes(_ path: String) -> Bool {
      switch self {
      case .nobody: false
      case .everybody: true
      case .only(let paths): paths.contains(path)
      }
    }
  }

  /// A file with its path from the package's root.
  struct File {
    let path: String
    let text: String
  }

  /// What is wrong, and where: `Sources/Reading/Reader.swift:3: Reading must not import Keeping`.
  struct Finding: Hashable, CustomStringConvertible {
    let path: String
    /// From 1; 0 where the finding is about the whole file.
    let line: Int
    let reason: String

    var description: String { "\(path)\(line > 0 ? ":\(line)" : ""): \(reason)" }
  }

  static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
  ]

  let rooms: [String: Room]

  static let annals = House(rooms: [
    "Chronology": Room(),
    "CVocabulary": Room(),
    "COpenSSL": Room(),
    "CConfinement": Room(),
    "CXML2": Room(),
    "CZip": Room(),
    "CMarkdown": Room(),
    // Not of the house: it makes files for the tests.
    "Specimens": Room(),
    "Statements": Room(
      rooms: ["Chronology", "CVocabulary"],
      // The standard library does not offer Unicode's compatibility decomposition.
      platform: .only(["Sources/Statements/Asking/Folding.swift"])),
    "Reading": Room(rooms: ["Chronology", "Statements", "CXML2", "CZip", "CMarkdown"]),
    "Keeping": Room(
      rooms: ["Chronology", "Statements", "COpenSSL"], outside: ["GRDB"], platform: .everybody),
    "Publishing": Room(rooms: ["Chronology", "Statements"]),
    "CPublicFiles": Room(),
    "Serving": Room(
      rooms: ["Chronology", "Statements", "Reading", "Keeping", "Publishing", "CPublicFiles"],
      outside: [
        "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "Logging", "ServiceLifecycle",
        "UnixSignals",
      ],
      platform: .everybody),
    "annals": Room(
      rooms: [
        "Chronology", "Statements", "Reading", "Keeping", "Publishing", "Serving", "CConfinement",
      ],
      outside: ["ArgumentParser", "TOMLKit"], platform: .everybody),
  ])

  /// Whether a room may import another room, or a package, wherever in it.
  func allows(_ room: String, toImport module: String) -> Bool {
    guard let room = rooms[room] else { return false }
    return room.rooms.contains(module) || room.outside.contains(module)
  }
}

extension House {
  /// The modules that a Swift source imports, each with its line (from 1).
  ///
  /// Read line by line: an `import` inside a string of several lines is reported too, which is loud
  /// and harmless.
  static func imports(in source: String) -> [(module: String, line: Int)] {
    let statement =
      #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?`?(\w+)/#
    return source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
      index, line in
      line.split(separator: ";").compactMap { part in
        part.firstMatch(of: statement).map { (String($0.output.1), index + 1) }
      }
    }
  }

  /// The imports that turn an arrow round, bring a package into a second room, or are not declared
  /// in the manifest.
  func wrongImports(in files: [File], declared: [String: Set<String>]) -> [Finding] {
    files.flatMap { file -> [Finding] in
      guard let room = House.room(of: file.path) else { return [] }
      guard let platform = rooms[room]?.platform else {
        return [Finding(path: file.path, line: 0, reason: "\(room) is no room of the house")]
      }
      return House.imports(in: file.text).compactMap { module, line in
        if House.platform.contains(module) && platform.includes(file.path) { return nil }
        if !allows(room, toImport: module) {
          return Finding(
            path: file.path, line: line, reason: "\(room) must not import \(module)")
        }
        if declared[room, default: []].contains(module) { return nil }
        return Finding(
          path: file.path, line: line,
          reason: "\(room) imports \(module), which Package.swift does not declare for it")
      }
    }
  }

  /// `Reading` for `Sources/Reading/Text/Lines.swift`; nil outside `Sources`.
  private static func room(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }
}

extension House {
  /// The targets that a manifest declares, each with the modules it depends on. Tests, benchmarks
  /// and fuzzers are no part of the house.
  ///
  /// Read from the text: asking the package manager from within its own test run waits for ever on
  /// its lock.
  static func targets(in manifest: String) -> [String: Set<String>] {
    var targets: [String: Set<String>] = [:]
    for call in manifest.matches(of: #/\.(?:target|executableTarget|systemLibrary)\(/#) {
      let body = manifest[call.range.upperBound...].upToClosing("(", ")")
      if body.contains(#/path:\s*"(?:Benchmarks|Fuzzing)\//#) { continue }
      guard let name = body.firstMatch(of: #/name:\s*"(\w+)"/#)?.output.1 else { continue }
      var modules: Set<String> = []
      if let list = body.firstMatch(of: #/dependencies:\s*\[/#) {
        let entries = body[list.range.upperBound...].upToClosing("[", "]")
          .replacing(#/package:\s*"[^"]*"/#, with: "")
        modules = Set(entries.matches(of: #/"([^"]+)"/#).map { String($0.output.1) })
      }
      targets[String(name), default: []].formUnion(modules)
    }
    return targets
  }

  /// The dependencies of a manifest that the house does not allow, and the rooms it lacks or adds.
  func wrongTargets(in manifest: String) -> [Finding] {
    func finding(_ reason: String) -> Finding {
      Finding(path: "Package.swift", line: 0, reason: reason)
    }
    let targets = House.targets(in: manifest)
    let unknown = targets.keys.filter { rooms[$0] == nil }.sorted()
      .map { finding("\($0) is no room of the house") }
    let missing = rooms.keys.filter { targets[$0] == nil }.sorted()
      .map { finding("the room \($0) is not declared") }
    let wrong = targets.sorted { $0.key < $1.key }.flatMap { target, modules in
      modules.sorted().filter { rooms[target] != nil && !allows(target, toImport: $0) }
        .map { finding("\(target) must not depend on \($0)") }
    }
    return unknown + missing + wrong
  }

  /// The rooms from which arrows lead back to themselves.
  var circles: [String] {
    rooms.keys.sorted().filter { start in
      var ahead = rooms[start]?.rooms ?? []
      var seen: Set<String> = []
      while let next = ahead.popFirst() {
        if seen.insert(next).inserted { ahead.formUnion(rooms[next]?.rooms ?? []) }
      }
      return seen.contains(start)
    }
  }
}

extension House {
  /// Sources too long for one subject.
  static func longFiles(in files: [File], limit: Int = 400) -> [Finding] {
    files.compactMap { file in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      guard lines > limit else { return nil }
      return Finding(path: file.path, line: 0, reason: "\(lines) lines, more than \(limit)")
    }
  }

  /// Paths that exist on one machine only. The names are spelt apart from their slashes so that this
  /// file does not find itself.
  static func machinePaths(in files: [File]) -> [Finding] {
    let roots = ["home", "Users", "root", "work", "opt", "mnt"].map { "/\($0)/" }
    return files.flatMap { file in
      file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
        index, line in
        guard let root = roots.first(where: { line.hasPath(under: $0) }) else { return nil }
        return Finding(path: file.path, line: index + 1, reason: "a path under \(root)")
      }
    }
  }

  /// Word lists that lie in the folder and are not compiled in.
  static func unregisteredLists(_ names: [String], in source: String) -> [Finding] {
    names.compactMap { name in
      guard
        !source.contains("#embed \"Words/\(name).tsv\"") || !source.contains("ENTRY(\"\(name)\",")
      else { return nil }
      return Finding(
        path: "Sources/CVocabulary/Words/\(name).tsv", line: 0,
        reason: "vocabulary.c does not compile it in")
    }
  }
}

extension Substring {
  /// What stands before the bracket that closes one opened just before.
  fileprivate func upToClosing(_ open: Character, _ close: Character) -> Substring {
    var depth = 1
    for index in indices {
      if self[index] == open { depth += 1 }
      if self[index] == close { depth -= 1 }
      if depth == 0 { return self[..<index] }
    }
    return self
  }

  /// Whether a path under a root begins here, not within a longer path or an address.
  fileprivate func hasPath(under root: String) -> Bool {
    ranges(of: root).contains { range in
      guard range.lowerBound > startIndex else { return true }
      let before = self[index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber && !"./~-_})".contains(before)
    }
  }
}
