package import Chronology

/// The days that a timeline shows, both inclusive and finite.
package struct Window: Hashable, Sendable {
  package let first: Day
  package let last: Day

  package init(_ first: Day, _ last: Day) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// As an address says it: `2004/2011` for whole years, else `2004-08-01/2011-12-31`.
  package var edtf: String {
    if let from = first.date, let to = last.date, from.month == 1, from.day == 1, to.month == 12,
      to.day == 31, (0...9999).contains(from.year), (0...9999).contains(to.year)
    {
      return "\(Window.year(from.year))/\(Window.year(to.year))"
    }
    return "\(first)/\(last)"
  }

  private static func year(_ year: Int64) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private var days: Int64 { last.number - first.number + 1 }

  /// The middle half.
  package var closer: Window {
    let quarter = days / 4
    return Window(first.advanced(by: quarter), last.advanced(by: -quarter)).kept
  }

  /// Twice as much, around the same middle.
  package var farther: Window {
    let half = max(1, days / 2)
    return Window(first.advanced(by: -half), last.advanced(by: half)).kept
  }

  /// Half a window before, and after.
  package var earlier: Window { moved(-max(1, days / 2)) }
  package var later: Window { moved(max(1, days / 2)) }

  private func moved(_ days: Int64) -> Window {
    Window(first.advanced(by: days), last.advanced(by: days)).kept
  }

  /// Within the years that EDTF writes with four digits.
  private var kept: Window {
    guard let least = Day(year: 0, month: 1, day: 1), let most = Day(year: 9999, month: 12, day: 31)
    else { return self }
    return Window(min(max(first, least), most), min(max(last, least), most))
  }
}
