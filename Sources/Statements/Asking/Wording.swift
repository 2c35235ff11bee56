/// How alike two texts are, by their words.
enum Wording {
  /// Twice the shared words over all words, 0…1: the coefficient of L. R. Dice, "Measures of the
  /// amount of ecologic association between species" (1945), on sets of folded words.
  static func likeness(_ left: String, _ right: String) -> Double {
    let words = (Set(Folding.words(of: left)), Set(Folding.words(of: right)))
    let count = words.0.count + words.1.count
    return count == 0 ? 0 : Double(2 * words.0.intersection(words.1).count) / Double(count)
  }
}
