internal import Chronology

/// One question put to one account.
struct Answering {
  let question: Question
  let account: Account

  /// How far from the asked days a dated event is still worth naming: half a year.
  private static let near: Int64 = 183

  var answer: Answer {
    let period = account.period
    guard let span = period.span else {
      return answer(.possibly, [period.reason] + near.map(words), near.flatMap(\.passages))
    }
    let truth = question.asked(of: span)
    if period.origin == .inherited {
      // That it ran within the section is known, that it ran on a day of it is not: not even where
      // the section has one day only.
      return truth == .no
        ? answer(.no, [period.reason, outside(span)], [])
        : answer(.possibly, [period.reason] + near.map(words), near.flatMap(\.passages))
    }
    switch truth {
    case .no: return answer(.no, [period.reason, outside(span)], [])
    case .certainly: return answer(.certainly, [period.reason] + reach(span), [])
    case .possibly:
      let doubts = doubts(span)
      let explains = period.origin == .events || period.isUnsettled
      return answer(.possibly, explains ? [period.reason] + doubts : doubts, [])
    }
  }

  private func answer(_ truth: Truth, _ reasons: [String], _ more: [Passage]) -> Answer {
    var passages: [Passage] = []
    for passage in account.period.passages + more where !passages.contains(passage) {
      passages.append(passage)
    }
    if passages.isEmpty { passages = [account.mission.passage] }
    return Answer(
      account: account, truth: truth, reason: reasons.joined(separator: "; "), passages: passages)
  }

  /// Why a day outside is outside.
  private func outside(_ span: TimeSpan) -> String {
    question.last < span.beginEarliest
      ? "\(question.words) lies before it" : "\(question.words) lies after it"
  }

  /// Why an open end certainly reaches the asked days.
  private func reach(_ span: TimeSpan) -> [String] {
    account.period.openUntil.map { ["the source speaks up to \(DateWords.of($0))"] } ?? []
  }

  /// Why the asked days may lie outside: what each end leaves open.
  private func doubts(_ span: TimeSpan) -> [String] {
    var doubts: [String] = []
    if question.last < span.beginLatest {
      switch account.period.start {
      case .date(let date):
        doubts.append(
          "begins sometime \(DateWords.when(date)), so \(question.words) may lie before it")
      case .unknown: doubts.append("its begin is unknown")
      // Where the begin is not settled, the period's own reason says between what.
      case .unstated where span.beginEarliest.isFinite || account.period.isUnsettled: break
      case .open, .unstated: doubts.append("the document does not say when it began")
      }
    }
    if span.endEarliest < question.first {
      switch account.period.end {
      case .date(let date):
        doubts.append(
          "ends sometime \(DateWords.when(date)), so \(question.words) may lie after it")
      case .open:
        doubts.append(
          account.period.openUntil.map {
            "open end, and the source speaks only up to \(DateWords.of($0))"
          } ?? "open end, and the source gives no date up to which it speaks")
      case .unknown: doubts.append("its end is unknown")
      case .unstated where span.endLatest.isFinite || account.period.isUnsettled: break
      case .unstated: doubts.append("the document does not say when it ended")
      }
    }
    return doubts
  }

  /// The dated statements on the asked days, else the nearest within half a year.
  private var near: [Statement] {
    let distances = account.statements.compactMap { statement -> (Statement, Int64)? in
      guard let valid = statement.valid, let days = valid.days, case .text = statement.value
      else { return nil }
      return (statement, distance(to: days.first, days.last))
    }
    let on = distances.filter { $0.1 == 0 }.map(\.0)
    if !on.isEmpty { return Array(on.prefix(2)) }
    return distances.min { $0.1 < $1.1 }.flatMap { $0.1 <= Answering.near ? [$0.0] : nil } ?? []
  }

  /// Days between the asked days and an event's; 0 where they share one.
  private func distance(to first: Day, _ last: Day) -> Int64 {
    if first > question.last { return question.last.distance(to: first) }
    return last < question.first ? last.distance(to: question.first) : 0
  }

  private func words(_ statement: Statement) -> String {
    statement.valid.map { EventWords.of(statement.property, $0) } ?? ""
  }
}

extension Day {
  /// Days from this one to a later one; more than any where an infinity or overflow is between.
  fileprivate func distance(to later: Day) -> Int64 {
    guard isFinite, later.isFinite else { return .max }
    let (days, overflow) = later.number.subtractingReportingOverflow(number)
    return overflow ? .max : days
  }
}
