/// Cardinal numbers in digits and words: `15,000`, `3 563`, `1.5 million`, `eight`, `three hundred`.
struct NumberGrammar {
  let tokens: [TextToken]

  /// The number that begins at a token, and the token behind it.
  func number(at index: Int) -> (value: Double, next: Int)? {
    guard tokens.indices.contains(index) else { return nil }
    let found = tokens[index].kind == .number ? digits(index) : words(index)
    guard let found else { return nil }
    return scaled(found)
  }

  // MARK: Digits

  private func digits(_ index: Int) -> (value: Double, next: Int)? {
    guard let first = tokens[index].number, !isOrdinal(index) else { return nil }
    var value = Double(first)
    var next = index + 1
    let isShort = tokens[index].text.utf8.count <= 3 && tokens[index].text.first != "0"
    while isShort, let group = group(at: next) {
      value = value * 1000 + group.value
      next = group.next
    }
    if next == index + 1, let decimal = decimal(at: next) {
      value += decimal.value
      next = decimal.next
    }
    // 31/12, 14:30 and 5-4 are no cardinals.
    if tokens.indices.contains(next), ["/", ":", "%"].contains(tokens[next].text),
      tokens[next - 1].touches(tokens[next])
    {
      return nil
    }
    return (value, next)
  }

  /// Three digits behind a comma, a dot, a space or an apostrophe: `,000`.
  private func group(at index: Int) -> (value: Double, next: Int)? {
    guard index > 0, tokens.indices.contains(index) else { return nil }
    let token = tokens[index]
    if [",", ".", "'", "’"].contains(token.text), index + 1 < tokens.count,
      tokens[index - 1].touches(token), token.touches(tokens[index + 1]),
      let value = threeDigits(index + 1)
    {
      return (value, index + 2)
    }
    if !tokens[index - 1].touches(token),
      token.bytes.lowerBound - tokens[index - 1].bytes.upperBound <= 3,
      let value = threeDigits(index)
    {
      return (value, index + 1)
    }
    return nil
  }

  private func threeDigits(_ index: Int) -> Double? {
    guard tokens[index].text.utf8.count == 3 else { return nil }
    return tokens[index].number.map(Double.init)
  }

  private func decimal(at index: Int) -> (value: Double, next: Int)? {
    guard index + 1 < tokens.count, tokens[index].text == ".",
      tokens[index - 1].touches(tokens[index]), tokens[index].touches(tokens[index + 1]),
      tokens[index + 1].text.utf8.count <= 2, let fraction = tokens[index + 1].number
    else { return nil }
    let scale = tokens[index + 1].text.utf8.count == 1 ? 10.0 : 100.0
    return (Double(fraction) / scale, index + 2)
  }

  private func isOrdinal(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].touches(tokens[index + 1]) else { return false }
    return tokens[index + 1].kind == .word
      && NumberGrammar.scales[tokens[index + 1].lower] == nil
  }

  // MARK: Words

  private func words(_ index: Int) -> (value: Double, next: Int)? {
    var total = 0.0
    var current = 0.0
    var next = index
    var last = index
    while next < tokens.count {
      let word = tokens[next].lower
      if let unit = NumberGrammar.units[word] {
        // "two three" is no number.
        guard current.truncatingRemainder(dividingBy: unit < 10 ? 10 : 100) == 0 else { break }
        current += unit
      } else if word == "hundred", next > index {
        current *= 100
      } else if word == "thousand", next > index {
        total += current * 1000
        current = 0
      } else if word == "dozen" {
        current = max(current, 1) * 12
      } else if next > index, tokens[next].isDash || word == "and", next + 1 < tokens.count,
        NumberGrammar.units[tokens[next + 1].lower] != nil,
        word != "and" || current >= 100 || total > 0
      {
        next += 1
        continue
      } else {
        break
      }
      next += 1
      last = next
    }
    guard last > index, !(last == index + 1 && tokens[index].lower == "one") else { return nil }
    return (total + current, last)
  }

  private func scaled(_ found: (value: Double, next: Int)) -> (value: Double, next: Int) {
    guard tokens.indices.contains(found.next),
      let scale = NumberGrammar.scales[tokens[found.next].lower]
    else { return found }
    return (found.value * scale, found.next + 1)
  }

  private static let scales: [String: Double] = [
    "million": 1e6, "billion": 1e9, "thousand": 1e3, "hundred": 1e2, "bn": 1e9, "m": 1e6,
  ]

  private static let units: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
}
