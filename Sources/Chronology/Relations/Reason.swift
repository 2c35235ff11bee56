/// Why a predicate holds, may hold or does not, in words.
struct Reason {
  let predicate: Predicate
  let x: Operand
  let y: Operand
  /// Whether a member that decided may not belong to its set.
  let isDoubtful: Bool
  /// The answer, which the members of a one-of set may give though none of them is possible.
  let truth: Truth

  /// A value as the asker wrote it, and the span of it that decided.
  struct Operand {
    let name: String
    let span: TimeSpan
    /// Whether it is one day, which needs no more words than its text.
    let isDay: Bool

    init(_ text: String, _ span: TimeSpan, of extent: Extent) {
      self.span = span
      isDay = extent.quantifier == .only && span == TimeSpan(span.beginEarliest)
      guard extent.quantifier != .only, extent.spans.count > 1 || extent.spans[0] != span else {
        name = text
        return
      }
      let index = extent.spans.firstIndex(of: span)
      name = index.map { "member \($0 + 1) of \(text)" } ?? "a member of \(text)"
    }
  }

  /// One sentence: the conditions that decided, with the days at which they are tested.
  var sentence: String {
    let sentence = sentenceOfMembers
    if isDoubtful { return "\(sentence), but that member may not belong to the set" }
    return truth == .possibly && x.span.answer(predicate, y.span) != .possibly
      ? "\(sentence), but not every member answers so" : sentence
  }

  private var sentenceOfMembers: String {
    let conditions = predicate.conditions
    switch x.span.answer(predicate, y.span) {
    case .certainly: return certain(conditions)
    case .no:
      guard let first = conditions.first(where: { $0.truth(x.span, y.span) == .no }) else {
        return "no days agree with all of it: \(x.limits); \(y.limits)"
      }
      return impossible(first)
    case .possibly:
      return (conditions.first { $0.truth(x.span, y.span) == .possibly }).map(open) ?? x.limits
    }
  }

  private func certain(_ conditions: [Condition]) -> String {
    var parts: [String] = []
    var skip = false
    for (index, condition) in conditions.enumerated() {
      if skip {
        skip = false
        continue
      }
      let next = index + 1 < conditions.count ? conditions[index + 1] : condition
      // Two conditions that turn round are an equation.
      if next.left == condition.right, next.right == condition.left {
        skip = true
        let (left, right) = (operand(condition.left), operand(condition.right))
        parts.append(
          condition.gap == 0
            ? "\(left.name) and \(right.name) both \(condition.left.isBegin ? "begin" : "end") "
              + "on \(left.days(condition.left).earliest)"
            : "\(left.name) ends on \(left.days(condition.left).earliest), the eve of the day on "
              + "which \(right.name) begins")
        continue
      }
      let (subject, other) = order(condition)
      let first = (subject == condition.left)
      parts.append(
        "\(operand(subject).verb(subject, latest: first)), "
          + "\(Reason.word(condition.gap, leftFirst: first)) "
          + operand(other).object(other, latest: !first))
    }
    return parts.joined(separator: ", and ")
  }

  private func impossible(_ condition: Condition) -> String {
    let (subject, other) = order(condition)
    let first = (subject == condition.left)
    return "\(operand(subject).verb(subject, latest: !first)), "
      + "\(Reason.opposite(condition.gap, leftFirst: first)) "
      + operand(other).object(other, latest: first)
  }

  private func open(_ condition: Condition) -> String {
    let (subject, other) = order(condition)
    let word = Reason.word(condition.gap, leftFirst: (subject == condition.left))
    let (one, two) = (operand(subject), operand(other))
    let begin = "\(one.name) \(subject.isBegin ? "begins" : "ends") \(one.range(subject))"
    return two.isDay
      ? "\(begin), which may or may not be \(word) \(two.name)"
      : "\(begin), and that may or may not be \(word) \(two.name) "
        + "\(other.isBegin ? "begins" : "ends"), \(two.range(other))"
  }

