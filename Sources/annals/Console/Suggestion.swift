/// The nearest of some known words to one that was probably mistyped.
///
/// Distance: the optimal string alignment of F. J. Damerau, "A technique for computer detection
/// and correction of spelling errors" (1964): insertion, deletion, substitution, transposition.
enum Suggestion {
  /// The known word that is nearest, case apart; nil where none is near enough to be meant. A word
  /// that starts with what was typed counts as near.
  static func nearest(to typed: String, among known: some Sequence<String>) -> String? {
    let typed = typed.lowercased()
    guard !typed.isEmpty else { return nil }
    var best: (word: String, distance: Int)?
    for word in known {
      let lower = word.lowercased()
      let isBeginning = typed.count >= 3 && lower.hasPrefix(typed)
      let distance = isBeginning ? 1 : distance(Array(typed), Array(lower))
      let allowed = max(1, min(typed.count, lower.count) / 3)
      guard distance <= allowed, distance < best?.distance ?? .max else { continue }
      best = (word, distance)
    }
    return best?.word
  }

  /// ` Did you mean “missions”?`, empty where nothing is near.
  static func question(for typed: String, among known: some Sequence<String>) -> String {
    nearest(to: typed, among: known).map { " Did you mean “\($0)”?" } ?? ""
  }

  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var least = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          least = min(least, before[column - 2] + 1)
        }
        current.append(least)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
