/// What the columns of a table mean.
package struct Mapping: Hashable, Sendable, Codable {
  /// What a column can hold.
  package enum Field: String, Hashable, Sendable, CaseIterable, Codable {
    case mission, acronym, organisation, host, start, end, strength, note
    case asOf = "as-of"
    case startYear = "start-year"
    case startMonth = "start-month"
    case startDay = "start-day"
    case endYear = "end-year"
    case endMonth = "end-month"
    case endDay = "end-day"
  }

  /// The order of the numbers in dates such as 03/04/2011; without it these are doubts.
  package enum DateOrder: String, Hashable, Sendable, CaseIterable, Codable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  /// The name of the column that holds a field.
  package var columns: [Field: String] = [:]
  /// What holds for all rows: the organisation of a list of UN missions.
  package var constants: [Field: String] = [:]
  /// Which rows count: for columns the values, in lower case, of which a row must have one.
  package var rows: [String: Set<String>] = [:]
  /// What `strength` counts.
  package var unit = "personnel"
  package var dates: DateOrder?
  /// Cells that say nothing, in lower case.
  package var missing: Set<String> = ["", "-", "–", "—", "na", "n/a", "nan", "null", "none", "?"]
  /// Cells of `end` that say that the mission goes on, in lower case.
  package var ongoing: Set<String> = ["ongoing", "present", "to date", "current", "active"]
  /// Whether the first row names the columns; where it does not, they are called `1`, `2`, `3`.
  package var hasHeader = true
  /// The one character between cells; nil to find it out.
  package var separator: UInt8?

  package init() {}

  /// Where it does not fit a table, in words; nil where it does.
  func problem(with columns: [String]) -> String? {
    let known = Set(columns)
    for (field, column) in self.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !known.contains(column) {
      let list = columns.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
      return "\(field.rawValue) = “\(column)”, but the columns are \(list)"
        + (columns.count > 12 ? ", …" : "")
    }
    for column in rows.keys.sorted() where !known.contains(column) {
      return "rows: there is no column “\(column)”"
    }
    if self.columns[.mission] == nil, self.columns[.acronym] == nil {
      return "no column for mission or acronym, so that nothing can be said of anything"
    }
    if !saysSomething {
      return "no column but the names: name one for start, end, host, strength or as-of"
    }
    return nil
  }

  /// Whether a column says something of the missions besides their names.
  fileprivate var saysSomething: Bool {
    let fields: [Field] = [.start, .startYear, .end, .endYear, .strength, .host, .asOf]
    return fields.contains { columns[$0] != nil }
  }
}

/// A mapping that a table's header suggests, with the reasons.
package struct MappingGuess: Hashable, Sendable {
  package let mapping: Mapping
  /// A line each: which column was taken for what and why.
  package let reasons: [String]
  /// The columns that nothing was made of.
  package let unused: [String]

  package init(mapping: Mapping, reasons: [String], unused: [String]) {
    self.mapping = mapping
    self.reasons = reasons
    self.unused = unused
  }

  /// Whether a table can be read with it.
  package var isEnough: Bool {
    (mapping.columns[.mission] ?? mapping.columns[.acronym]) != nil && mapping.saysSomething
  }
}
