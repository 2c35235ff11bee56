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

  /// What stands around the parameters: one piece more than there are parameters.
  private let pieces: [String]
  let parameters: [Parameter]
  let text: String

  init(stringLiteral text: String) {
    pieces = [text]
    parameters = []
    self.text = text
  }

  init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
    parameters = stringInterpolation.parameters
    var text = pieces[0]
    for (index, piece) in pieces.dropFirst().enumerated() { text += "$\(index + 1)\(piece)" }
    self.text = text
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces = [""]
    fileprivate var parameters: [Parameter] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount + 1)
      parameters.reserveCapacity(interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { pieces[pieces.count - 1] += literal }

    /// A part of a query with parameters of its own, so that what several queries share is written
    /// once.
    mutating func appendInterpolation(_ part: Query) {
      appendLiteral(part.pieces[0])
      for (parameter, piece) in zip(part.parameters, part.pieces.dropFirst()) {
        append(parameter)
        appendLiteral(piece)
      }
    }

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
      pieces.append("")
    }
  }
}
