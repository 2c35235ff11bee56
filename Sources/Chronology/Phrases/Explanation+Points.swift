extension Explanation {
  /// One of the four points of a span, with what it says in plain words.
  public struct Point: Hashable, Sendable {
    /// Which of the four points: earliest and latest begin, earliest and latest end.
    public enum Place: Int, Hashable, Sendable, CaseIterable {
      case beginEarliest, beginLatest, endEarliest, endLatest
    }

    /// Which point it is.
    public let place: Place
    /// The day, or an infinity where there is none.
    public let day: Day
    /// Whether the source says that nobody knows this end.
    public let isUnknown: Bool
    /// "Had not begun before 1 June 2004", "nobody knows when it ended".
    public let words: String

    /// ISO day, `-inf`, `+inf` or `?`.
    public var text: String { isUnknown ? "?" : day.description }

    static let sayings = [
      "explain.not-begun", "explain.begun", "explain.not-ended", "explain.over",
      "explain.same-begin", "explain.same-end", "explain.no-first", "explain.no-begin",
      "explain.no-last", "explain.no-end", "explain.unknown-begin", "explain.unknown-end",
    ]

    static func all(of span: TimeSpan, in language: DateLanguage) -> [Point] {
      func point(
        _ place: Place, _ day: Day, _ isUnknown: Bool, _ name: String, _ absence: String
      ) -> Point {
        let words =
          language.words(for: day)
          .map { language.sayings.say(name, nil, ["date": $0]) } ?? language.sayings.say(absence)
        return Point(
          place: place, day: day, isUnknown: isUnknown && !day.isFinite,
          words: language.sayings.contracted(words))
      }
      let (isBeginUnknown, isEndUnknown) = (span.beginIsUnknown, span.endIsUnknown)
      let noFirst = isBeginUnknown ? "explain.unknown-begin" : "explain.no-first"
      let noLast = isEndUnknown ? "explain.unknown-end" : "explain.no-last"
      let isOneBegin = span.beginEarliest == span.beginLatest
      let isOneEnd = span.endEarliest == span.endLatest
      return [
        point(
          .beginEarliest, span.beginEarliest, isBeginUnknown,
          isOneBegin ? "explain.same-begin" : "explain.not-begun", noFirst),
        point(
          .beginLatest, span.beginLatest, isBeginUnknown,
          isOneBegin ? "explain.same-begin" : "explain.begun", "explain.no-begin"),
        point(
          .endEarliest, span.endEarliest, isEndUnknown,
          isOneEnd ? "explain.same-end" : "explain.not-ended", "explain.no-end"),
        point(
          .endLatest, span.endLatest, isEndUnknown,
          isOneEnd ? "explain.same-end" : "explain.over", noLast),
      ]
    }
  }

  /// What a level above 0 is for, in the terms of the specification.
  public enum Feature: String, Hashable, Sendable, CaseIterable {
    case openEnd = "open-end"
    case unknownEnd = "unknown-end"
    case boundedEnd = "bounded-end"
    case qualified
    case qualifiedPart = "qualified-part"
    case digits
    case digitsAnywhere = "digits-anywhere"
    case season, grouping
    case beforeYear0 = "before-year-0"
    case longYear = "long-year"
    case exponent, significant, set

    /// Those of a value that need its level; at level 2 those of level 1 go without saying.
    static func all(of value: EDTF) -> [Feature] {
      let found = value.shape.dates.reduce(into: Set<Feature>()) {
        $0.formUnion(of($1, value.vastYears))
      }
      var features = Feature.allCases.filter(found.contains)
      if case .list = value.shape {
        features.removeAll { $0 == .boundedEnd }
        features.append(.set)
      }
      if value.level == .two {
        features.removeAll { $0.level < .two }
        if features.isEmpty { features = [.digitsAnywhere] }
      }
      return features
    }

    var level: EDTF.Level {
      switch self {
      case .openEnd, .unknownEnd, .qualified, .digits, .season, .beforeYear0, .longYear: .one
      case .boundedEnd, .qualifiedPart, .digitsAnywhere, .grouping, .exponent, .significant, .set:
        .two
      }
    }

    private static func of(_ date: PartialDate, _ years: [VastYear]) -> Set<Feature> {
      guard date.isDate else { return [date.flags.contains(.unknown) ? .unknownEnd : .openEnd] }
      var features: Set<Feature> = []
      if !date.flags.isDisjoint(with: [.orBefore, .orAfter]) { features.insert(.boundedEnd) }
      var bare = date
      bare.marks = 0
      if date.marks != 0 {
        features.insert(
          date.level(years) > bare.level(years) && date.level(years) == .two
            ? .qualifiedPart : .qualified)
      }
      var masked = PartialDate()
      (masked.mask, masked.month, masked.day) = (
        date.mask, date.isGrouping ? 1 : date.month, date.day
      )
      if date.mask != 0 { features.insert(masked.level == .two ? .digitsAnywhere : .digits) }
      if date.isGrouping { features.insert(date.month > 24 ? .grouping : .season) }
      if date.flags.contains(.negative) { features.insert(.beforeYear0) }
      if date.flags.contains(.letter) { features.insert(.longYear) }
      let vast = date.flags.contains(.vast) ? years[Int(date.magnitude)] : nil
      if date.exponent > 0 || vast?.exponent.isEmpty == false { features.insert(.exponent) }
      if date.significant > 0 || (vast?.significant ?? 0) > 0 { features.insert(.significant) }
      return features
    }
  }
}

extension Vast.Shape {
  /// The dates of a value, its members' among them.
  fileprivate var dates: [PartialDate] {
    switch self {
    case .date(let date): [date]
    case .interval(let begin, let end): [begin, end]
    case .list(_, let members): members.flatMap { [$0.first, $0.last ?? $0.first] }
    }
  }
}
