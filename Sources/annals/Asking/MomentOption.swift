import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// The day whose knowledge is asked: the same option for every question.
struct MomentOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Ask what the register knew at the end of this day (UTC).", valueName: "day"),
    transform: { try MomentOption.day($0) })
  var day: Day?

  var moment: Moment { day.flatMap { Moment(endOf: $0) } ?? .now }

  /// The day as ISO 8601 writes it; null for now.
  var json: JSON { JSON(day?.description) }

  /// " on 1 March 2024", as the end of a sentence about what was known; empty for now.
  var words: String { day.map { " as of \(DateWords.of($0))" } ?? "" }

  /// - Throws: `ValidationError` where it is no day, or none that the register's clock can write.
  static func day(_ text: String) throws -> Day {
    let day = try SourceDate.day(text)
    guard Moment(endOf: day) != nil else {
      throw ValidationError("“\(text)” lies outside the years 0 to 9999.")
    }
    return day
  }
}
