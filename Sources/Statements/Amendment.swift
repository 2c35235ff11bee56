internal import Chronology

/// What a person changes in a statement; what is nil stays.
package struct Amendment: Hashable, Sendable {
  package var property: Property?
  /// Text as it is, EDTF for a date, digits for a number.
  package var value: String?
  /// EDTF, or nothing for a statement without a date.
  package var valid: String?

  package init(property: Property? = nil, value: String? = nil, valid: String? = nil) {
    self.property = property
    self.value = value
    self.valid = valid
  }

  package var isEmpty: Bool { property == nil && value == nil && valid == nil }

  /// The amended statement, on the passages of the old one.
  package func applied(to statement: Statement) throws(AmendmentError) -> Statement {
    var value = statement.value
    if let text = self.value { value = try Amendment.value(text, like: value) }
    var valid = statement.valid
    if let text = self.valid { valid = text.isEmpty ? nil : try Amendment.date(text, of: .valid) }
    let amended = Statement(
      subject: statement.subject, property: property ?? statement.property, value: value,
      valid: valid, passages: statement.passages, rule: "amended", note: statement.note)
    guard let amended else { throw AmendmentError(nil, "a statement without a passage") }
    let isSame =
      amended.property == statement.property && amended.value == statement.value
      && amended.valid == statement.valid
    guard !isSame else {
      throw AmendmentError(
        nil, "that is what the statement says already; annals accept accepts it")
    }
    return amended
  }

  /// A value as `value` takes it: what a form is filled in with, to be changed.
  package static func text(of value: Value) -> String {
    switch value {
    case .text(let text): text
    case .date(let date): date.description
    case .mission(let id): id.rawValue
    case .quantity(let quantity):
      Int64(exactly: quantity.value).map(String.init) ?? String(quantity.value)
    }
  }

  private static func date(
    _ text: String, of field: AmendmentError.Field
  ) throws(AmendmentError) -> EDTF {
    do { return try EDTF(text) } catch {
      throw AmendmentError(field, "\(error).")
    }
  }

  private static func value(
    _ text: String, like old: Value
  ) throws(AmendmentError) -> Value {
    switch old {
    case .text:
      guard !text.allSatisfy(\.isWhitespace) else {
        throw AmendmentError(.value, "the value is empty")
      }
      return .text(text)
    case .date: return .date(try date(text, of: .value))
    case .mission: return .mission(MissionID(rawValue: text))
    case .quantity(let quantity):
      guard let number = Double(text), number.isFinite else {
        throw AmendmentError(.value, "“\(text)” is no number, such as 15000.")
      }
      return .quantity(
        Quantity(
          value: number, hedge: quantity.hedge, unit: quantity.unit, asOf: quantity.asOf,
          isCumulative: quantity.isCumulative))
    }
  }
}

/// Why an amendment cannot be made.
package struct AmendmentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What cannot be read.
  package enum Field: String, Hashable, Sendable { case value, valid }

  /// Nil where it is not one of them.
  package let field: Field?
  package let description: String

  init(_ field: Field?, _ description: String) {
    self.field = field
    self.description = description
  }
}
