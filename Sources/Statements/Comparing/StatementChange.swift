internal import Chronology

/// A statement that only one side has, or that the two sides have otherwise.
package enum StatementChange: Hashable, Sendable {
  case added(Statement)
  case dropped(Statement)
  case changed(from: Statement, to: Statement)

  /// What is otherwise, in words: `date July 2018 → October 2018`, `350 officers → 400 officers`;
  /// nil where the statement is on one side only.
  package var words: String? {
    guard case .changed(let old, let new) = self else { return nil }
    var words: [String] = []
    if old.property != new.property {
      words.append("\(old.property.rawValue) → \(new.property.rawValue)")
    }
    if old.valid != new.valid {
      words.append("date \(StatementChange.words(old.valid)) → \(StatementChange.words(new.valid))")
    }
    if !old.value.saysSame(as: new.value) {
      if case .text = new.value, old.valid != nil || new.valid != nil {
        words.append("other words")
      } else {
        words.append("\(old.value.shown) → \(new.value.shown)")
      }
    }
    return words.joined(separator: ", ")
  }

  private static func words(_ date: EDTF?) -> String { date.map { DateWords.of($0) } ?? "none" }
}

extension Value {
  fileprivate var shown: String {
    if case .date(let date) = self { return DateWords.of(date) }
    return words
  }

  /// Whether two values are the same but for capitals, spaces and the document of a mission.
  func saysSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.text(let mine), .text(let theirs)):
      Folding.words(of: mine) == Folding.words(of: theirs)
    case (.mission(let mine), .mission(let theirs)): mine.slug == theirs.slug
    default: self == other
    }
  }
}

/// Finds which statement of one side is which of the other, the surest first.
struct StatementMatching {
  private let before: [Statement]
  private let after: [Statement]
  /// By the place in `after`, the place in `before`.
  private var pairs: [Int: Int] = [:]
  private var taken: Set<Int> = []

  init(_ before: [Statement], _ after: [Statement]) {
    self.before = before
    self.after = after
  }

  mutating func match() {
    pair { $0.property == $1.property && $0.valid == $1.valid && $0.value.saysSame(as: $1.value) }
    pair { $0.property == $1.property && $0.valid == $1.valid && $0.likeness(to: $1) >= 0.4 }
    pair { old, new in
      guard old.property == new.property else { return false }
      switch (old.value, new.value) {
      case (.quantity(let mine), .quantity(let theirs)): return mine.unitKey == theirs.unitKey
      // A mission has one period, one begin and one end.
      case (.date, .date): return true
      default: return old.likeness(to: new) >= 0.5
      }
    }
    pair { $0.likeness(to: $1) >= 0.8 }
  }

  private mutating func pair(where isSame: (Statement, Statement) -> Bool) {
    for new in after.indices where pairs[new] == nil {
      let old = before.indices.first { !taken.contains($0) && isSame(before[$0], after[new]) }
      guard let old else { continue }
      pairs[new] = old
      taken.insert(old)
    }
  }

  var changes: [StatementChange] {
    let kept = after.indices.compactMap { index -> StatementChange? in
      guard let old = pairs[index] else { return .added(after[index]) }
      let (mine, theirs) = (before[old], after[index])
      let isSame =
        mine.property == theirs.property && mine.valid == theirs.valid
        && mine.value.saysSame(as: theirs.value)
      return isSame ? nil : .changed(from: mine, to: theirs)
    }
    return kept + before.indices.filter { !taken.contains($0) }.map { .dropped(before[$0]) }
  }

  var unchanged: Int {
    after.count - changes.count { if case .dropped = $0 { false } else { true } }
  }
}

extension Statement {
  /// How alike the first quotes are, 0…1.
  fileprivate func likeness(to other: Statement) -> Double {
    Wording.likeness(passages[0].quote, other.passages[0].quote)
  }
}
