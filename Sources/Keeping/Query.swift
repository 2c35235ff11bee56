import Foundation

/// One SQL statement with ordered parameters: `\(value)` becomes `$1`, `$2`, …, which SQLite and
/// PostgreSQL both read.
///
/// The text holds only what both engines understand; what one engine alone offers (full-text
/// search, the tree over periods) lies in that engine's folder.
struct Query: ExpressibleByStringInterpolation {
  enum Parameter {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes(Data)
  }

  let text: String
  let parameters: [Parameter]

  init(stringLiteral text: String) {
    self.text = text
    parameters = []
  }

  init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    parameters = stringInterpolation.parameters
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var parameters: [Parameter] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 3 * interpolationCount)
      parameters.reserveCapacity(interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: Int64) { append(.integer(value)) }
    mutating func appendInterpolation(_ value: Int) { append(.integer(Int64(value))) }
    mutating func appendInterpolation(_ value: Bool) { append(.integer(value ? 1 : 0)) }
    mutating func appendInterpolation(_ value: String) { append(.text(value)) }
    mutating func appendInterpolation(_ value: Data) { append(.bytes(value)) }
    mutating func appendInterpolation(_ value: Int64?) {
      append(value.map(Parameter.integer) ?? .null)
    }
    mutating func appendInterpolation(_ value: Double?) {
      append(value.map(Parameter.real) ?? .null)
    }
    mutating func appendInterpolation(_ value: Data?) {
      append(value.map(Parameter.bytes) ?? .null)
    }
    mutating func appendInterpolation(_ value: String?) {
      append(value.map(Parameter.text) ?? .null)
    }

    private mutating func append(_ parameter: Parameter) {
      parameters.append(parameter)
      text += "$\(parameters.count)"
    }
  }
}
