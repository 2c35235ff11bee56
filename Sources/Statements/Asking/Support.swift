internal import Chronology

/// A weakness of what a statement rests on, which a careful reader wants to look at first.
package enum Support: String, Hashable, Sendable, CaseIterable {
  /// No other document says the same in words of its own.
  case singleSource = "single-source"
  /// It is the period of a section, and not the mission's own.
  case inherited
  /// The text writes the date in part, and the rest was completed from elsewhere in it.
  case completed
}

extension Statement {
  /// How a note begins that says from where a date was completed: "year 2003 completed from the
  /// text before".
  package static let completion = "completed from"

  /// Whether a part of its date does not stand in its passage.
  package var hasCompletedDate: Bool { note?.contains(Statement.completion) ?? false }
}

extension Account {
  /// Whether the period rests on what a reader should look at first.
  func periodRests(on support: Support) -> Bool {
    switch support {
    case .singleSource:
      ownSpan != nil && Set(period.passages.map(\.document)).count == 1
    case .inherited: period.origin == .inherited
    case .completed:
      statements.contains { statement in
        statement.hasCompletedDate && statement.passages.contains(where: period.passages.contains)
      }
    }
  }
}

/// One statement with what it rests on.
package struct SupportedStatement: Hashable, Sendable {
  package let account: Account
  package let statement: Statement
  /// What weakens it; empty where nothing does.
  package let support: Set<Support>
  /// The passages of other documents that say the same in words of their own.
  package let others: [Finding.Side]
}

extension Ledger {
  /// Every statement of the accounts that are let through, with what it rests on, account after
  /// account in the order of `Account.precedes`.
  package func supportedStatements(where isWanted: (Account) -> Bool) -> [SupportedStatement] {
    var peers: [MissionID: [Account]] = [:]
    for group in groups { for account in group { peers[account.id] = group } }
    return accounts.filter(isWanted).sorted(by: Account.precedes).flatMap { account in
      let peers = (peers[account.id] ?? []).filter { $0.document.id != account.document.id }
      return account.statements.map { statement in
        let others = peers.flatMap { peer in
          peer.statements.filter { statement.isSaid(by: $0) }
            .map { Finding.Side(peer, $0.passages[0]) }
        }
        var support: Set<Support> = []
        if others.isEmpty { support.insert(.singleSource) }
        if statement.property == .sectionPeriod { support.insert(.inherited) }
        if statement.hasCompletedDate { support.insert(.completed) }
        return SupportedStatement(
          account: account, statement: statement, support: support, others: others)
      }
    }
  }
}

extension Statement {
  /// Whether another statement says the same, or the same more finely, and is no copy of its words.
  fileprivate func isSaid(by other: Statement) -> Bool {
    guard property == other.property, agrees(with: other) else { return false }
    let words = Set(passages.map { Folding.words(of: $0.quote) })
    // A name or a year is the same words wherever it stands.
    return !other.passages.contains { passage in
      let copy = Folding.words(of: passage.quote)
      return copy.count >= DuplicateCheck.shortest && words.contains(copy)
    }
  }

  private func agrees(with other: Statement) -> Bool {
    if let valid, let theirs = other.valid, !valid.refines(theirs), !theirs.refines(valid) {
      return false
    }
    switch (value, other.value) {
    case (.text(let mine), .text(let theirs)):
      // Of a dated event the date is what is said; its clause is words of the source's own.
      if valid != nil, other.valid != nil {
        return property != .event || Wording.likeness(mine, theirs) >= 0.5
      }
      let words = (Set(Folding.words(of: mine)), Set(Folding.words(of: theirs)))
      return words.0.isSubset(of: words.1) || words.1.isSubset(of: words.0)
    case (.date(let mine), .date(let theirs)):
      return mine.refines(theirs) || theirs.refines(mine)
    case (.quantity(let mine), .quantity(let theirs)):
      return !mine.excludes(theirs) && mine.unitKey == theirs.unitKey
    case (.mission(let mine), .mission(let theirs)): return mine.slug == theirs.slug
    default: return false
    }
  }
}

extension Quantity {
  /// The words of the unit as they are compared: folded, without the plural's `s`.
  var unitKey: String {
    Folding.words(of: unit).map { word in
      word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
        ? String(word.dropLast()) : word
    }.joined(separator: " ")
  }
}

extension MissionID {
  /// The id without its document: `ntm-i`.
  package var slug: String {
    rawValue.split(separator: "@").first.map(String.init) ?? rawValue
  }
}
