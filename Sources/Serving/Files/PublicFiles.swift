internal import CPublicFiles
internal import Keeping
internal import Publishing

/// The style sheet, script and icon of the pages, compiled into the program.
struct PublicFiles: Sendable {
  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
    /// SHA-256 of the bytes, in hexadecimal: it stands in the address, so that a copy may be kept
    /// for good.
    let digest: String
  }

  let files: [String: File]
  /// A name for all files as they are, which changes when one does.
  let digest: String

  init() {
    var files: [String: File] = [:]
    for index in 0..<annals_file_count() {
      let file = unsafe annals_file(index)
      let name = unsafe String(cString: file.name)
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      let ending = name.split(separator: ".").last.map(String.init) ?? ""
      files[name] = File(
        bytes: bytes, type: PublicFiles.types[ending] ?? "application/octet-stream",
        digest: Digest.sha256(bytes) ?? "0")
    }
    self.files = files
    let all = files.sorted { $0.key < $1.key }.map(\.value.digest).joined()
    digest = String((Digest.sha256(Array(all.utf8)) ?? "0").prefix(12))
  }

  private static let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
  ]

  /// The address of a file as it is now.
  func link(_ name: String) -> Link {
    Link(["files", name], query: [("v", String((files[name]?.digest ?? "").prefix(12)))])
  }

  var references: PageFrame.Files {
    PageFrame.Files(
      style: link("annals.css"), script: link("annals.js"), icon: link("annals.svg"),
      review: link("review.js"))
  }
}
