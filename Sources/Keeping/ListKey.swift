internal import Chronology
import Foundation
internal import Statements

/// Where a mission stands in a listing: by the first day on which it may have begun, the undated
/// last, then by label and id, compared as UTF-8 bytes as SQLite does.
struct ListKey: Hashable {
  /// Days since 1970-01-01; the greatest integer for the undated.
  let begin: Int64
  /// The label, U+0001, the id.
  let name: String
  /// The mission's key, in case that two have all else in common.
  let mission: Int64

  /// Before the first mission.
  static let start = ListKey(begin: .min, name: "", mission: -1)
  /// Before the first undated mission.
  static let undated = ListKey(begin: .max, name: "", mission: -1)

  static func name(of mission: Mission) -> String {
    "\(mission.label)\u{1}\(mission.id.rawValue)"
  }
}

extension ListKey: Comparable {
  static func < (left: ListKey, right: ListKey) -> Bool {
    if left.begin != right.begin { return left.begin < right.begin }
    if left.name.utf8.elementsEqual(right.name.utf8) { return left.mission < right.mission }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}

/// Where a page of a listing ends: the next one begins behind it. It stays true when missions are
/// added or removed before it.
package struct PageEnd: Hashable, Sendable {
  /// How the mission was answered; nil in a listing that answers no question.
  let truth: Truth?
  let key: ListKey

  init(truth: Truth?, key: ListKey) {
    self.truth = truth
    self.key = key
  }

  /// As a word that can be typed, mailed and put into an address: letters, digits, `-` and `_`.
  package var token: String {
    let text = "\(truth?.rawValue ?? -1) \(key.begin) \(key.mission) \(key.name)"
    return Data(text.utf8).base64EncodedString()
      .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }

  /// Nil where the word is no such token.
  package init?(token: String) {
    let base64 = token.replacingOccurrences(of: "-", with: "+")
      .replacingOccurrences(of: "_", with: "/")
    let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: base64 + padding),
      let text = String(validating: data, as: UTF8.self)
    else { return nil }
    let parts = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let number = Int(parts[0]), let begin = Int64(parts[1]),
      let mission = Int64(parts[2]), number == -1 || Truth(rawValue: number) != nil
    else { return nil }
    truth = Truth(rawValue: number)
    key = ListKey(begin: begin, name: String(parts[3]), mission: mission)
  }
}