  /// Which end to speak of and which to compare it with: a single day is never the subject.
  private func order(
    _ condition: Condition
  ) -> (subject: Condition.End, other: Condition.End) {
    operand(condition.left).isDay && !operand(condition.right).isDay
      ? (condition.right, condition.left) : (condition.left, condition.right)
  }

  private func operand(_ end: Condition.End) -> Operand { end.isOfX ? x : y }

  /// How the left end stands to the right one, or the right one to the left.
  private static func word(_ gap: Int64, leftFirst: Bool) -> String {
    switch (gap, leftFirst) {
    case (..<0, true): "at most a day after"
    case (..<0, false): "at most a day before"
    case (0, true): "on or before"
    case (0, false): "on or after"
    case (1, true): "before"
    case (1, false): "after"
    case (_, true): "more than a day before"
    case (_, false): "more than a day after"
    }
  }

  private static func opposite(_ gap: Int64, leftFirst: Bool) -> String {
    switch (gap, leftFirst) {
    case (..<0, true): "more than a day after"
    case (..<0, false): "more than a day before"
    case (0, true): "after"
    case (0, false): "before"
    case (1, true): "on or after"
    case (1, false): "on or before"
    case (_, true): "no more than a day before"
    case (_, false): "no more than a day after"
    }
  }
}

extension Reason.Operand {
  func days(_ end: Condition.End) -> (earliest: Day, latest: Day) {
    end.isBegin
      ? (span.beginEarliest, span.beginLatest) : (span.endEarliest, span.endLatest)
  }

  /// `2004/2011 begins by 2004-12-31`.
  fileprivate func verb(_ end: Condition.End, latest: Bool) -> String {
    let days = days(end)
    let day = latest ? days.latest : days.earliest
    let limit = days.earliest == days.latest ? "on" : latest ? "by" : "no earlier than"
    return "\(name) \(end.isBegin ? "begins" : "ends") \(limit) \(day)"
  }

  /// `2004-06-01`, or `2006/2010 begins, at the latest on 2006-12-31`.
  fileprivate func object(_ end: Condition.End, latest: Bool) -> String {
    if isDay { return name }
    let days = days(end)
    let day = latest ? days.latest : days.earliest
    let limit =
      days.earliest == days.latest ? "on" : latest ? "at the latest on" : "at the earliest on"
    return "\(name) \(end.isBegin ? "begins" : "ends"), \(limit) \(day)"
  }

  /// `on 2004-06-01`, `from 2004-01-01 to 2004-12-31`, `on an unknown day from 1985-01-01`.
  fileprivate func range(_ end: Condition.End) -> String {
    let (first, last) = days(end)
    if end.isBegin ? span.beginIsUnknown : span.endIsUnknown {
      return "on an unknown day"
        + (first.isFinite ? " from \(first)" : last.isFinite ? " up to \(last)" : "")
    }
    switch (first.isFinite, last.isFinite) {
    case (true, true): return first == last ? "on \(first)" : "from \(first) to \(last)"
    case (true, false):
      return end.isBegin ? "on \(first) or later" : "on \(first) or later, if ever"
    case (false, true): return "on \(last) or earlier"
    case (false, false): return "on any day"
    }
  }

  /// `2004 begins from 2004-01-01 to 2004-12-31 and ends from 2004-01-01 to 2004-12-31`.
  var limits: String { "\(name) begins \(range(.xBegin)) and ends \(range(.xEnd))" }
}

extension Reason {
  init(
    _ predicate: Predicate, _ decision: Extent.Decision, _ x: (EDTF, Extent), _ y: (EDTF, Extent)
  ) {
    self.predicate = predicate
    truth = decision.truth
    isDoubtful = decision.isDoubtful
    self.x = Operand("\(x.0)", decision.x, of: x.1)
    self.y = Operand("\(y.0)", decision.y, of: y.1)
  }

  /// The limits of a value's begin and end, those of the whole of a set.
  static func limits(_ value: EDTF, _ extent: Extent) -> String {
    Operand("\(value)", extent.hull, of: Extent(extent.hull)).limits
  }
}
