import Foundation

/// The package that these tests belong to, as files.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program as it was built with these tests; it lies beside their bundle, which on macOS is a
  /// folder of folders.
  static func program() throws -> URL {
    var folder = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let program = folder.appending(path: "annals")
      let values = try? program.resourceValues(forKeys: [.isRegularFileKey])
      if values?.isRegularFile == true { return program }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// The text of a file by its path from the root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The files below folders of the package whose names end in one of `endings`, in path order.
  static func files(
    below folders: [String], endings: Set<String>
  ) throws -> [House.File] {
    try folders.flatMap { folder in
      let below = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: below.path)?.compactMap { $0 as? String }
      return try (names ?? []).sorted()
        .filter { name in
          let url = below.appending(path: name)
          let isFile = try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
          return isFile == true && endings.contains(url.pathExtension)
        }
        .map { name in
          House.File(path: "\(folder)/\(name)", text: try text("\(folder)/\(name)"))
        }
    }
  }
}
