import Statements

/// How far a mission's name reaches to the left and right of its noun.
struct NameExtent {
  let text: LexedText
  let lexicon: Lexicon

  private var tokens: [Token] { text.tokens }

  /// The first token of the name that ends at a noun: capitalised words, with "and" and dashes
  /// between them, without what opens the sentence.
  func start(before noun: Int, from low: Int) -> Int {
    var start = noun
    var index = noun - 1
    while index >= low {
      let token = tokens[index]
      if let phrase = lexicon.missionQualifiers.match(tokens, endingAt: index + 1, from: low),
        phrase.tokens.count > 1, tokens[phrase.tokens.lowerBound].isCapitalised
      {
        // "Rule of Law Mission"
        start = phrase.tokens.lowerBound
        index = start - 1
      } else if let lead = lexicon.organisations.match(tokens, endingAt: index + 1, from: low),
        !lead.value.isAdjective
      {
        // An organisation opens a name, unless another one is joined to it: "African Union – United
        // Nations Hybrid Operation".
        start = lead.tokens.lowerBound
        index = start - 1
        guard index > low, tokens[index].isDash || tokens[index].isMark("/"),
          lexicon.organisations.match(tokens, endingAt: index, from: low) != nil
        else { break }
        index -= 1
      } else if token.kind == .word, token.isCapitalised, !isMonth(index) {
        if token.isUpperCase, lexicon.form(of: text.quote(index..<index + 1)) != nil { break }
        start = index
        index -= 1
      } else if let country = lexicon.countries.match(tokens, endingAt: index + 1, from: low) {
        start = country.tokens.lowerBound
        index = start - 1
      } else if isJoin(index), index > low, start == index + 1, tokens[index - 1].isCapitalised,
        lexicon.organisations.match(tokens, at: start, before: noun + 1) == nil
      {
        index -= 1
      } else {
        break
      }
    }
    return withoutOpening(start, noun)
  }

  /// A dash between words that touch it, "&" or "and".
  private func isJoin(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.isDash { return token.touches && text.touchesNext(index) }
    return token.isMark("&") || token.isWord(.and) || token.isMark("/")
  }

  /// Without the article, preposition or ordinal with which a sentence opens in a capital.
  private func withoutOpening(_ start: Int, _ noun: Int) -> Int {
    var start = start
    while start < noun, tokens[start].isAny(of: NameExtent.openings),
      lexicon.countries.match(tokens, at: start, before: noun) == nil
    {
      start += 1
    }
    return start
  }

  static let openings: Keywords = [
    .a, .an, .the, .this, .that, .these, .those, .its, .their, .his, .her, .our, .of, .in, .for,
    .to,
    .on, .at, .by, .from, .with, .under, .over, .into, .between, .against, .during, .within,
    .without, .after, .before, .since, .until, .and, .or, .but, .then, .when, .while, .where, .as,
    .because, .both, .not, .no, .former, .new, .old, .first, .second, .third, .last, .next, .later,
    .earlier, .only, .another, .each, .all, .most, .many, .some, .now, .currently, .today, .one,
    .two, .three, .council, .operations, .became, .is, .was,
  ]

  /// The end of a name behind its noun: "in Iraq", "– Iraq", "for the Referendum in Western Sahara",
  /// "of Support in East Timor", "Iraq", a numeral.
  func end(after noun: Int, from start: Int, to high: Int, kind: Mission.Kind) -> Int {
    var end = noun + 1
    if kind == .operation, start == noun, text.quote(noun..<noun + 1).lowercased() == "operation" {
      while end < high, end - noun <= 4, tokens[end].isCapitalised,
        isNameWord(end, high) || isShoutedName(end, high)
      {
        end += 1
      }
      // "Operation Peace for Galilee", "Operation Freedom's Sentinel"
      if end > noun + 1, end + 1 < high, tokens[end].isAny(of: [.for, .of]) || isPossessive(end),
        tokens[end + 1].isCapitalised, isNameWord(end + 1, high)
      {
        end += 2
      }
      // "Operation Enduring Freedom – Philippines"
      if end + 1 < high, tokens[end].isDash, !tokens[end].touches,
        let country = lexicon.countries.match(tokens, at: end + 1, before: high),
        country.value.form == .name
      {
        return country.tokens.upperBound
      }
      return numeral(end, high)
    }
    while end < high, let next = step(end, from: start, to: high), next > end { end = next }
    return numeral(end, high)
  }

  private func isPossessive(_ index: Int) -> Bool {
    tokens[index].touches && text.quote(index..<index + 1).hasSuffix("s")
      && tokens[index].kind == .word
  }

  private func numeral(_ end: Int, _ high: Int) -> Int {
    end < high && Numeral.value(tokens[end]) != nil && !tokens[end].touches ? end + 1 : end
  }

  private func step(_ index: Int, from start: Int, to high: Int) -> Int? {
    let token = tokens[index]
    if let country = lexicon.countries.match(tokens, at: index, before: high),
      country.value.form == .name
    {
      return country.tokens.upperBound
    }
    if token.isDash {
      guard index + 1 < high,
        let country = lexicon.countries.match(tokens, at: index + 1, before: high),
        country.value.form == .name
      else { return nil }
      return country.tokens.upperBound
    }
    guard token.isAny(of: [.in, .for, .to, .of, .and, .on]) || token.isMark("&") else { return nil }
    var next = index + 1
    if next < high, tokens[next].isWord(.the) { next += 1 }
    guard next < high else { return nil }
    if let country = lexicon.countries.match(tokens, at: next, before: high) {
      // Not the same country again: "the Kosovo Force in Kosovo".
      let isRepeated = lexicon.countries.all(in: tokens, start..<index).contains {
        $0.value.name == country.value.name
      }
      // "Ethiopia and Eritrea", not "Iraq and Afghan forces".
      return isRepeated || country.value.form == .adjective && token.isWord(.and)
        ? nil : country.tokens.upperBound
    }
    guard tokens[next].isCapitalised, isNameWord(next, high),
      !(token.isWord(.and)
        && lexicon.missionNouns.first(in: tokens, next..<min(next + 6, high)) != nil)
    else { return nil }
    var end = next
    while end < high, tokens[end].isCapitalised, isNameWord(end, high) { end += 1 }
    return end
  }

  /// A word that may go on a name: no month, no organisation, no acronym.
  private func isNameWord(_ index: Int, _ high: Int) -> Bool {
    !tokens[index].isUpperCase && !isMonth(index)
      && lexicon.organisations.match(tokens, at: index, before: high)?.value.isAdjective != false
  }

  /// "Operation JOINT ENDEAVOUR": a code name in capitals, no acronym that stands for something else.
  private func isShoutedName(_ index: Int, _ high: Int) -> Bool {
    tokens[index].isUpperCase && tokens[index].count >= 4 && Numeral.value(tokens[index]) == nil
      && lexicon.form(of: text.quote(index..<index + 1)) == nil
      && lexicon.organisations.match(tokens, at: index, before: high) == nil
      && lexicon.countries.match(tokens, at: index, before: high) == nil
  }

  func isMonth(_ index: Int) -> Bool {
    lexicon.months.match(tokens, at: index, before: index + 1) != nil
  }
}
