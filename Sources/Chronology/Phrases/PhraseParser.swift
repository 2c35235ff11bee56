/// The grammar of date phrases, over tokens and the roles that a language gives their words.
///
/// Every rule looks at a few tokens and moves forward; none is tried twice at one place, so a phrase
/// is read in time in proportion to its length. A rule takes the index of a token and gives what it
/// found with the index behind it.
struct PhraseParser {
  let tokens: [PhraseToken]
  let language: DateLanguage
  let conventions: PhraseConventions

  private(set) var answer: Result<PhraseReading, PhraseError> = .failure(
    PhraseError(reason: .empty, offset: 0))
  /// What was read before its dates shared their years.
  private(set) var unshared: Phrase?
  /// Matters that the phrase leaves to convention.
  var doubts: PhraseDoubts = []
  /// What the phrase lacks, where a rule found it lacking.
  var need: PhraseNeed?
  /// Whether a numeric date showed that days, or months, come first.
  var showsDayFirst = false
  var showsMonthFirst = false
  /// How deep parts stand in wholes that are parts again; "the end of the end of" ends somewhere.
  var depth = 0
  /// The furthest token that a rule looked at in vain.
  private var furthest = 0
  /// An error that explains more than an unexpected word.
  private var known: PhraseError?

  init(_ tokens: [PhraseToken], _ language: DateLanguage, _ conventions: PhraseConventions) {
    self.tokens = tokens
    self.language = language
    self.conventions = conventions
  }

  /// Whether nothing in the phrase speaks against the conventions it was read by.
  func agrees(with conventions: PhraseConventions) -> Bool {
    conventions.isMonthFirst ? !showsDayFirst : !showsMonthFirst
  }

  mutating func run() {
    guard !tokens.isEmpty else { return }
    if let end = word(.undated, opening(0)), closing(end) == tokens.count {
      answer = .success(.noDate)
      return
    }
    if let phrase = whole(from: 0) ?? afterPreamble.flatMap({ whole(from: $0) }) {
      unshared = phrase
      answer = .success(.means(phrase.shared))
      return
    }
    answer = .failure(known ?? unexpected)
  }

  private mutating func whole(from start: Int) -> Phrase? {
    guard let (phrase, next) = clause(opening(start)) else { return nil }
    let end = closing(next)
    guard end == tokens.count else {
      fail(at: end)
      return nil
    }
    return phrase
  }

  /// The index behind words that say nothing of dates, "launched" in "launched in 2008": the last
  /// unknown word before a word that leads to a date. Words that would make the date depend on
  /// something else ("after the attack in 2004"), and digits, forbid it.
  private var afterPreamble: Int? {
    guard let last = lastUnknown, last + 1 < tokens.count, isLead(last + 1) else { return nil }
    let forbidden: [DateLanguage.Role] = [
      .from, .until, .to, .by, .notBefore, .before, .after, .between, .throughout, .or, .relative,
      .never, .number, .month, .weekday, .season, .feast, .fraction, .atLeast, .latest, .earliest,
    ]
    for index in 0...last {
      guard tokens[index].kind == .word else {
        if tokens[index].text == "'" || tokens[index].text == "-" { continue }
        return nil
      }
      if forbidden.contains(where: { word($0, index) != nil }) { return nil }
    }
    return last + 1
  }

  /// The last word that belongs to no form, not even to one of several words.
  private var lastUnknown: Int? {
    var last: Int?
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .word {
        let forms = language.forms[tokens[index].text] ?? []
        let next = forms.compactMap { end(of: $0, index) }.max()
        if next == nil { last = index }
        index = next ?? index + 1
      } else {
        index += 1
      }
    }
    return last
  }

  /// Whether a word leads to a date.
  private func isLead(_ index: Int) -> Bool {
    let leads: [DateLanguage.Role] = [
      .in, .from, .until, .by, .notBefore, .before, .after, .between, .throughout, .sometime,
      .hedge, .night, .atLeast,
    ]
    return leads.contains { word($0, index) != nil }
  }
}

// MARK: Tokens

extension PhraseParser {
  /// The value of the longest form of a role that begins at a token, and the index behind it. A
  /// hyphen may stand between its words.
  func match(_ role: DateLanguage.Role, _ index: Int) -> (value: Int, next: Int)? {
    guard index < tokens.count, tokens[index].kind == .word,
      let forms = language.forms[tokens[index].text]
    else { return nil }
    for form in forms where form.role == role {
      if let next = end(of: form, index) { return (form.value, next) }
    }
    return nil
  }

  /// The index behind a form whose first word stands at a token; nil where the others do not follow.
  private func end(of form: DateLanguage.Form, _ index: Int) -> Int? {
    var next = index + 1
    for word in form.rest {
      if next + 1 < tokens.count, tokens[next].text == "-", tokens[next].touches { next += 1 }
      guard next < tokens.count, tokens[next].kind == .word, tokens[next].text == word
      else { return nil }
      next += 1
    }
    return next
  }

  /// The index behind the longest form of a role.
  func word(_ role: DateLanguage.Role, _ index: Int) -> Int? { match(role, index)?.next }

  /// The index behind a form of a role, or the same where there is none.
  func skip(_ role: DateLanguage.Role, _ index: Int) -> Int { word(role, index) ?? index }

  func isMark(_ text: String, _ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .mark && tokens[index].text == text
  }

  /// Whether a token stands directly behind the one before it.
  func touches(_ index: Int) -> Bool { index < tokens.count && tokens[index].touches }

  func isDash(_ index: Int) -> Bool { isMark("-", index) || isMark("–", index) }

  /// A number and its digits; nil for one that is too long to be counted exactly.
  func number(_ index: Int) -> (value: Int, digits: Int)? {
    guard index < tokens.count, tokens[index].kind == .number,
      tokens[index].text.utf8.count <= 15
    else { return nil }
    return (tokens[index].value, tokens[index].text.utf8.count)
  }

  /// The index behind brackets and quotation marks that open.
  func opening(_ index: Int) -> Int {
    var index = index
    while index < tokens.count, ["(", "\"", ":", "'"].contains(tokens[index].text),
      !(isMark("'", index) && number(index + 1) != nil)
    {
      index += 1
    }
    return index
  }

  /// The index behind what may end a phrase.
  func closing(_ index: Int) -> Int {
    var index = skip(.inclusive, index)
    while index < tokens.count,
      [")", "\"", "'", ".", ",", ";", ":", "("].contains(tokens[index].text)
    {
      index += 1
      index = skip(.inclusive, index)
    }
    return index
  }
}

// MARK: Failing

extension PhraseParser {
  /// Notes a token that fits no rule.
  mutating func fail(at index: Int) { furthest = max(furthest, index) }

  /// Notes why a date, all of whose words are understood, is none.
  mutating func fail(_ reason: PhraseError.Reason, at index: Int) {
    guard known == nil else { return }
    known = PhraseError(reason: reason, offset: offset(index))
  }

  private func offset(_ index: Int) -> Int {
    index < tokens.count ? tokens[index].bytes.lowerBound : tokens.last?.bytes.upperBound ?? 0
  }

  private var unexpected: PhraseError {
    guard furthest < tokens.count else {
      return PhraseError(reason: .unfinished, offset: offset(furthest))
    }
    return PhraseError(
      reason: .unexpected(String(tokens[furthest].text.prefix(40))), offset: offset(furthest))
  }
}
