internal import Foundation
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

  /// Whether something may be changed.
  let writes: Bool
  let sessions: Sessions
  let tokens: Tokens
  let cookie: SessionCookie
  /// Reads what is uploaded; nil where nothing is taken.
  let read: UploadReader?
  let reach: Reach
  let guards: Guards
  private let now: @Sendable () -> Date

  /// - Parameters:
  ///   - port: the port that is listened on.
  ///   - now: the time.
  /// - Throws: `VocabularyError` where the words of the pages are not complete.
  init(
    _ register: Register, writes: Bool, reach: Reach, port: Int, guards: Guards, build: String,
    version: String, read: UploadReader?, now: @escaping @Sendable () -> Date
  ) throws(VocabularyError) {
    self.register = register
    self.writes = writes
    self.now = now
    sessions = Sessions(guards, now: now)
    tokens = Tokens(beside: register.path)
    self.reach = reach
    self.read = read
    self.guards = guards
    cookie = SessionCookie(port: port, isSecure: reach.publicAddress != nil, guards)
    wordings = try Wording.all()
    labels = try Labels()
    files = PublicFiles()
    self.version = version
    self.build = "\(build)\(files.digest)"
  }

  /// The moment as the register records it: ISO 8601, UTC.
  var moment: String { now().formatted(.iso8601) }

  func wording(_ language: String) -> Wording {
    wordings.first { $0.language == language } ?? wordings[0]
  }
}
