/// The words that rules name themselves. A word table knows them under these numbers, so that a rule
/// is a `switch` over them; what an expert would want to edit stands in the word lists instead.
package enum Keyword: Int32, CaseIterable, Sendable {
  case a = 1
  case an, the, this, that, these, those, its, their, his, her, our
  case it, they, them, he, she, we, who, which, what, whom, whose, there
  case of, `in`, `for`, to, on, at, by, from, with, under, over, into, onto, between, against
  case during, within, without, after, before, since, until, till, through, per, about, than, `as`
  case and, or, but, then, when, `while`, `where`, whereupon, because, so, nor, both, not, no
  case `is`, are, was, were, be, been, being, has, have, had, will, would, can, could, may, might
  case must, shall, should, `do`, did, does, became, become, becomes
  case led, run, headed, name, named, called, known, code, dubbed, full, short, title, titled
  case former, new, old, first, second, third, fourth, fifth, last, next, later, earlier, only
  case one, two, three, other, another, same, each, all, most, many, some, several, few, more
  case mission, operation, operations, force, group, team, office, programme, program
  case military, police, peacekeeping, peacekeepers
  case part, member, members, troops, personnel, staff, number, numbers, total, strength
  case resolution, resolutions, decision, decisions, action, article, page, phase, chapter
  case paragraph, rev, unscr, worth, us, hundred, thousand, dozen, million, billion
  case trained, train, trains, taught, course, courses, graduated, instructed, graduates
  case now, currently, present, still, today, go, goes, going, forces, up, out, off, down, away
  case took, take, takes, taken, gave, give, way, handed, replaced, followed, succeeded
  case thereafter, strong, percent, cent, years, year, months, month, weeks, week, days, day, hours
  case council, security, summit, meeting, ministers, request, requested, asked
  case et, al, de, des, du, la, le, les, der, und, y, del
  case i, ii, iii, iv, v, vi, vii, viii, ix, x

  /// As a text writes it, in lower case.
  package var spelling: String { "\(self)" }
}

extension Token {
  /// Which of the words that rules name it is.
  package var keyword: Keyword? { kind == .word ? Keyword(rawValue: word.rawValue) : nil }

  package func isWord(_ keyword: Keyword) -> Bool { word.rawValue == keyword.rawValue }

  /// Whether it is one of the words that a rule names; the set is made only for a word that may be one.
  @inline(__always)
  package func isAny(of keywords: @autoclosure () -> Keywords) -> Bool {
    let word = word
    return word != .unknown && word.rawValue < 256 && keywords().contains(word)
  }

  /// A hyphen, a dash or a minus sign.
  package var isDash: Bool { isMark("-") }

  /// An opening or a closing quotation mark.
  package var isQuote: Bool { isMark("\"") || isMark("'") }
}

/// A set of the words that rules name.
package struct Keywords: ExpressibleByArrayLiteral, Sendable {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Written with `forEach` and without branches, so that the compiler makes a constant of a short
  /// literal: rules ask this of every word.
  @inline(__always)
  package init(arrayLiteral keywords: Keyword...) {
    var (a, b, c, d) = bits
    // swift-format-ignore: ReplaceForEachWithForLoop
    keywords.forEach { keyword in
      let bit = UInt64(1) &<< UInt64(keyword.rawValue & 63)
      let place = keyword.rawValue &>> 6
      a |= place == 0 ? bit : 0
      b |= place == 1 ? bit : 0
      c |= place == 2 ? bit : 0
      d |= place == 3 ? bit : 0
    }
    bits = (a, b, c, d)
  }

  @inline(__always)
  package func contains(_ word: Word) -> Bool {
    let bit = UInt64(1) &<< UInt64(word.rawValue & 63)
    return switch word.rawValue >> 6 {
    case 0: bits.0 & bit != 0
    case 1: bits.1 & bit != 0
    case 2: bits.2 & bit != 0
    case 3: bits.3 & bit != 0
    default: false
    }
  }

  package static let articles: Keywords = [.a, .an, .the]
  /// What makes a passive, before a participle.
  package static let being: Keywords = [.is, .are, .was, .were, .be, .been, .being]
  /// Small words that may stand inside a name.
  package static let inNames: Keywords = [
    .of, .in, .for, .and, .to, .on, .the, .at, .de, .des, .du, .la, .les,
  ]
}
