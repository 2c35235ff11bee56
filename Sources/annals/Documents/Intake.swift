import Chronology
import Foundation
import Keeping
import Reading
import Statements

/// The way of one document from the disk into the register.
struct Intake: Sendable {
  /// The most that is read of one file, in bytes: more than any briefing has.
  static let limit = 64 << 20

  let reader: Reader
  let sourceDate: Day?
  let registerPath: String

  /// Reads and keeps one document. The register is made with the first document that can be read,
  /// so that a mistyped path leaves no empty register behind.
  ///
  /// - Throws: `RegisterError` where the register itself fails; what is wrong with the document is
  ///   in the verdict.
  func read(_ input: InputFiles.Input) async throws(RegisterError) -> Verdict {
    let proposals: Proposals
    do {
      proposals = try propose(input)
    } catch {
      return Verdict(path: input.path, failure: error)
    }
    do {
      let register = try await Register.openOrCreate(registerPath)
      let addition = try await register.add(proposals, recorded: Intake.now)
      try register.close()
      return Verdict(path: input.path, proposals: proposals, addition: addition)
    } catch  where error.reason == .refused {
      return Verdict(
        path: input.path,
        failure: Failure(.inputFailed, "\(input.path): the register refuses it: \(error.detail)"))
    }
  }

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

  /// The moment, in UTC, as the register records it.
  private static var now: String { Date().formatted(.iso8601) }
}

extension InputFiles.Input {
  /// The path, or what standard input is called.
  var name: String { self == .standardInput ? "standard input" : path }
}

/// What became of one input.
struct Verdict: Sendable {
  enum Kind: String, Sendable {
    /// New in the register.
    case read
    /// The register knew the document, but not all that was read now.
    case updated
    /// The register knew all of it.
    case known
    case failed
  }

  let path: String
  let kind: Kind
  let proposals: Proposals?
  let addition: Addition?
  let failure: Failure?

  init(path: String, proposals: Proposals, addition: Addition) {
    self.path = path
    self.proposals = proposals
    self.addition = addition
    failure = nil
    kind = addition.isNewDocument ? .read : addition.isNothing ? .known : .updated
  }

  init(path: String, failure: Failure) {
    self.path = path
    self.failure = failure
    proposals = nil
    addition = nil
    kind = .failed
  }
}
