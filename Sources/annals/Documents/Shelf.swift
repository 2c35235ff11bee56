import Foundation
import Keeping
import Statements

/// The register that documents of one run are put into. Where there is none it is made with the
/// first document: a mistyped path leaves no empty register behind.
struct Shelf: ~Copyable {
  let path: String
  private var register: Register?

  /// Opens the register where there is one.
  init(path: String) async throws(RegisterError) {
    self.path = path
    if FileKind(path) != .missing { register = try await Register.openOrCreate(path) }
  }

  /// Readings by this program that need not be made again.
  func recipes(of program: String) async throws(RegisterError) -> Set<Recipe> {
    try await register?.recipes(of: program) ?? []
  }

  /// The paths that could not be read the last time; empty where there is no register.
  func failedPaths() async throws(RegisterError) -> [String] {
    try await register?.failedPaths() ?? []
  }

  /// Keeps what became of one input.
  /// - Throws: `RegisterError` where the register itself fails; what is wrong with the document is
  ///   in the verdict.
  mutating func put(
    _ outcome: Crew.Outcome, of path: String
  ) async throws(RegisterError) -> Verdict {
    if case .failed(let failure) = outcome { return Verdict(path: path, failure: failure) }
    return try await opened().keep(outcome, of: path, by: nil)
  }

  /// Remembers which files failed, for `--failed`. Paths that are no files are not remembered, and
  /// where nothing was kept because nothing was there, no register is made.
  mutating func note(_ verdicts: [Verdict]) async throws(RegisterError) {
    let attempts = verdicts.filter { $0.path != "-" && FileKind($0.path) == .file }
      .map { (path: $0.path, reason: $0.failure?.what) }
    guard register != nil || attempts.contains(where: { $0.reason != nil }) else { return }
    try await opened().note(attempts, recorded: Shelf.now)
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
  fileprivate static var now: String { Date().formatted(.iso8601) }
}

extension Register {
  /// Keeps what became of one input.
  /// - Parameter author: who has it read; nil where nobody is named.
  /// - Throws: `RegisterError` where the register itself fails; what is wrong with the document is
  ///   in the verdict.
  func keep(
    _ outcome: Crew.Outcome, of path: String, by author: String?
  ) async throws(RegisterError) -> Verdict {
    switch outcome {
    case .failed(let failure): return Verdict(path: path, failure: failure)
    case .known(let recipe):
      guard let known = try await known(recipe.document, recipe: recipe.name) else {
        return Verdict(
          path: path,
          failure: Failure(
            .inputFailed, "\(path): the register changed while it was read",
            remedy: "Read it again."))
      }
      return Verdict(path: path, known)
    case .read(let reading):
      do {
        let addition = try await add(
          reading.proposals, original: reading.original, recipe: reading.recipe,
          recorded: Shelf.now, by: author)
        return Verdict(path: path, reading.proposals, addition)
      } catch  where error.reason == .refused {
        return Verdict(
          path: path,
          failure: Failure(.inputFailed, "\(path): the register refuses it: \(error.detail)"))
      }
    }
  }
}
