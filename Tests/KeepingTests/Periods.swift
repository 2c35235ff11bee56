import Chronology
import Keeping
import Statements

/// Missions whose periods have all shapes.
enum Periods {
  /// Periods of all shapes, drawn by a generator that gives the same ones every time.
  static func drafts() throws -> [Draft] {
    var random = Sequence64(state: 0x5EED)
    return try (0..<8).map { number in
      var lines: [String] = []
      var periods: [(Property, String)?] = []
      for index in 0..<12 {
        let start = Int64.random(in: 1990...2024, using: &random)
        let end = start + Int64.random(in: 0...6, using: &random)
        let month = Int.random(in: 10...12, using: &random)
        let period: (Property, String)? =
          switch Int.random(in: 0...11, using: &random) {
          case 0: nil
          case 9: (.period, "/\(end)-\(month)-20")
          case 10: (.period, "\(start)-\(month)/\(start)-\(month)")
          case 11: (.period, index.isMultiple(of: 2) ? "../.." : "\(start)/")
          case 1: (.period, "\(start)/..")
          case 2: (.period, "../\(end)-\(month)")
          case 3: (.period, "\(start)-\(month)-15/\(end + 1)")
          case 4: (.sectionPeriod, "\(start)/\(end)")
          case 5: (.sectionPeriod, "\(start)/..")
          case 6: (.established, "\(start)-\(month)")
          case 7: (.closed, "\(end)")
          default: (.period, "\(start)/\(end)")
          }
        periods.append(period)
        lines.append("Mission \(number)-\(index): \(period?.1 ?? "no date").")
      }
      var draft = try Draft(
        lines.joined(separator: "\n"),
        asOf: number.isMultiple(of: 3) ? Day(2020, 1, 1) : nil)
      for (index, (line, period)) in zip(lines, periods).enumerated() {
        let label = "Mission \(number)-\(index)"
        try draft.add(
          mission: "\(label):", kind: index.isMultiple(of: 4) ? .operation : .mission)
        try draft.add("\(label):", .place, .text(index < 6 ? "Iraq" : "Kosovo"), line)
        if index.isMultiple(of: 3) {
          try draft.add("\(label):", .place, .text("Northern Iraq"), line)
          try draft.add("\(label):", .organisation, .text("European Union"), line)
        }
        guard let (property, date) = period else { continue }
        if property == .period || property == .sectionPeriod {
          try draft.add("\(label):", property, .date(EDTF(date)), line)
        } else {
          try draft.add("\(label):", property, on: date, line)
        }
      }
      return draft
    }
  }
}

/// SplitMix64, so that every run draws the same numbers.
struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
