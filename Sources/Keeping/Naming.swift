import Chronology
package import Statements

extension StatementID {
  /// The name of a statement: SHA-256 over what it says, of which mission, when, and where first.
  ///
  /// Rule and note are left out, and so are further passages: a better rule that finds the same, or
  /// finds it once more, proposes the same statement.
  ///
  /// Nil only where the system's cryptography has no SHA-256.
  package init?(of statement: Statement) {
    guard let passage = statement.passages.first else { return nil }
    var message = Message("statement/1")
    message.add(passage.document.rawValue)
    message.add(statement.subject.rawValue)
    message.add(statement.property.rawValue)
    message.add(statement.value)
    message.add(statement.valid?.description)
    message.add("\(passage.bytes.lowerBound)-\(passage.bytes.upperBound)")
    guard let digest = message.digest else { return nil }
    self.init(rawValue: digest)
  }
}

/// Fields that are hashed together, each with its length before it, so that no two lists of fields
/// have the same bytes.
struct Message {
  private var bytes: [UInt8] = []

  init(_ kind: String) { add(kind) }

  mutating func add(_ field: String?) {
    guard let field else {
      bytes.append(UInt8(ascii: "-"))
      return
    }
    bytes += Array("\(field.utf8.count):".utf8)
    bytes += Array(field.utf8)
  }

  mutating func add(_ value: Value) {
    let columns = value.columns
    add(columns.type)
    add(columns.text)
    guard let quantity = columns.quantity else { return }
    add(String(quantity.value.bitPattern))
    add(quantity.upper.map { String($0.bitPattern) })
    add(quantity.hedge.rawValue)
    add(quantity.asOf?.description)
    add(quantity.isCumulative ? "cumulative" : "state")
  }

  var digest: String? { Digest.sha256(bytes) }
}
