import ArgumentParser
import Chronology
import Statements

/// What a person changes in a statement; what is nil stays.
struct Amendment: Sendable {
  var property: Property?
  /// Text as it is, EDTF for a date, digits for a number.
  var value: String?
  /// EDTF, or nothing for a statement without a date.
  var valid: String?

  var isEmpty: Bool { property == nil && value == nil && valid == nil }

  /// The amended statement, on the passages of the old one.
  /// - Throws: `ValidationError` where a value or date cannot be read.
  func applied(to statement: Statement) throws -> Statement {
    let amended = Statement(
      subject: statement.subject, property: property ?? statement.property,
      value: try value.map { try Amendment.value($0, like: statement.value) } ?? statement.value,
      valid: try valid.map { $0.isEmpty ? nil : try Amendment.date($0) } ?? statement.valid,
      passages: statement.passages, rule: "amended", note: statement.note)
    guard let amended else { throw ValidationError("a statement without a passage") }
    let isSame =
      amended.property == statement.property && amended.value == statement.value
      && amended.valid == statement.valid
    guard !isSame else {
      throw ValidationError("that is what the statement says already; annals accept accepts it")
    }
    return amended
  }

  private static func date(_ text: String) throws -> EDTF {
    do { return try EDTF(text) } catch {
      throw ValidationError("\(error); a date looks like 2012-06-01, 2012-06 or 2011/2013.")
    }
  }

  private static func value(_ text: String, like old: Value) throws -> Value {
    switch old {
    case .text:
      guard !text.allSatisfy(\.isWhitespace) else { throw ValidationError("the value is empty") }
      return .text(text)
    case .date: return .date(try date(text))
    case .mission: return .mission(MissionID(rawValue: text))
    case .quantity(let quantity):
      guard let number = Double(text), number.isFinite else {
        throw ValidationError("“\(text)” is no number, such as 15000.")
      }
      return .quantity(
        Quantity(
          value: number, hedge: quantity.hedge, unit: quantity.unit, asOf: quantity.asOf,
          isCumulative: quantity.isCumulative))
    }
  }
}
