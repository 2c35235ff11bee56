/// A question about two EDTF values as a command line or a form asks it, in strings.
///
/// ```swift
/// let comparison = try Comparison(
///   "2018/..", "2020-01-01", predicate: "contains", asOf: "2021-05-03")
/// comparison.verdict.result.description   // "certainly"
/// ```
public struct Comparison: Sendable {
  /// The answer, with its reason.
  public let verdict: Verdict

  /// Reads a question and answers it.
  ///
  /// - Parameters:
  ///   - predicate: `contains`, `within`, `before`, `after`, `overlaps`, `beginsOnOrBefore`,
  ///     `beginsOnOrAfter`, `endsOnOrBefore`, `endsOnOrAfter`, `allen:` and a relation,
  ///     `possibleAllen`, or `duration`, which takes no second value.
  ///   - reading: `within` or `whole`.
  ///   - policy: `ignore`, `hedge`, `sceptical`, `pad`, or `pad(n)`.
  ///   - asOf: the day up to which the source speaks; nil or empty where it is not known.
  public init(
    _ first: String, _ second: String? = nil, predicate: String, reading: String = "within",
    policy: String = "hedge", asOf: String? = nil, seasons: EDTF.Seasons = .northern,
    extensions: EDTF.Extensions = []
  ) throws(ComparisonError) {
    var terms = Terms(seasons: seasons)
    switch reading.lowercased() {
    case "within": terms.reading = .within
    case "whole": terms.reading = .whole
    default: throw .reading(reading)
    }
    guard let policy = Policy(name: policy) else { throw .policy(policy) }
    terms.policy = policy
    if let asOf, !asOf.isEmpty {
      guard let day = Day(asOf) else { throw .asOf(asOf) }
      terms.asOf = day
    }
    let x = try Comparison.value(first, extensions)
    let written = second.flatMap { $0.isEmpty ? nil : $0 }
    let y: EDTF? = if let written { try Comparison.value(written, extensions) } else { nil }
    let name = predicate.lowercased()
    let verdict: Verdict?
    if name == "duration" {
      guard y == nil else { throw .takesOneValue(predicate) }
      verdict = x.duration(on: terms)
    } else if let known = Predicate(name: predicate) {
      guard let y else { throw .takesTwoValues(predicate) }
      verdict = x.answer(known, y, on: terms)
    } else if name == "possibleallen" {
      guard let y else { throw .takesTwoValues(predicate) }
      verdict = x.possibleRelations(to: y, on: terms)
    } else {
      throw .predicate(predicate)
    }
    guard let verdict else {
      let isFirst = terms.extent(of: x) == nil
      let bounds = (isFirst ? x : y ?? x).bounds(seasons: seasons)
      let text = isFirst ? first : second ?? first
      throw bounds.earliest == .outOfRange || bounds.latest == .outOfRange
        ? .outOfRange(text) : .reversed(text)
    }
    self.verdict = verdict
  }

  private static func value(
    _ text: String, _ extensions: EDTF.Extensions
  ) throws(ComparisonError) -> EDTF {
    do { return try EDTF(text, extensions: extensions) } catch { throw .value(text, error) }
  }

  /// The names that `predicate` takes.
  public static let predicates =
    Predicate.all.map(\.name) + ["possibleAllen", "duration"]
}

/// Why a question cannot be answered.
public enum ComparisonError: Error, Hashable, Sendable {
  case value(String, EDTFError)
  case predicate(String)
  case reading(String)
  case policy(String)
  case asOf(String)
  case takesOneValue(String)
  case takesTwoValues(String)
  /// A value whose days cannot be counted.
  case outOfRange(String)
  /// A value such as `2001-23/2001-06` that ends before it begins when autumn is the south's.
  case reversed(String)
}

extension ComparisonError: CustomStringConvertible {
  /// What is wrong with the question, and what there is instead.
  public var description: String {
    switch self {
    case .value(let text, let error): "\(ComparisonError.quoted(text)) is not EDTF: \(error)"
    case .predicate(let name):
      "no predicate \(ComparisonError.quoted(name)); there are "
        + Comparison.predicates.joined(separator: ", ")
    case .reading(let name):
      "no reading \(ComparisonError.quoted(name)); there are within and whole"
    case .policy(let name):
      "no policy \(ComparisonError.quoted(name)); there are ignore, hedge, sceptical, pad and pad(n)"
    case .asOf(let text):
      "\(ComparisonError.quoted(text)) is not a day; write one such as 2021-05-03"
    case .takesOneValue(let name): "\(name) takes one value"
    case .takesTwoValues(let name): "\(name) takes two values"
    case .reversed(let text):
      "with these seasons \(ComparisonError.quoted(text)) ends before it begins"
    case .outOfRange(let text):
      "the days of \(ComparisonError.quoted(text)) are beyond those that can be counted"
    }
  }

  /// A text in quotation marks, as much of it as lets a reader find it.
  private static func quoted(_ text: String) -> String {
    text.utf8.count > 80 ? "“\(text.prefix(40))…”" : "“\(text)”"
  }
}

extension Day {
  /// A day from its ISO text with four digits to the year, as in `2021-05-03` or `-0043-03-15`.
  public init?(_ text: some StringProtocol) {
    guard let value = try? EDTF(text), case .date(let date) = value.storage, date.hasDay,
      date.mask == 0, date.marks == 0, case .day(let day) = value.bounds.earliest
    else { return nil }
    self = day
  }
}
