internal import Chronology

/// A number of one mission before it is known whether it counts.
struct Counted {
  let account: Account
  let truth: Truth
  let statement: Statement
  let quantity: Quantity

  init(_ account: Account, _ truth: Truth, _ statement: Statement, _ quantity: Quantity) {
    self.account = account
    self.truth = truth
    self.statement = statement
    self.quantity = quantity
  }

  var document: DocumentID { statement.passages[0].document }
  var asOf: EDTF? { quantity.asOf ?? statement.valid }
  var days: (first: Day, last: Day)? { asOf?.days }

  func figure(_ role: Figure.Role, _ reason: String) -> Figure {
    Figure(
      account: account, statement: statement, quantity: quantity, truth: truth, role: role,
      reason: reason)
  }
}

/// What all sources together count of one mission, in one unit.
struct MissionCount {
  let figures: [Figure]
  let sum: Sum
  let truth: Truth
  /// What the sum supposes.
  let reasons: [String]

  /// - Parameter items: never empty, in document order.
  init(_ items: [Counted]) {
    var figures: [Figure] = []
    var reasons: [String] = []
    // What each document comes to, by the number that stands for it.
    var standing: [(item: Counted, sum: Sum)] = []
    for (_, items) in items.grouped(by: \.document) {
      let count = DocumentCount(items)
      figures += count.figures
      reasons += count.reasons
      standing.append((count.standing, count.sum))
    }
    var sum = standing[0].sum
    var holder = standing[0].item
    for (item, total) in standing.dropFirst() {
      let label = item.account.mission.label
      if !holder.quantity.excludes(item.quantity) {
        // Sources that agree are one number: the one that leaves open less.
        let isFiner = total.most - total.least < sum.most - sum.least
        let (kept, other) = isFiner ? (item, holder) : (holder, item)
        figures.demote(other, "another source agrees with it: \(kept.quantity.words)")
        if isFiner { (sum, holder) = (total, item) }
      } else if let mine = holder.days, let theirs = item.days, mine.last < theirs.first {
        figures.demote(holder, "the count has grown since: \(item.quantity.words)")
        (sum, holder) = (total, item)
      } else if let mine = holder.days, let theirs = item.days, theirs.last < mine.first {
        figures.demote(item, "the count has grown since: \(holder.quantity.words)")
      } else {
        reasons.append(
          "sources differ on \(label): \(holder.quantity.words) or \(item.quantity.words)")
        figures.doubt(item, "another source says \(holder.quantity.words)")
        figures.doubt(holder, "another source says \(item.quantity.words)")
        sum = sum.or(total)
      }
    }
    self.figures = figures
    self.sum = sum
    self.reasons = reasons
    truth = items.map(\.truth).max() ?? .no
  }
}

/// What one document counts of one mission, in one unit.
private struct DocumentCount {
  private(set) var figures: [Figure] = []
  let sum: Sum
  /// The number that stands for the document.
  let standing: Counted
  private(set) var reasons: [String] = []

  init(_ items: [Counted]) {
    let largest = items.max { $0.quantity.value < $1.quantity.value } ?? items[0]
    if items.count == 1 {
      figures = [items[0].figure(.counted, "the only number of its document")]
      (sum, standing) = (Sum(items[0].quantity), items[0])
      return
    }
    if items.contains(where: \.quantity.isCumulative) {
      // A count that grows: the latest holds the earlier ones, and is the largest where not all are
      // dated.
      let dated = items.compactMap { item in item.days.map { (item: item, last: $0.last) } }
      let latest =
        dated.count == items.count
        ? dated.max {
          ($0.last.number, $0.item.quantity.value) < ($1.last.number, $1.item.quantity.value)
        }?
        .item ?? largest : largest
      figures = items.map { item in
        item === latest
          ? item.figure(.counted, "the latest of a count that grows")
          : item.figure(.contained, "a later count holds it: \(latest.quantity.words)")
      }
      (sum, standing) = (Sum(latest.quantity), latest)
      return
    }
    let spans = items.compactMap(\.days).sorted { $0.first < $1.first }
    let isApart =
      spans.count == items.count
      && zip(spans, spans.dropFirst()).allSatisfy { $0.last < $1.first }
    if isApart {
      figures = items.map { $0.figure(.counted, "of days that no other number is of") }
      sum = items.map { Sum($0.quantity) }.reduce(.none, +)
    } else {
      figures = items.map { item in
        item === largest
          ? item.figure(.counted, "the largest of its document")
          : item.figure(.doubtful, "may be part of \(largest.quantity.words)")
      }
      let all = items.map { Sum($0.quantity) }.reduce(.none, +)
      sum = Sum(least: Sum(largest.quantity).least, most: all.most, isAbout: all.isAbout)
      reasons = ["some numbers of \(largest.account.mission.label) may be part of others"]
    }
    standing = largest
  }
}

extension Counted {
  fileprivate static func === (left: Self, right: Self) -> Bool {
    left.statement == right.statement
  }
}

extension [Figure] {
  /// Says of what counted so far that another number holds it.
  fileprivate mutating func demote(_ item: Counted, _ reason: String) {
    replace(item, from: .counted, with: .contained, reason)
  }

  fileprivate mutating func doubt(_ item: Counted, _ reason: String) {
    replace(item, from: .counted, with: .doubtful, reason)
  }

  private mutating func replace(
    _ item: Counted, from old: Figure.Role, with role: Figure.Role, _ reason: String
  ) {
    guard
      let index = firstIndex(where: { $0.statement == item.statement && $0.role == old })
    else { return }
    self[index] = item.figure(role, reason)
  }
}
