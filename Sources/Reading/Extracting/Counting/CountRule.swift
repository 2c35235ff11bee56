import Statements

/// Finds counted things in a sentence: "350 Iraqi officers", "about 15,000 troops", "EUR 15.4 million",
/// "66 in total" behind "Staff:", "approximately 7,000 remained".
struct CountRule {
  let text: LexedText
  let lexicon: Lexicon
  let numbers: NumberGrammar
  var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    numbers = NumberGrammar(text: text, words: lexicon.numbers)
  }

  struct Found {
    let value: Double
    let upper: Double?
    let hedge: Quantity.Hedge
    let unit: String
    let property: Property
    /// With hedge and unit.
    let tokens: Range<Int>
    let rule: String
  }

  /// The quantities in a sentence, none of them part of a date.
  ///
  /// - Parameter label: the property of numbers behind the label that opens the sentence.
  func quantities(in range: Range<Int>, dates: [Range<Int>], label: FactLabel? = nil) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let date = dates.first(where: { $0.contains(index) }) {
        index = max(date.upperBound, index + 1)
      } else if numbers.mayBegin(with: tokens[index]),
        let quantity = quantity(at: index, in: range, found.last, label)
      {
        found.append(quantity)
        index = max(quantity.tokens.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  private func quantity(
    at index: Int, in range: Range<Int>, _ last: Found?, _ label: FactLabel?
  ) -> Found? {
    guard let low = numbers.number(at: index, before: range.upperBound),
      !isNumberOfThing(index, range)
    else { return nil }
    let before = index > range.lowerBound ? money(endingAt: index, from: range.lowerBound) : nil
    let isBetween = index > range.lowerBound && tokens[index - 1].isWord(.between)
    let high = upper(
      after: low.next, above: low.value, range.upperBound, isBetween: isBetween)
    let end = inParentheses(high?.next ?? low.next, low.value, range)
    var hedge = hedge(before: before?.start ?? index, from: range.lowerBound)
    func found(_ unit: String, _ property: Property, _ end: Int, _ rule: String) -> Found {
      // "Fatalities: 18 in all (10 military personnel …)"
      let isOfDead = label?.role.counted == .casualties && property == .strength
      return Found(
        value: low.value, upper: high?.value, hedge: hedge.hedge, unit: unit,
        property: isOfDead ? .casualties : property,
        tokens: min(hedge.start, before?.start ?? index)..<end, rule: rule)
    }
    let behind = money(startingAt: end, before: range.upperBound)
    if let code = before?.code ?? behind?.code {
      return found(code, .cost, behind?.next ?? end, "amount of money")
    }
    if isDuration(end, range) || isFraction(end, range) { return nil }
    if let strong = strong(end, range) {
      return found(text.words(strong), .strength, strong.upperBound, "so many strong")
    }
    // "In 1996 unpaid soldiers rose": a year.
    if isYear(index, end), index > range.lowerBound,
      tokens[index - 1].isAny(of: [.in, .since, .until, .by, .from, .during])
    {
      return nil
    }
    if let unit = unit(from: end, range) {
      return found(text.words(unit.range), unit.property, unit.range.upperBound, "counted noun")
    }
    if let unit = shared(end, range) {
      return found(unit.unit, unit.property, unit.end, "first of two numbers of one noun")
    }
    if last == nil, end + 1 < range.upperBound, tokens[end].isWord(.of),
      tokens[end + 1].isWord(.them)
    {
      return found("of them", .strength, end + 2, "number of what was counted before")
    }
    if let last, let unit = elliptic(index, end, last, range) {
      return found(last.unit, last.property, unit, "number of what was counted before")
    }
    if let unit = changing(index, range) {
      // The "up to" of "went up to" is no hedge.
      if hedge.start < unit.verb { hedge = (.exact, index) }
      return found(
        text.words(unit.range), unit.property, end, "number that something rose or fell to")
    }
    if let body = body(endingAt: min(hedge.start, before?.start ?? index), in: range),
      !isYear(index, end)
    {
      return found(text.words(body), .strength, end, "number behind a body of people")
    }
    if end + 2 < range.upperBound, tokens[end].isWord(.of),
      tokens[end + 1].isAny(of: [.its, .their]),
      let noun = lexicon.units.match(tokens, at: end + 2, before: range.upperBound)
    {
      // "Killed 102 of its members"
      return found(text.words(noun.tokens), noun.value, noun.tokens.upperBound, "counted noun")
    }
    if let noun = numberOf(index, range), !isYear(index, end) {
      let dead = lexicon.units.all(in: tokens, noun).first { $0.value == .casualties }
      return found(
        text.words(noun), dead == nil ? .strength : .casualties, end, "number that something is")
    }
    let isSpelled = tokens[index].kind == .word
    if isSpelled, low.value < 2 { return nil }
    if let unit = unitBefore(index, range) {
      return found(text.words(unit.range), unit.property, end, "number behind what it counts")
    }
    if let unit = alone(index, end, range), !isYear(index, end) {
      return found(unit, .strength, end, "number in parentheses in a list of missions")
    }
    if let property = label?.role.counted, property != .cost, last == nil, !isYear(index, end) {
      let unit = label.map { text.words(text.trimmed($0.tokens)) } ?? ""
      return found(unit, property, end, "number behind a label")
    }
    if let verb = peopleVerb(end, range), !isYear(index, end) {
      return found(
        last?.unit ?? "people", last?.property ?? .strength, verb, "number of people before a verb")
    }
    return nil
  }

  /// `300 to 400`, `300–400`, `between 300 and 400`.
  private func upper(
    after index: Int, above low: Double, _ end: Int, isBetween: Bool
  ) -> (value: Double, next: Int)? {
    guard index + 1 < end else { return nil }
    let join = tokens[index]
    guard join.isDash || join.isAny(of: [.to, .or]) || join.isWord(.and) && isBetween,
      let high = numbers.number(at: index + 1, before: end), high.value > low
    else { return nil }
    return high
  }

  // MARK: What is counted

  /// The counted noun with the words before it, within six words: "Iraqi police officers".
  func unit(
    from start: Int, _ range: Range<Int>
  ) -> (range: Range<Int>, property: Property)? {
    var index = start
    var found: (end: Int, property: Property)?
    // "One of the nations" is a nation.
    let isOne = start > range.lowerBound && tokens[start - 1].isWord(.one)
    while index < range.upperBound, index - start < 7 {
      let token = tokens[index]
      guard
        token.kind == .word || token.isDash || (token.touches && token.isMark("'"))
          || isAbbreviationStop(index)
          || (token.isMark(",") && found == nil && index > start && index - start < 3)
      else { break }
      if let unit = lexicon.units.match(tokens, at: index, before: range.upperBound) {
        found = (unit.tokens.upperBound, unit.value)
        index = unit.tokens.upperBound
        continue
      }
      // "34 military liaison officers"
      if found != nil, !tokens[index - 1].isAny(of: [.military, .police]) { break }
      if token.isAny(of: CountRule.stops) {
        // "NATO and partner countries", "four of the soldiers".
        guard token.isAny(of: [.and, .or]) || token.isAny(of: [.of, .the]) && !isOne,
          index - start < 4, !(token.isWord(.of) && index > start)
        else { break }
      }
      index += 1
    }
    if let found { return (start..<found.end, found.property) }
    // "602 Canadians": a country's people.
    if start < range.upperBound, tokens[start].isCapitalised,
      let country = lexicon.countries.match(tokens, at: start, before: range.upperBound),
      country.value.form == .adjective
    {
      return (country.tokens, .strength)
    }
    return nil
  }

  static let stops: Keywords = [
    .of, .in, .to, .from, .for, .and, .or, .at, .on, .by, .with, .were, .was, .is, .are, .had,
    .have,
    .has, .who, .which, .that, .per, .under, .into, .as, .years, .months, .days, .weeks, .hours,
    .but, .than, .the, .a, .its, .then, .when, .while,
  ]

  /// "Local staff: 13", "staff numbers went up to three hundred", "now its 11".
  private func unitBefore(
    _ index: Int, _ range: Range<Int>
  ) -> (range: Range<Int>, property: Property)? {
    guard index > range.lowerBound, tokens[index - 1].isMark(":") else { return nil }
    return lexicon.units.match(tokens, endingAt: index - 1, from: range.lowerBound).map {
      var start = $0.tokens.lowerBound
      while start > range.lowerBound, tokens[start - 1].kind == .word { start -= 1 }
      return (start..<$0.tokens.upperBound, $0.value)
    }
  }

  /// The end of a verb that only people do, behind a number without a noun: "7,000 remained".
  private func peopleVerb(_ index: Int, _ range: Range<Int>) -> Int? {
    guard index < range.upperBound else { return nil }
    return lexicon.peopleVerbs.match(tokens, at: index, before: range.upperBound)?.tokens.upperBound
  }

  /// The end of a number that counts the same as the one before it in the sentence: "four of them",
  /// "now its 11", "10 engineers and 31 drivers".
  private func elliptic(_ index: Int, _ end: Int, _ last: Found, _ range: Range<Int>) -> Int? {
    if end + 1 < range.upperBound, tokens[end].isWord(.of),
      tokens[end + 1].isAny(of: [.them, .whom, .which, .these, .those])
    {
      return end + 2
    }
    guard last.property != .cost, !isYear(index, end) else { return nil }
    // "Cut to 19,000 by early 2001, to 12,000 by January 2003 and to 7,000"
    let isBareEnd =
      end >= range.upperBound || tokens[end].kind == .mark
      || tokens[end].isAny(of: [.in, .by, .and, .on, .thereafter, .later])
    if isBareEnd, index > range.lowerBound, tokens[index - 1].isAny(of: [.to, .at]),
      last.rule == "number that something rose or fell to"
        || last.rule == "number of what was counted before"
    {
      return end
    }
    if isBareEnd, index > range.lowerBound,
      lexicon.strengthKinds.match(tokens, endingAt: index, from: range.lowerBound) != nil
    {
      return end
    }
    // "Of whom 20 were to go at once"
    if index >= range.lowerBound + 2, tokens[index - 1].isAny(of: [.whom, .which]),
      tokens[index - 2].isWord(.of)
    {
      return end
    }
    let between = last.tokens.upperBound..<index
    if between.count <= 3, end < range.upperBound, tokens[end].kind == .word,
      between.allSatisfy({ tokens[$0].isMark(",") || tokens[$0].isWord(.and) }),
      !tokens[end].isAny(of: CountRule.stops)
    {
      var noun = end
      while noun < range.upperBound, noun - end < 3, tokens[noun].kind == .word,
        !tokens[noun].isAny(of: CountRule.stops)
      {
        noun += 1
      }
      return noun
    }
    let isLater = (max(range.lowerBound, index - 3)..<index).contains {
      tokens[$0].isAny(of: [.now, .later, .then, .today, .currently])
    }
    let isBare = end >= range.upperBound || tokens[end].kind == .mark
    // "Up to 144 observers in summer, in winter 111": the same at another time.
    let isOfTime =
      between.count <= 8 && between.contains { tokens[$0].isMark(",") || tokens[$0].isWord(.and) }
      && between.contains { lexicon.months.match(tokens, at: $0, before: index) != nil }
      || index > range.lowerBound && lexicon.seasons.contains(tokens[index - 1].word)
    return (isLater || isOfTime) && isBare ? end : nil
  }

  /// What rose or fell to a number: "staff numbers went up to three hundred".
  private func changing(
    _ index: Int, _ range: Range<Int>
  ) -> (range: Range<Int>, property: Property, verb: Int)? {
    let window = max(range.lowerBound, index - 14)..<index
    guard !window.isEmpty,
      let verb = lexicon.changeVerbs.all(in: tokens, window).last, !isYear(index, index + 1),
      verb.value || index > window.lowerBound && tokens[index - 1].isAny(of: [.to, .at, .by])
        || lexicon.hedges.match(tokens, endingAt: index, from: window.lowerBound) != nil
    else { return nil }
    let unit = lexicon.units.all(in: tokens, window).last { $0.value != .cost }
    if let unit { return (unit.tokens, unit.value, verb.tokens.upperBound) }
    return lexicon.bodies.all(in: tokens, window).last.map {
      ($0.tokens, .strength, verb.tokens.upperBound)
    }
  }

  func isYear(_ index: Int, _ end: Int) -> Bool {
    end == index + 1 && tokens[index].count == 4
      && (1900...2099).contains(tokens[index].number ?? 0)
  }

  private func isDuration(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index < range.upperBound else { return false }
    let next = tokens[index].isDash && index + 1 < range.upperBound ? index + 1 : index
    return tokens[next].isAny(of: [
      .years, .year, .months, .month, .weeks, .week, .days, .day, .hours, .percent, .cent,
    ])
  }

  // MARK: Around the number

  private func hedge(before index: Int, from low: Int) -> (hedge: Quantity.Hedge, start: Int) {
    guard let match = lexicon.hedges.match(tokens, endingAt: index, from: low)
    else { return (.exact, index) }
    return (match.value, match.tokens.lowerBound)
  }

  /// Resolution 1546, No. 4, page 12, the numbers of a list or a footnote, and ordinals.
  private func isNumberOfThing(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return false }
    let before = tokens[index - 1]
    if before.isMark("[") || before.isMark("#") || before.isMark("§") { return true }
    if tokens[index].touches, before.kind == .word || before.isDash { return true }
    return before.isAny(of: [
      .resolution, .resolutions, .no, .number, .article, .page, .phase, .chapter, .paragraph,
      .decision, .decisions, .unscr,
    ])
  }

  private static let marks: [Unicode.Scalar: String] = ["€": "EUR", "$": "USD", "£": "GBP"]

  /// A currency before a number: `EUR`, `€`, `US$`.
  private func money(endingAt index: Int, from low: Int) -> (code: String, start: Int)? {
    if let mark = tokens[index - 1].mark, let code = CountRule.marks[mark] {
      let isPrefixed =
        index - 2 >= low && tokens[index - 2].isUpperCase && tokens[index - 1].touches
      return (code, isPrefixed ? index - 2 : index - 1)
    }
    return lexicon.currencies.match(tokens, endingAt: index, from: low).map {
      ($0.value, $0.tokens.lowerBound)
    }
  }

  /// A currency behind a number: `million euros`, `€`.
  private func money(startingAt index: Int, before end: Int) -> (code: String, next: Int)? {
    guard index < end else { return nil }
    if let mark = tokens[index].mark, let code = CountRule.marks[mark] { return (code, index + 1) }
    return lexicon.currencies.match(tokens, at: index, before: end).map {
      ($0.value, $0.tokens.upperBound)
    }
  }
}
