import Foundation
import GRDB
internal import Statements

/// Looks at a register, part by part; a part that cannot be read is damaged, and the next is looked
/// at.
struct Doctor {
  let db: Database
  let path: String
  let form: Int

  /// How many findings of one part are named.
  private static let named = 8

  static let restore =
    "Restore the register from a backup; what is left of it can be saved with sqlite3's .recover."
  static let makeAgain = "Make it again from the rest: annals doctor --mend"

  func examine(step: (String) throws -> Void) throws -> Examination {
    let parts: [(String, () throws -> Examination.Check)] = [
      ("form", { self.formCheck }), ("pages", pages), ("references", references),
      ("documents", documents), ("statements", statements), ("indexes", indexes), ("words", words),
    ]
    var checks: [Examination.Check] = []
    for (part, check) in parts {
      try step(part)
      do {
        checks.append(try check())
      } catch let error where error is Damage || error is DatabaseError {
        let detail = (error as? Damage)?.detail ?? "\((error as? DatabaseError)?.message ?? "")"
        checks.append(
          Examination.Check(part, .damaged, ["cannot be read: \(detail)"], remedy: Doctor.restore))
      }
    }
    let pageSize = try db.first("PRAGMA page_size") { try $0.int() } ?? 0
    let unused = try db.first("PRAGMA freelist_count") { try $0.int() } ?? 0
    return Examination(
      form: form, newest: Migration.newest, checks: checks, bytes: Doctor.size(of: path),
      unused: unused * pageSize, log: Doctor.size(of: path + "-wal"))
  }

  private static func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }

  private var formCheck: Examination.Check {
    form == Migration.newest
      ? Examination.Check("form", .sound, ["form \(form), the newest"])
      : Examination.Check(
        "form", .mendable, ["form \(form), of an older version; the newest is \(Migration.newest)"],
        remedy: "A command that writes brings it up to date, such as annals doctor --mend.")
  }

  private func pages() throws -> Examination.Check {
    let found = try db.all("PRAGMA integrity_check(100)") { try $0.text() }
    if found == ["ok"] {
      let count = try db.first("PRAGMA page_count") { try $0.int() } ?? 0
      return Examination.Check("pages", .sound, ["\(count) pages, as SQLite's own check has it"])
    }
    // An index that disagrees with its table is made again; anything else is a page that is lost.
    let isIndex = found.allSatisfy { $0.contains("index") && !$0.contains("Tree") }
    return Examination.Check(
      "pages", isIndex ? .mendable : .damaged, Doctor.some(found),
      remedy: isIndex ? Doctor.makeAgain : Doctor.restore)
  }

  static func some(_ found: [String]) -> [String] {
    found.count <= named
      ? found : found.prefix(named) + ["and \(found.count - named) more of the kind"]
  }

  private func references() throws -> Examination.Check {
    let found = try db.all("PRAGMA foreign_key_check") { row in
      let table = try row.text()
      let key = try row.optionalInteger().map { " \($0)" } ?? ""
      return "\(table)\(key) refers to a row of \(try row.text()) that is not there"
    }
    return found.isEmpty
      ? Examination.Check("references", .sound, ["every row refers to rows that are there"])
      : Examination.Check("references", .damaged, Doctor.some(found), remedy: Doctor.restore)
  }

  /// Each document is named by the hash of its bytes, and every passage quotes it exactly.
  private func documents() throws -> Examination.Check {
    var found: [String] = []
    var passages = 0
    let keys = try db.all("SELECT key FROM document") { try $0.integer() }
    for key in keys {
      let row = try db.first(documentQuery(key)) { row in
        (
          id: try row.text(), text: try row.bytes(), bytes: try row.optionalBytes(),
          file: try row.optionalText()
        )
      }
      guard let row else { throw Damage("document \(key)") }
      let text = String(decoding: row.text, as: UTF8.self)
      let name =
        row.file.map { Edition.name(of: text, file: $0) }
        ?? Digest.sha256(Array(row.bytes ?? row.text))
      if name != row.id {
        found.append("document \(row.id.prefix(8)) is not the file that was read")
      }
      try db.each("SELECT start_byte, end_byte, quote FROM passage WHERE document = \(key)") {
        let (start, end, quote) = (try $0.int(), try $0.int(), try $0.text())
        passages += 1
        if start < 0 || start >= end || end > row.text.count
          || !row.text[start..<end].elementsEqual(quote.utf8)
        {
          found.append(
            "bytes \(start) to \(end) of document \(row.id.prefix(8)) are not “\(quote.prefix(40))”"
          )
        }
      }
    }
    return found.isEmpty
      ? Examination.Check(
        "documents", .sound, ["\(keys.count) documents, \(passages) passages quoted exactly"])
      : Examination.Check("documents", .damaged, Doctor.some(found), remedy: Doctor.restore)
  }

  /// Id, text, the file's bytes where they are not the text, the file's id of a later edition.
  private func documentQuery(_ key: Int64) -> Query {
    if form >= 5 {
      return """
        SELECT document.id, document.text, original.bytes, edition.file
        FROM document
        LEFT JOIN original ON original.document = document.key
        LEFT JOIN edition ON edition.document = document.key
        WHERE document.key = \(key)
        """
    }
    return form >= 2
      ? """
      SELECT document.id, document.text, original.bytes, NULL
      FROM document LEFT JOIN original ON original.document = document.key
      WHERE document.key = \(key)
      """ : "SELECT id, text, NULL, NULL FROM document WHERE key = \(key)"
  }

  /// Each statement has a passage, can be read, and is named by the hash of what it says.
  private func statements() throws -> Examination.Check {
    var found: [String] = []
    var count = 0
    let accounts = AccountReader(db)
    let rows: Query = """
      SELECT statement.key, statement.id, document.id
      FROM statement JOIN document ON document.key = statement.document
      """
    try db.each(rows) { row in
      let (key, id) = (try row.integer(), try row.text())
      let document = DocumentID(rawValue: try row.text())
      count += 1
      do {
        let statement = try accounts.statement(key: key, in: document)
        if StatementID(of: statement)?.rawValue != id {
          found.append("statement \(id.prefix(8)) does not say what it said when it was kept")
        }
      } catch let damage as Damage {
        found.append("statement \(id.prefix(8)): \(damage.detail)")
      }
    }
    let decisions = try db.first("SELECT COUNT(*) FROM decision") { try $0.int() } ?? 0
    return found.isEmpty
      ? Examination.Check(
        "statements", .sound, ["\(count) statements, \(decisions) decisions on them"])
      : Examination.Check("statements", .damaged, Doctor.some(found), remedy: Doctor.restore)
  }
}
