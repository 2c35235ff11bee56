import Foundation
import GRDB
import Synchronization

/// The tokens for a register, in a file of their own beside it.
///
/// They are no part of the register: that is copied, sent and published, and whoever has a copy
/// should have nobody's tokens, nor know which scripts there are. A server that only shows must also
/// write down when a token was last used, and in a register nothing is ever changed. The file is
/// another SQLite database, so that any process may add and revoke while others ask.
package final class Tokens: Sendable {
  /// `annals.sqlite.tokens`.
  package let path: String
  private let kept = Mutex<Kept?>(nil)

  /// The file as it was opened, and which it is: it may be replaced by another of its name.
  private struct Kept {
    let queue: DatabaseQueue
    let inode: UInt64
  }

  /// `ANNT` in ASCII.
  private static let applicationID: Int64 = 0x414E_4E54

  /// - Parameter register: the path of the register.
  package init(beside register: String) { path = register + ".tokens" }

  // MARK: What is asked

  /// All tokens, in the order in which they were added.
  package func all() async throws(RegisterError) -> [Token] {
    try await asked { db in
      try db.all("SELECT \(Tokens.columns) FROM token ORDER BY key") { try Token(&$0) }
    } ?? []
  }

  /// The token of a secret, whether it holds or not; nil where there is none.
  package func token(_ secret: String) async throws(RegisterError) -> Token? {
    guard secret.hasPrefix(Token.begin), let digest = Secret.digest(secret) else { return nil }
    return try await token(digest: digest)
  }

  /// The token whose secret has this digest, whether it holds or not.
  package func token(digest: String) async throws(RegisterError) -> Token? {
    try await asked { db in
      try db.first("SELECT \(Tokens.columns) FROM token WHERE digest = \(digest)") {
        try Token(&$0)
      }
    } ?? nil
  }

  // MARK: What is changed

  /// Adds a token.
  /// - Returns: its secret, which is kept nowhere.
  /// - Throws: `.refused` where another that was not revoked is called the same.
  package func add(
    _ name: String, author: String, created: String, expires: String?
  ) async throws(RegisterError) -> String {
    let secret = Token.begin + Secret.random()
    guard let digest = Secret.digest(secret) else {
      throw RegisterError(.failed, path: path, detail: "the system's cryptography has no SHA-256")
    }
    try await changed { db in
      let same = try db.first(
        "SELECT 1 FROM token WHERE name = \(name) AND revoked IS NULL"
      ) { try $0.integer() }
      guard same == nil else { throw Refusal("a token is called “\(name)” already") }
      try db.run(
        """
        INSERT INTO token (digest, name, author, created, expires)
        VALUES (\(digest), \(name), \(author), \(created), \(expires))
        """)
    }
    return secret
  }

  /// Revokes a token, which holds no more from then on.
  /// - Returns: whether there was one of that name.
  package func revoke(_ name: String, at moment: String) async throws(RegisterError) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    return try await changed { db in
      try db.run("UPDATE token SET revoked = \(moment) WHERE name = \(name) AND revoked IS NULL")
      return db.changesCount > 0
    }
  }

  /// Writes down that a token was used, once a minute at most.
  package func use(_ token: Token, at moment: String) async throws(RegisterError) {
    guard token.used?.prefix(16) != moment.prefix(16) else { return }
    try await changed { db in
      try db.run(
        "UPDATE token SET used = \(moment) WHERE name = \(token.name) AND created = \(token.created)"
      )
    }
  }

  // MARK: The file

  private static let columns: Query = "name, author, created, expires, used, revoked"

  /// Nil where there is no file yet.
  private func asked<Result: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Result
  ) async throws(RegisterError) -> Result? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do { return try await queue().read(body) } catch { throw RegisterError(error, path: path) }
  }

  private func changed<Result: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Result
  ) async throws(RegisterError) -> Result {
    do { return try await queue().write(body) } catch { throw RegisterError(error, path: path) }
  }

  /// The open file, which is made where there is none, for its owner alone.
  private func queue() throws -> DatabaseQueue {
    try kept.withLock { kept in
      if let kept, try Tokens.inode(of: path) == kept.inode { return kept.queue }
      let descriptor = unsafe open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw RegisterError(.cannotOpen, path: path) }
      close(descriptor)
      var configuration = Register.configuration(readOnly: false)
      configuration.label = "tokens"
      let inode = try Tokens.inode(of: path)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try Tokens.prepare($0, path: path) }
      kept = Kept(queue: queue, inode: inode)
      return queue
    }
  }

  /// Which file it is.
  /// - Throws: where others than its owner may write it: a token of theirs would be as good as any.
  private static func inode(of path: String) throws -> UInt64 {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return 0 }
    guard status.st_mode & 0o022 == 0 else {
      throw Refusal("others may write that file, and with it add tokens: chmod 600 \(path)")
    }
    return UInt64(status.st_ino)
  }

  private static func prepare(_ db: Database, path: String) throws {
    let application = try db.first("PRAGMA application_id") { try $0.integer() } ?? 0
    let version = try db.first("PRAGMA user_version") { try $0.int() } ?? 0
    if application == applicationID {
      guard version == 1 else {
        throw RegisterError(.newerSchema(found: version, known: 1), path: path)
      }
      return
    }
    let tables = try db.first("SELECT COUNT(*) FROM sqlite_master") { try $0.int() } ?? 0
    guard application == 0, version == 0, tables == 0 else {
      throw RegisterError(.notARegister, path: path)
    }
    try db.execute(
      sql: """
        CREATE TABLE token (
          key INTEGER PRIMARY KEY,
          digest TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          author TEXT NOT NULL,
          created TEXT NOT NULL,
          expires TEXT,
          used TEXT,
          revoked TEXT
        ) STRICT;
        CREATE UNIQUE INDEX token_name ON token (name) WHERE revoked IS NULL;
        PRAGMA user_version = 1;
        PRAGMA application_id = \(applicationID);
        """)
  }
}

extension Token {
  fileprivate init(_ row: inout Columns) throws {
    name = try row.text()
    author = try row.text()
    created = try row.text()
    expires = try row.optionalText()
    used = try row.optionalText()
    revoked = try row.optionalText()
  }
}
