import Chronology
import Keeping
import Reading
import Statements

/// From a file on the disk to what it says.
struct Intake: Sendable {
  /// The most that is read of one file, in bytes: more than any briefing has.
  static let limit = 64 << 20

  let reader: Reader
  let sourceDate: Day?

  /// What the document says.
  /// - Throws: `Failure` naming the file, the reason and the remedy.
  func propose(_ input: InputFiles.Input) throws(Failure) -> Proposals {
    let bytes: [UInt8]
    let format: Format?
    switch input {
    case .unreadable(let path, let what, let remedy):
      throw Failure(.inputFailed, "\(path): \(what)", remedy: remedy)
    case .standardInput:
      bytes = try FileBytes.readStandardInput(limit: Intake.limit)
      format = .plainText
    case .file(let path):
      format = Format(path: path)
      bytes = try FileBytes.read(path, limit: Intake.limit)
    }
    guard let id = Digest.sha256(bytes) else {
      throw Failure(.inputFailed, "\(input.name): its digest cannot be computed")
    }
    do {
      return try reader.read(
        bytes, as: format, id: DocumentID(rawValue: id),
        source: Source(location: input.name, asOf: sourceDate))
    } catch {
      throw Failure(.inputFailed, "\(input.name): \(error)")
    }
  }
}

extension InputFiles.Input {
  /// The path, or what standard input is called.
  var name: String { self == .standardInput ? "standard input" : path }
}
