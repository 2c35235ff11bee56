import Foundation
import Testing

@testable import Publishing

@Suite struct `A JSON value` {
  @Test func `keeps the order of its members`() {
    let value: JSON = ["schema": 1, "name": "NTM-I", "end": nil, "again": [true, 2.5]]
    #expect(value.text(.compact) == #"{"schema":1,"name":"NTM-I","end":null,"again":[true,2.5]}"#)
  }

  @Test func `is printed one member a line, numbers in a line`() {
    let value: JSON = [
      "missions": [["id": "ntm-i@3f9a2c41", "bytes": [3105, 3188], "aliases": []]], "doubts": [:],
    ]
    let expected = """
      {
        "missions": [
          {
            "id": "ntm-i@3f9a2c41",
            "bytes": [3105, 3188],
            "aliases": []
          }
        ],
        "doubts": {}
      }
      """
    #expect(value.text() == expected)
  }

  @Test(arguments: [
    (15_000, "15000"), (-0.5, "-0.5"), (1e300, "1e+300"), (0.1, "0.1"), (.infinity, "null"),
    (.nan, "null"), (9_007_199_254_740_992, "9007199254740992"),
  ])
  func `prints whole numbers without a point`(number: Double, text: String) {
    #expect(JSON.double(number).text() == text)
  }

  @Test func `prints the digits that read back as the same number`() {
    for _ in 0..<1_000 {
      let number = Double(bitPattern: .random(in: 0...(.max)))
      guard number.isFinite else { continue }
      #expect(Double(JSON.double(number).text()) == number)
    }
  }

  @Test func `escapes what would end a string, a line or a terminal's patience`() {
    let hostile =
      "“Da’esh” \"\\ \n\r\t\u{8}\u{C}\u{0}\u{1B}[2J\u{7F}\u{9B}\u{2028}\u{2029}\u{202E}é𐍈"
    let expected =
      #""“Da’esh” \"\\ \n\r\t\b\f\u0000\u001B[2J\u007F\u009B\u2028\u2029\u202Eé𐍈""#
    #expect(JSON.string(hostile).text() == expected)
  }

  @Test(arguments: [JSON.Layout.compact, .pretty])
  func `reads back through another reader as what it was`(layout: JSON.Layout) throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let value = JSON.random(depth: 4, using: &random)
      let object = try JSONSerialization.jsonObject(
        with: Data(value.text(layout).utf8), options: .fragmentsAllowed)
      try #require(value.agrees(with: object), "\(value.text(layout))")
    }
  }
}

extension JSON {
  fileprivate static func random(
    depth: Int, using random: inout SystemRandomNumberGenerator
  ) -> JSON {
    func text() -> String {
      let scalars = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
        let limit: UInt32 = Bool.random(using: &random) ? 0xFF : 0x2FFF
        return Unicode.Scalar(UInt32.random(in: 0...limit, using: &random))
      }
      return String(String.UnicodeScalarView(scalars))
    }
    switch Int.random(in: 0...(depth == 0 ? 4 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .int(.random(in: -1_000_000...1_000_000, using: &random))
    case 3: return .double(.random(in: -1e9...1e9, using: &random))
    case 4: return .string(text())
    case 5:
      let count = Int.random(in: 0...4, using: &random)
      return .array((0..<count).map { _ in .random(depth: depth - 1, using: &random) })
    default:
      let count = Int.random(in: 0...4, using: &random)
      return .object(
        (0..<count).map {
          (key: "\($0)\(text())", value: .random(depth: depth - 1, using: &random))
        })
    }
  }

  fileprivate func agrees(with object: Any) -> Bool {
    switch self {
    case .null: object is NSNull
    case .bool(let value): (object as? Bool) == value
    case .int(let value): (object as? NSNumber)?.int64Value == value
    // Foundation reads some numbers as decimals, whose `doubleValue` is off by a unit in the last
    // place; that the digits are right is a test of its own.
    case .double(let value):
      (object as? NSNumber).map { abs($0.doubleValue - value) < 1e-6 } == true
    case .string(let value): (object as? String).map { Array($0.utf8) } == Array(value.utf8)
    case .array(let values):
      (object as? [Any]).map { others in
        others.count == values.count && zip(values, others).allSatisfy { $0.agrees(with: $1) }
      } ?? false
    case .object(let members):
      (object as? [String: Any]).map { others in
        others.count == members.count
          && members.allSatisfy { member in
            others[member.key].map { member.value.agrees(with: $0) } ?? false
          }
      } ?? false
    }
  }
}
