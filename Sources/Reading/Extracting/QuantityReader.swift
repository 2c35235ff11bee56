import Statements

/// Finds counted things in a sentence: "350 Iraqi officers", "about 15,000 troops", "eight
/// personnel", "EUR 15.4 million".
struct QuantityReader {
  let document: Document
  let lexicon: Lexicon

  struct Found {
    let value: Double
    let upper: Double?
    let hedge: Quantity.Hedge
    let unit: String
    let property: Property
    /// With hedge and unit.
    let tokens: Range<Int>
  }

  /// The quantities in a sentence, none of them part of a date.
  func quantities(in tokens: [TextToken], dates: [Range<Int>]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      if let date = dates.first(where: { $0.contains(index) }) {
        index = date.upperBound
      } else if let quantity = quantity(tokens, at: index) {
        found.append(quantity)
        index = quantity.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func quantity(_ tokens: [TextToken], at index: Int) -> Found? {
    let numbers = NumberGrammar(tokens: tokens)
    guard let low = numbers.number(at: index), !isNumberOfThing(tokens, index) else { return nil }
    let currencyBefore = index > 0 ? Currency.code(endingAt: index - 1, in: tokens) : nil
    let high = upper(numbers, after: low.next, above: low.value)
    let end = high?.next ?? low.next
    let hedge = Hedges.hedge(before: currencyBefore?.start ?? index, in: tokens)
    if let currency = currencyBefore?.code ?? Currency.code(startingAt: end, in: tokens)?.code {
      let last = Currency.code(startingAt: end, in: tokens)?.next ?? end
      return Found(
        value: low.value, upper: high?.value, hedge: hedge.hedge, unit: currency, property: .cost,
        tokens: min(hedge.start, currencyBefore?.start ?? index)..<last)
    }
    guard let unit = unit(tokens, from: end) else { return nil }
    return Found(
      value: low.value, upper: high?.value, hedge: hedge.hedge,
      unit: document.words(tokens[unit.range]), property: unit.property,
      tokens: hedge.start..<unit.range.upperBound)
  }

  /// `300 to 400`, `300–400`.
  private func upper(
    _ numbers: NumberGrammar, after index: Int, above low: Double
  ) -> (value: Double, next: Int)? {
    guard numbers.tokens.indices.contains(index) else { return nil }
    let join = numbers.tokens[index]
    guard join.isDash || join.lower == "to" || join.lower == "or",
      let high = numbers.number(at: index + 1), high.value > low
    else { return nil }
    return high
  }

  /// The counted noun with the words before it, within five words: "Iraqi police officers".
  private func unit(_ tokens: [TextToken], from start: Int) -> (
    range: Range<Int>, property: Property
  )? {
    var index = start
    var property: Property?
    var end = start
    while index < tokens.count, index - start < 6 {
      let token = tokens[index]
      guard token.kind == .word || token.isDash else { break }
      if let unit = lexicon.units[token.lower] {
        property = unit
        end = index + 1
      } else if property != nil || QuantityReader.stops.contains(token.lower) {
        break
      }
      index += 1
    }
    return property.map { (start..<end, $0) }
  }

  /// Resolution 1546, No. 4, page 12, and the numbers of a list or a footnote.
  private func isNumberOfThing(_ tokens: [TextToken], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if ["[", "#", "§"].contains(before.text) { return true }
    if before.touches(tokens[index]), before.kind == .word || before.isDash { return true }
    return [
      "resolution", "resolutions", "no", "number", "article", "page", "phase", "chapter",
      "paragraph", "decision", "unscr",
    ].contains(before.lower)
  }

  private static let stops: Set<String> = [
    "of", "in", "to", "from", "for", "and", "or", "at", "on", "by", "with", "were", "was", "is",
    "are", "had", "have", "has", "who", "which", "that", "per", "under", "into", "as", "years",
    "months", "days", "weeks", "hours", "km", "kilometres", "miles", "but", "than",
  ]
}

/// Words before a number that hedge it.
enum Hedges {
  private static let phrases: [([String], Quantity.Hedge)] = [
    (["more", "than"], .over), (["in", "excess", "of"], .over), (["over"], .over),
    (["up", "to"], .upTo), (["as", "many", "as"], .upTo), (["a", "maximum", "of"], .upTo),
    (["no", "more", "than"], .upTo), (["not", "more", "than"], .upTo),
    (["at", "least"], .atLeast), (["no", "fewer", "than"], .atLeast),
    (["no", "less", "than"], .atLeast), (["nearly"], .nearly), (["almost"], .nearly),
    (["close", "to"], .nearly), (["just", "under"], .nearly), (["about"], .about),
    (["around"], .about), (["some"], .about), (["approximately"], .about), (["roughly"], .about),
    (["circa"], .about), (["an", "estimated"], .about),
  ]

  /// The hedge that ends before a token, and where it begins; `.exact` where there is none.
  static func hedge(before index: Int, in tokens: [TextToken]) -> (
    hedge: Quantity.Hedge, start: Int
  ) {
    let longestFirst = phrases.sorted { $0.0.count > $1.0.count }
    for (words, hedge) in longestFirst {
      let start = index - words.count
      guard start >= 0, words.indices.allSatisfy({ tokens[start + $0].lower == words[$0] })
      else { continue }
      return (hedge, start)
    }
    return (.exact, index)
  }
}

/// Amounts of money.
enum Currency {
  private static let marks = ["€": "EUR", "$": "USD", "£": "GBP"]
  private static let words = [
    "EUR": "EUR", "USD": "USD", "GBP": "GBP", "CHF": "CHF", "euros": "EUR", "euro": "EUR",
    "dollars": "USD", "pounds": "GBP", "francs": "CHF",
  ]

  /// A currency before a number: `EUR`, `€`, `US$`.
  static func code(endingAt index: Int, in tokens: [TextToken]) -> (code: String, start: Int)? {
    if let code = marks[tokens[index].text] {
      let isPrefixed =
        index > 0 && tokens[index - 1].isUpperCase
        && tokens[index - 1].touches(tokens[index])
      return (code, isPrefixed ? index - 1 : index)
    }
    return words[tokens[index].text].map { ($0, index) }
  }

  /// A currency behind a number: `million euros`, `€`.
  static func code(startingAt index: Int, in tokens: [TextToken]) -> (code: String, next: Int)? {
    guard tokens.indices.contains(index) else { return nil }
    if let code = marks[tokens[index].text] ?? words[tokens[index].text] {
      return (code, index + 1)
    }
    // "US dollars"
    guard index + 1 < tokens.count, tokens[index].isUpperCase,
      let code = words[tokens[index + 1].text]
    else { return nil }
    return (code, index + 2)
  }
}
