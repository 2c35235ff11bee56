import Foundation
import GRDB

extension Database {
  /// Runs a statement that gives no rows. It stays prepared for the next time.
  func run(_ query: Query) throws {
    try cachedStatement(sql: query.text).execute(arguments: query.arguments)
  }

  /// The rows of a query, each read by a closure, in order.
  func all<Element>(_ query: Query, _ read: (inout Columns) throws -> Element) throws -> [Element] {
    let statement = try cachedStatement(sql: query.text)
    let rows = try Row.fetchCursor(statement, arguments: query.arguments)
    var elements: [Element] = []
    while let row = try rows.next() {
      var columns = Columns(row)
      elements.append(try read(&columns))
    }
    return elements
  }

  /// Reads the rows of a query one by one, without holding them.
  func each(_ query: Query, _ body: (inout Columns) throws -> Void) throws {
    // A statement of its own: the kept one may be asked again before this one has ended.
    let statement = try makeStatement(sql: query.text)
    let rows = try Row.fetchCursor(statement, arguments: query.arguments)
    while let row = try rows.next() {
      var columns = Columns(row)
      try body(&columns)
    }
  }

  /// The first row of a query, if there is one.
  func first<Element>(_ query: Query, _ read: (inout Columns) throws -> Element) throws -> Element?
  {
    let statement = try cachedStatement(sql: query.text)
    return try Row.fetchOne(statement, arguments: query.arguments).map { row in
      var columns = Columns(row)
      return try read(&columns)
    }
  }
}

extension Query {
  fileprivate var arguments: StatementArguments {
    StatementArguments(
      parameters.map { parameter -> (any DatabaseValueConvertible)? in
        switch parameter {
        case .null: nil
        case .integer(let value): value
        case .real(let value): value
        case .text(let value): value
        case .bytes(let value): value
        }
      })
  }
}

/// The columns of one row, read from left to right.
///
/// A value of the wrong type is a damaged file, not a programmer's mistake: it throws, where GRDB's
/// own subscripts would stop the program.
struct Columns {
  private let row: Row
  private var index = 0

  init(_ row: Row) { self.row = row }

  mutating func integer() throws -> Int64 { try value(Int64.self) }
  mutating func int() throws -> Int { Int(try value(Int64.self)) }
  mutating func real() throws -> Double { try value(Double.self) }
  mutating func text() throws -> String { try value(String.self) }
  mutating func bytes() throws -> Data { try value(Data.self) }
  mutating func flag() throws -> Bool { try value(Int64.self) != 0 }
  mutating func optionalInteger() throws -> Int64? { try isNull() ? nil : integer() }
  mutating func optionalReal() throws -> Double? { try isNull() ? nil : real() }
  mutating func optionalText() throws -> String? { try isNull() ? nil : text() }

  mutating func optionalBytes() throws -> Data? { try isNull() ? nil : bytes() }

  private mutating func isNull() throws -> Bool {
    let isNull = row.databaseValue(at: index).isNull
    if isNull { index += 1 }
    return isNull
  }

  private mutating func value<Value: DatabaseValueConvertible>(_ type: Value.Type) throws -> Value {
    guard let value = Value.fromDatabaseValue(row.databaseValue(at: index)) else {
      throw Damage("column \(row.databaseValue(at: index)) is not \(Value.self)")
    }
    index += 1
    return value
  }
}

extension Row {
  fileprivate func databaseValue(at index: Int) -> DatabaseValue { self[index] }
}

/// What a register holds cannot be so: it was changed by something else, or the disk failed.
struct Damage: Error {
  let detail: String
  init(_ detail: String) { self.detail = detail }
}

/// What was to be kept cannot be kept.
struct Refusal: Error {
  let detail: String
  init(_ detail: String) { self.detail = detail }
}
