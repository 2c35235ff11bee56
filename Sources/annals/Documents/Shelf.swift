import Foundation
import Keeping
import Statements

/// The register that documents of one run are put into, opened with the first of them: a mistyped
/// path leaves no empty register behind.
struct Shelf: ~Copyable {
  let path: String
  private var register: Register?

  init(path: String) { self.path = path }

  /// Reads and keeps one document.
  /// - Throws: `RegisterError` where the register itself fails; what is wrong with the document is
  ///   in the verdict.
  mutating func put(
    _ input: InputFiles.Input, from intake: Intake
  ) async throws(RegisterError) -> Verdict {
    let proposals: Proposals
    do {
      proposals = try intake.propose(input)
    } catch {
      return Verdict(path: input.path, failure: error)
    }
    do {
      let addition = try await opened().add(proposals, recorded: Shelf.now)
      return Verdict(path: input.path, proposals: proposals, addition: addition)
    } catch  where error.reason == .refused {
      return Verdict(
        path: input.path,
        failure: Failure(.inputFailed, "\(input.path): the register refuses it: \(error.detail)"))
    }
  }

  /// Closes the register, so that its file is alone again.
  mutating func close() throws(RegisterError) {
    try register?.close()
    register = nil
  }

  private mutating func opened() async throws(RegisterError) -> Register {
    if let register { return register }
    let opened = try await Register.openOrCreate(path)
    register = opened
    return opened
  }

  /// The moment, in UTC, as the register records it.
  private static var now: String { Date().formatted(.iso8601) }
}
