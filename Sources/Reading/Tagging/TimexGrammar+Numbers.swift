extension TimexGrammar {
  typealias Amount = TimeLength.Amount

  /// A number in digits or words, and the index behind it: `1,500`, `2 1/2`, `twenty-five`, `a few`,
  /// `two dozen`, `half a`.
  func amount(_ index: Int) -> (amount: Amount, next: Int)? {
    if let digits = digitAmount(index) { return digits }
    let word = self[index]
    if word.has(.anyNumber) { return wordAmount(index) }
    if word.has(.indefinite) {
      // "A couple of years" is two of them.
      if token(index)?.word == words.couple {
        return (Amount(2), key(index + 1) == .of ? index + 2 : index + 1)
      }
      return (.indefinite, index + 1)
    }
    if word.key == .half {
      let next = pastHyphen(index + 1)
      return (Amount(thousandths: 500), key(next) == .a ? next + 1 : next)
    }
    if word.key == .a {
      if self[index + 1].has(.multiplier) { return wordAmount(index + 1) }
      if self[index + 1].has(.indefinite) { return amount(index + 1) }
      if key(index + 1) == .half, !isHyphen(index + 2) { return amount(index + 1) }
    }
    return nil
  }

  private func digitAmount(_ index: Int) -> (Amount, Int)? {
    guard let token = token(index), let number = token.number else { return nil }
    var next = index + 1
    var whole = number
    // 1,500 but not "in 1990,250 men".
    while isMark(next, ","), touches(next), let group = self.number(next + 1, digits: 3...3),
      touches(next + 1), token.count <= 3, whole < 1_000_000
    {
      whole = whole * 1000 + group
      next += 2
    }
    if isMark(next, "."), touches(next), touches(next + 1),
      let fraction = self.number(next + 1, digits: 1...3)
    {
      let scale = [0, 100, 10, 1][self.token(next + 1)?.count ?? 1]
      return (Amount(thousandths: whole * 1000 + fraction * scale), next + 2)
    }
    // 2 1/2, 2-1/2
    let start = pastHyphen(next)
    if let top = self.number(start, digits: 1...1), isMark(start + 1, "/"),
      let bottom = self.number(start + 2, digits: 1...1), bottom > top, touches(start + 2)
    {
      return (Amount(thousandths: whole * 1000 + top * 1000 / bottom), start + 3)
    }
    if self[next].has(.multiplier) {
      return (Amount(whole * Int(self[next].number)), next + 1)
    }
    return (Amount(whole), next)
  }

  private func wordAmount(_ index: Int) -> (Amount, Int)? {
    var total = 0
    var part: Int?
    var at = index
    while true {
      let word = self[at]
      if word.has(.tens), part.map({ $0 % 100 == 0 }) ?? true {
        part = (part ?? 0) + Int(word.number)
        let unit = pastHyphen(at + 1)
        if self[unit].has(.number), (1...9).contains(self[unit].number),
          unit > at + 1 || part != nil
        {
          part = (part ?? 0) + Int(self[unit].number)
          at = unit
        }
      } else if word.has(.number), part.map({ $0 % 100 == 0 }) ?? true {
        part = (part ?? 0) + Int(word.number)
      } else if word.has(.multiplier), at == index || part != nil {
        if word.number == 100 || word.number == 12 {
          part = (part ?? 1) * Int(word.number)
        } else {
          total += (part ?? 1) * Int(word.number)
          part = 0
        }
      } else if word.key == .and, part != nil, self[at + 1].has([.number, .tens]),
        part.map({ $0 % 100 == 0 }) == true || total > 0
      {
        // "one hundred and twenty"
      } else {
        break
      }
      at += 1
      if total > 1_000_000 || (part ?? 0) > 1_000_000 { break }
    }
    guard part != nil, at > index else { return nil }
    total += part ?? 0
    // "two and a half years"
    if key(at) == .and, key(at + 1) == .a, key(at + 2) == .half {
      return (Amount(thousandths: total * 1000 + 500), at + 3)
    }
    return (Amount(total), at)
  }

  /// A year spelt out: "nineteen ninety-seven", "two thousand".
  func spelledYear(_ index: Int) -> (year: Int, next: Int)? {
    let first = self[index]
    if first.number == 2, first.has(.number), self[index + 1].has(.multiplier),
      self[index + 1].number == 1000
    {
      let at = key(index + 2) == .and ? index + 3 : index + 2
      if self[at].has(.number) { return (2000 + Int(self[at].number), at + 1) }
      return (2000, index + 2)
    }
    let century = Int(first.number)
    guard first.has([.number, .tens]), (13...20).contains(century) else { return nil }
    let tens = self[index + 1]
    if tens.has(.tens) {
      let unit = pastHyphen(index + 2)
      if self[unit].has(.number), (1...9).contains(self[unit].number) {
        return (century * 100 + Int(tens.number) + Int(self[unit].number), unit + 1)
      }
      return (century * 100 + Int(tens.number), index + 2)
    }
    if tens.has(.number), (10...19).contains(tens.number) {
      return (century * 100 + Int(tens.number), index + 2)
    }
    return nil
  }

  /// An ordinal in digits or words: `21st`, `third`, `twenty-first`.
  func ordinal(_ index: Int) -> (number: Int, next: Int)? {
    if let number = number(index, digits: 1...2), touches(index + 1),
      words.isOrdinalSuffix(token(index + 1))
    {
      return (number, index + 2)
    }
    let word = self[index]
    if word.has(.ordinal) { return (Int(word.number), index + 1) }
    if word.has(.tens), isHyphen(index + 1), self[index + 2].has(.ordinal),
      self[index + 2].number < 10
    {
      return (Int(word.number + self[index + 2].number), index + 3)
    }
    return nil
  }
}
