/// The rules of the grammar, by the names that explanations give them.
enum TimexRule: String, Hashable, Sendable {
  case aYearAgo = "a year ago"
  case century
  case clockTime = "clock time"
  case comingUnits = "coming units"
  case dateOfAYear = "date of a year"
  case dayBeside = "day beside"
  case dayFromToday = "day from today"
  case dayMonth = "day month"
  case dayMonthYear = "day month year"
  case decade
  case definiteUnit = "definite unit"
  case distance
  case duration
  case eraYear = "era year"
  case everyMonth = "every month"
  case everyPartOfADay = "every part of a day"
  case everySeason = "every season"
  case everySoMany = "every so many"
  case everyUnit = "every unit"
  case everyWeekday = "every weekday"
  case fiscalYear = "fiscal year"
  case framedUnit = "framed unit"
  case framedUnits = "framed units"
  case frequency
  case future
  case halfOfAYear = "half of a year"
  case hedgedDate = "hedged date"
  case holiday
  case holidayFromTheClock = "holiday from the clock"
  case isoDate = "ISO date"
  case listedDay = "listed day"
  case month
  case monthDay = "month day"
  case monthFromTheClock = "month from the clock"
  case monthSlashYear = "month/year"
  case monthYear = "month year"
  case namedYear = "named year"
  case numericDate = "numeric date"
  case ordinalDay = "ordinal day"
  case partOfADate = "part of a date"
  case partOfADay = "part of a day"
  case partOfAWeekday = "part of a weekday"
  case partOfAnyDay = "part of any day"
  case quarter
  case quarterOfAYear = "quarter of a year"
  case rate
  case recentUnits = "recent units"
  case reference
  case referenceAdjective = "reference adjective"
  case referenceNoun = "reference noun"
  case romanMonth = "Roman month"
  case season
  case seasonFromTheClock = "season from the clock"
  case shortYear = "short year"
  case speltYear = "spelt year"
  case theWeekend = "the weekend"
  case theseDays = "these days"
  case today
  case toldQuarter = "told quarter"
  case tonight
  case unitFromTheClock = "unit from the clock"
  case unitLong = "unit long"
  case units
  case vagueDistance = "vague distance"
  case weekOfADate = "week of a date"
  case weekday
  case weekdayAndDate = "weekday and date"
  case weekdayFromTheClock = "weekday from the clock"
  case weekdays
  case year
  case yearBC = "year BC"
  case yearEarlier = "year earlier"
  case yearEnd = "year end"
  case yearEnded = "year ended"
  case yearFromTheClock = "year from the clock"
}
