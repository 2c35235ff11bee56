import Foundation
import Reading

/// The files that the paths of a command line stand for.
struct InputFiles: Sendable {
  enum Input: Hashable, Sendable {
    case file(String)
    case standardInput
    /// A file that is in memory already, by its name.
    case given(String, [UInt8])
    /// A path that stands for nothing that can be read, and why.
    case unreadable(String, what: String, remedy: String)

    /// The path as the user wrote it, or that a folder led to.
    var path: String {
      switch self {
      case .file(let path), .unreadable(let path, _, _): path
      case .given(let name, _): name
      case .standardInput: "-"
      }
    }
  }

  /// In the order of the paths; inside a folder by name, each path once.
  private(set) var inputs: [Input] = []
  /// Files inside folders that are of no kind that can be read.
  private(set) var passedOver: [String] = []
  private var seen: Set<String> = []
  private let isReadable: @Sendable (String) -> Bool
  private let exclusions: Exclusions

  /// Walks the paths: a file stands for itself, a folder for the documents in it and below it,
  /// `-` for standard input. Hidden files and linked folders inside folders are left alone.
  ///
  /// - Parameters:
  ///   - exclusions: files and folders inside folders that are left out.
  ///   - isReadable: whether a file inside a folder is of a kind that can be read, by its path. A
  ///     file that is named itself is always taken.
  init(
    _ paths: [String], without exclusions: Exclusions = Exclusions([]),
    isReadable: @escaping @Sendable (String) -> Bool
  ) {
    self.isReadable = isReadable
    self.exclusions = exclusions
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    guard path != "-" else { return append(.standardInput) }
    switch FileKind(path) {
    case .file: append(.file(path))
    case .folder:
      let before = inputs.count
      let passedOverBefore = passedOver.count
      walk(path, inside: "")
      guard inputs.count == before else { return }
      let others = passedOver.count - passedOverBefore
      let what = others == 0 ? "no file in it" : "none of the \(others) files in it is a document"
      append(
        .unreadable(
          path, what: "a folder without documents: \(what)",
          remedy:
            "Name a folder that holds files ending in \(Format.endings.map { "." + $0 }.joined(separator: " "))."
        ))
    case .missing:
      append(
        .unreadable(
          path, what: "no such file or folder", remedy: "Check the path; spaces need quotes."))
    case .other:
      append(
        .unreadable(
          path, what: "neither a file nor a folder", remedy: "Name a file, a folder, or - alone."))
    }
  }

  private mutating func append(_ input: Input) {
    if seen.insert(input.path).inserted { inputs.append(input) }
  }

  /// - Parameter inside: the folder's path from the one that was named, with a `/` behind it.
  private mutating func walk(_ folder: String, inside: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return append(
        .unreadable(
          folder, what: "a folder that may not be opened", remedy: "Check its permissions."))
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let kind = FileKind(path)
      let isFolder = if case .folder = kind { true } else { false }
      if exclusions.contains(inside + name, isFolder: isFolder) { continue }
      switch kind {
      case .folder where !FileKind.isLink(path): walk(path, inside: inside + name + "/")
      case .file where isReadable(path): append(.file(path))
      case .file: passedOver.append(path)
      default: continue
      }
    }
  }
}

/// What stands at a path, links followed.
enum FileKind: Sendable {
  case file, folder, other, missing

  init(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
