internal import Keeping
internal import Publishing
internal import Statements

/// What all requests share: the register, the words, the files.
struct Site: Sendable {
  let register: Register
  /// The first is the one to fall back to.
  let wordings: [Wording]
  let labels: Labels
  let files: PublicFiles
  /// A name for the program as it is, which copies of answers are compared by.
  let build: String
  /// The program's version, such as `0.1.0`.
  let version: String

  /// - Throws: `VocabularyError` where the words of the pages are not complete.
  init(_ register: Register, build: String, version: String) throws(VocabularyError) {
    self.register = register
    wordings = try Wording.all()
    labels = try Labels()
    files = PublicFiles()
    self.version = version
    self.build = "\(build)\(files.digest)"
  }

  func wording(_ language: String) -> Wording {
    wordings.first { $0.language == language } ?? wordings[0]
  }
}
