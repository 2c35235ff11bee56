/// Cardinal numbers in digits and words: `15,000`, `3 563`, `1.5 million`, `eight`, `three hundred`.
struct NumberGrammar {
  let text: LexedText
  let words: NumberWords
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, words: NumberWords) {
    self.text = text
    self.words = words
  }

  /// Whether a number may begin with a token, as it does with few.
  @inline(__always)
  func mayBegin(with token: Token) -> Bool {
    token.kind == .number || words.units[token.word] != nil || token.isAny(of: [.a, .dozen])
  }

  /// The number that begins at a token and ends before `end`, and the token behind it.
  func number(at index: Int, before end: Int) -> (value: Double, next: Int)? {
    guard index < end else { return nil }
    let found = tokens[index].kind == .number ? digits(index, end) : spelled(index, end)
    guard let found else { return nil }
    guard found.next < end, let scale = words.scales[tokens[found.next].word] else { return found }
    return (found.value * scale, found.next + 1)
  }

  // MARK: Digits

  private func digits(_ index: Int, _ end: Int) -> (value: Double, next: Int)? {
    guard let first = tokens[index].number, !isOrdinal(index, end) else { return nil }
    var value = Double(first)
    var next = index + 1
    let isShort =
      tokens[index].count <= 3 && text.utf8[Int(tokens[index].start)] != UInt8(ascii: "0")
    while isShort, let group = group(at: next, end) {
      value = value * 1000 + group.value
      next = group.next
    }
    if next == index + 1, let decimal = decimal(at: next, end) {
      value += decimal.value
      next = decimal.next
    }
    // 31/12, 14:30 and 5-4 are no cardinals.
    if next < end, tokens[next].touches,
      tokens[next].isMark("/") || tokens[next].isMark(":") || tokens[next].isMark("%")
    {
      return nil
    }
    return (value, next)
  }

  /// Three digits behind a comma, a dot, a space or an apostrophe: `,000`.
  private func group(at index: Int, _ end: Int) -> (value: Double, next: Int)? {
    guard index < end else { return nil }
    let token = tokens[index]
    if token.isMark(",") || token.isMark(".") || token.isMark("'"), index + 1 < end, token.touches,
      tokens[index + 1].touches, let value = threeDigits(index + 1)
    {
      return (value, index + 2)
    }
    if !token.touches, token.start - tokens[index - 1].end <= 3, let value = threeDigits(index) {
      return (value, index + 1)
    }
    return nil
  }

  private func threeDigits(_ index: Int) -> Double? {
    guard tokens[index].count == 3 else { return nil }
    return tokens[index].number.map(Double.init)
  }

  private func decimal(at index: Int, _ end: Int) -> (value: Double, next: Int)? {
    guard index + 1 < end, tokens[index].isMark("."), tokens[index].touches,
      tokens[index + 1].touches, tokens[index + 1].count <= 2,
      let fraction = tokens[index + 1].number
    else { return nil }
    return (Double(fraction) / (tokens[index + 1].count == 1 ? 10 : 100), index + 2)
  }

  private func isOrdinal(_ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end, tokens[index + 1].touches, tokens[index + 1].kind == .word
    else { return false }
    return words.scales[tokens[index + 1].word] == nil
  }

  // MARK: Words

  private func spelled(_ index: Int, _ end: Int) -> (value: Double, next: Int)? {
    // "Over a thousand", "a hundred": the article counts.
    if tokens[index].isWord(.a), index + 1 < end,
      tokens[index + 1].isAny(of: [.hundred, .thousand, .million, .dozen])
    {
      let scale: Double =
        tokens[index + 1].isWord(.hundred)
        ? 100
        : tokens[index + 1].isWord(.thousand) ? 1000 : tokens[index + 1].isWord(.dozen) ? 12 : 1e6
      return (scale, index + 2)
    }
    guard words.units[tokens[index].word] != nil || tokens[index].isWord(.dozen) else { return nil }
    var total = 0.0
    var current = 0.0
    var next = index
    var last = index
    while next < end {
      let token = tokens[next]
      if let unit = words.units[token.word] {
        // "two three" is no number.
        guard current.truncatingRemainder(dividingBy: unit < 10 ? 10 : 100) == 0 else { break }
        current += unit
      } else if token.isWord(.hundred), next > index {
        current *= 100
      } else if token.isWord(.thousand), next > index {
        total += current * 1000
        current = 0
      } else if token.isWord(.dozen) {
        current = max(current, 1) * 12
      } else if next > index, token.isDash || token.isWord(.and), next + 1 < end,
        words.units[tokens[next + 1].word] != nil,
        !token.isWord(.and) || current >= 100 || total > 0
      {
        next += 1
        continue
      } else {
        break
      }
      next += 1
      last = next
    }
    return last > index ? (total + current, last) : nil
  }
}

/// The words of numbers, by their numbers in a word table.
struct NumberWords: Sendable {
  let units: WordMap<Double>
  let scales: WordMap<Double>

  init(words: inout WordTable) {
    var units: [Word: Double] = [:]
    let ones = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (index, word) in ones.enumerated() { units[words.insert(word)] = Double(index + 1) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, word) in tens.enumerated() { units[words.insert(word)] = Double(index + 2) * 10 }
    self.units = WordMap(units)
    scales = WordMap([
      words.insert("million"): 1e6, words.insert("billion"): 1e9, words.insert("thousand"): 1e3,
      words.insert("hundred"): 1e2, words.insert("bn"): 1e9, words.insert("m"): 1e6,
    ])
  }
}
