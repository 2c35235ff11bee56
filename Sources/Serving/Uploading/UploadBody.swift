internal import HTTPTypes

/// The fields and files of an upload.
struct UploadBody: Sendable {
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  let pairs: [Target.Pair]
  let files: [File]

  /// How many bytes a field has at most that is no file.
  private static let longestField = 1 << 16
  /// Fields that may come as a file as well.
  private static let textFiles: Set = ["map"]

  /// - Throws: `Problem` (400, 415) where it is no form with files.
  init(_ bytes: [UInt8], type: String?) throws(Problem) {
    guard let boundary = Multipart.boundary(type) else {
      throw Problem(
        .unsupportedMediaType, "Files come as multipart/form-data: a form, or curl -F file=@NAME.",
        headers: [.acceptPost: "multipart/form-data"])
    }
    var pairs: [Target.Pair] = []
    var files: [File] = []
    for part in try Multipart(bytes, boundary: boundary).parts {
      // As a file that was not chosen, such a field is not there; as a text, it may be empty.
      let isText = part.fileName == nil || UploadBody.textFiles.contains(part.name)
      if isText {
        if part.fileName?.isEmpty == true, part.bytes.isEmpty { continue }
        guard part.name != "file" else {
          throw .badParameter("file", "“file” comes with the name of a file: curl -F file=@NAME.")
        }
        guard part.bytes.count <= UploadBody.longestField,
          let value = String(validating: bytes[part.bytes], as: UTF8.self),
          !value.utf8.contains(0)
        else { throw .badParameter(part.name, "“\(part.name.prefix(80))” is no short text.") }
        pairs.append(Target.Pair(name: part.name, value: value))
        continue
      }
      guard let fileName = part.fileName, part.name == "file" else {
        throw .badParameter(part.name, "Files come in the field “file”.")
      }
      // What a browser sends where nothing was chosen.
      if fileName.isEmpty, part.bytes.isEmpty { continue }
      guard let name = Upload.name(fileName) else {
        throw .badParameter("file", "A file has no name that can be shown.")
      }
      files.append(File(name: name, bytes: Array(bytes[part.bytes])))
    }
    self.pairs = pairs
    self.files = files
  }
}
