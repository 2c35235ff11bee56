import ArgumentParser
import Chronology
import Statements

/// What dates mean where EDTF leaves it open.
struct EDTFOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Seasons without a hemisphere: northern, southern, quarters of the year, or any.",
      valueName: "seasons"),
    transform: { try Choice.of(EDTF.Seasons.self, named: $0) })
  var seasons: EDTF.Seasons = .northern

  @Flag(help: "Allow ISO 8601-2's interval ends such as ..2012/.., “since at least 2012”.")
  var boundedEnds = false

  var extensions: EDTF.Extensions { boundedEnds ? .boundedEnds : [] }
}

/// The day up to which a source speaks.
struct AsOfOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The day up to which the source speaks.", valueName: "day"),
    transform: { text in
      guard let day = Day(EarlyYears.shown(text)) else {
        throw ValidationError(
          "“\(EarlyYears.shown(text))” is not a day; write one such as 2021-05-03")
      }
      return day
    })
  var asOf: Day?
}
