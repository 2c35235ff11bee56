/// A value explained to a person: its words, its level and what it is for, what is in doubt, and the
/// four points of each of its spans.
///
/// ```swift
/// let explanation = Explanation(try EDTF("2004-06~/2011"), in: english)
/// explanation.words      // "from around June 2004 to 2011"
/// explanation.doubts     // ["begin: year approximate, month approximate"]
/// ```
public struct Explanation: Sendable {
  /// What is explained.
  public let value: EDTF
  /// The value as a person would say it.
  public let words: String
  /// What shape the value has.
  public let kind: Kind
  /// What the level is for; empty at level 0.
  public let features: [Feature]
  /// "A period, level 1 for a doubt about a whole date".
  public let levelWords: String
  /// What each qualifier is about: "begin: year approximate, month approximate". A set gives those
  /// of its first members only.
  public let doubts: [String]
  /// Days as in `EDTF.boundTexts`.
  public let bounds: (earliest: String, latest: String)
  /// Nil where the days cannot be counted.
  public let extent: Extent?
  /// Four for each of the first spans.
  public let points: [Point]

  /// Spans, and members of sets, beyond so many are counted and not listed.
  public static let longestList = 12

  let sayings: Sayings

  /// Explains a value in a language.
  public init(_ value: EDTF, in language: DateLanguage, on terms: Terms = Terms()) {
    self.value = value
    let sayings = language.sayings
    self.sayings = sayings
    words = language.words(for: value, seasons: terms.seasons)
    kind = Kind(value)
    let features = Feature.all(of: value)
    self.features = features
    bounds = value.boundTexts(seasons: terms.seasons)
    extent = terms.extent(of: value)
    let speaker = DateSpeaker(
      sayings: sayings, years: value.vastYears, seasons: terms.seasons)
    doubts = Explanation.doubts(value, speaker)
    points = (extent?.spans ?? []).prefix(Explanation.longestList).flatMap {
      Point.all(of: $0, in: language)
    }
    let kindWords = sayings.say("explain.\(kind.rawValue)")
    let level = String(value.level.rawValue)
    levelWords =
      features.isEmpty
      ? sayings.say("explain.level", nil, ["kind": kindWords, "level": level])
      : sayings.say(
        "explain.level-for", nil,
        [
          "kind": kindWords, "level": level,
          "features": features.map { sayings.say("feature.\($0.rawValue)") }
            .joined(separator: sayings.say("separator") + " "),
        ])
  }

  /// A word of the explanation's language, for a heading or a legend.
  public func label(_ label: Label) -> String { sayings.say("explain.\(label.rawValue)") }

  /// "And 3 more".
  public func more(_ count: Int) -> String {
    sayings.say("explain.more", nil, ["count": String(count)])
  }

  /// "Member 2".
  public func member(_ number: Int) -> String {
    sayings.say("explain.member", nil, ["number": String(number)])
  }
}

extension Explanation {
  /// The shapes of values.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case date, time, period
    case oneOf = "one-of"
    case allOf = "all-of"

    init(_ value: EDTF) {
      if case .dateTime = value.storage {
        self = .time
        return
      }
      self =
        switch value.shape {
        case .date: .date
        case .interval: .period
        case .list(.oneOf, _): .oneOf
        case .list(.allOf, _): .allOf
        }
    }
  }

  /// Headings and the words of a legend.
  public enum Label: String, Hashable, Sendable, CaseIterable {
    case earliest, latest, began, ended, begin, end, certainly, possibly, open, unknown, uncountable
  }

  /// What is said against the components of a value's dates, each with its place.
  private static func doubts(_ value: EDTF, _ speaker: DateSpeaker) -> [String] {
    let sayings = speaker.sayings
    func doubt(_ date: PartialDate, _ place: String) -> String? {
      guard date.isDate, date.marks != 0 else { return nil }
      let notes = speaker.notes(date)
      return place.isEmpty
        ? notes : sayings.say("explain.doubts", nil, ["place": place, "notes": notes])
    }
    switch value.shape {
    case .date(let date): return [doubt(date, "")].compactMap { $0 }
    case .interval(let begin, let end):
      return [
        doubt(begin, sayings.say("explain.begin")), doubt(end, sayings.say("explain.end")),
      ].compactMap { $0 }
    case .list(_, let members):
      return members.prefix(longestList).enumerated().compactMap { index, member in
        doubt(
          member.first, sayings.say("explain.member", nil, ["number": String(index + 1)]))
      }
    }
  }
}
