import Chronology
internal import Statements

/// A statement as its row has it, without its passages.
struct StatementFields {
  let subject: MissionID
  let property: Property
  let value: Value
  let valid: EDTF?
  let rule: String
  let note: String?

  func statement(passages: [Passage]) throws -> Statement {
    let statement = Statement(
      subject: subject, property: property, value: value, valid: valid, passages: passages,
      rule: rule, note: note)
    guard let statement else {
      throw Damage("a statement about \(subject.rawValue) has no passage")
    }
    return statement
  }
}

extension Columns {
  /// Subject, property, the eight columns of the value, valid, rule, note.
  mutating func statementFields() throws -> StatementFields {
    StatementFields(
      subject: MissionID(rawValue: try text()), property: Property(rawValue: try text()),
      value: try value(), valid: try optionalDate(), rule: try text(), note: try optionalText())
  }

  private mutating func value() throws -> Value {
    let type = try text()
    let text = try text()
    let number = try optionalReal()
    let upper = try optionalReal()
    let hedge = try optionalText().map { name in
      guard let hedge = Quantity.Hedge(rawValue: name) else { throw Damage("hedge “\(name)”") }
      return hedge
    }
    let asOf = try optionalDate()
    let isCumulative = try optionalInteger()
    switch type {
    case "text": return .text(text)
    case "date":
      do { return .date(try EDTF(text)) } catch { throw Damage("“\(text)” is not a date") }
    case "mission": return .mission(MissionID(rawValue: text))
    case "quantity":
      guard let number, let hedge, let isCumulative else { throw Damage("an empty quantity") }
      return .quantity(
        Quantity(
          value: number, upper: upper, hedge: hedge, unit: text, asOf: asOf,
          isCumulative: isCumulative != 0))
    default: throw Damage("value type “\(type)”")
    }
  }
}

extension Value {
  /// The value in the columns of its row.
  var columns: (type: String, text: String, quantity: Quantity?) {
    switch self {
    case .text(let text): ("text", text, nil)
    case .date(let date): ("date", date.description, nil)
    case .mission(let mission): ("mission", mission.rawValue, nil)
    case .quantity(let quantity): ("quantity", quantity.unit, quantity)
    }
  }
}
