/// Patterns for files and folders that are left out of a walk, as `.gitignore` writes them.
///
/// Source: gitignore(5). `*` and `?` stop at `/`, `**` does not; a pattern with a `/` before its end
/// counts from the folder that is walked, others match at any depth; a `/` at the end means folders
/// alone; `!` takes back what an earlier pattern left out. Case matters.
struct Exclusions: Sendable {
  private struct Pattern: Sendable {
    let parts: [[Character]]
    let isNegated: Bool
    let isFolder: Bool
    let isAnchored: Bool
  }

  private let patterns: [Pattern]

  init(_ patterns: [String]) {
    self.patterns = patterns.compactMap { text in
      var text = text[...]
      let isNegated = text.hasPrefix("!")
      if isNegated { text = text.dropFirst() }
      let isFolder = text.hasSuffix("/")
      if isFolder { text = text.dropLast() }
      let isAnchored = text.contains("/")
      let parts = text.split(separator: "/").map(Array.init)
      guard !parts.isEmpty else { return nil }
      return Pattern(
        parts: parts, isNegated: isNegated, isFolder: isFolder, isAnchored: isAnchored)
    }
  }

  /// Whether a file or folder is left out.
  ///
  /// - Parameter path: from the folder that is walked, without a `/` at either end.
  func contains(_ path: String, isFolder: Bool) -> Bool {
    let parts = path.split(separator: "/").map(Array.init)
    var isExcluded = false
    for pattern in patterns where !pattern.isFolder || isFolder {
      let matches =
        pattern.isAnchored
        ? Exclusions.matches(pattern.parts[...], parts[...])
        : parts.last.map { Exclusions.matches(pattern.parts[0][...], $0[...]) } ?? false
      if matches { isExcluded = !pattern.isNegated }
    }
    return isExcluded
  }

  /// Part by part; `**` stands for any number of parts.
  private static func matches(
    _ pattern: ArraySlice<[Character]>, _ path: ArraySlice<[Character]>
  ) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == ["*", "*"] {
      // At the end it means all that is inside, and so not the folder itself.
      if pattern.count == 1 { return !path.isEmpty }
      return (path.startIndex...path.endIndex).contains {
        matches(pattern.dropFirst(), path[$0...])
      }
    }
    guard let part = path.first, matches(first[...], part[...]) else { return false }
    return matches(pattern.dropFirst(), path.dropFirst())
  }

  /// One part. The last `*` is the only place to go back to, so that no pattern takes long.
  private static func matches(
    _ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>
  ) -> Bool {
    var (at, place) = (pattern.startIndex, text.startIndex)
    var star: (pattern: Int, text: Int)?
    while place < text.endIndex {
      if at < pattern.endIndex, pattern[at] == "*" {
        star = (at, place)
        at += 1
      } else if at < pattern.endIndex, let end = matchesOne(pattern, at, text[place]) {
        at = end
        place += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        at = last.pattern + 1
        place = last.text + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }

  /// Where the pattern goes on when its next element stands for a character; nil when it does not.
  private static func matchesOne(
    _ pattern: ArraySlice<Character>, _ at: Int, _ character: Character
  ) -> Int? {
    switch pattern[at] {
    case "?": return at + 1
    case "\\" where at + 1 < pattern.endIndex:
      return pattern[at + 1] == character ? at + 2 : nil
    case "[":
      guard at + 2 < pattern.endIndex, let close = pattern[(at + 2)...].firstIndex(of: "]")
      else { return character == "[" ? at + 1 : nil }
      var set = pattern[(at + 1)..<close]
      let isNegated = set.first == "!" || set.first == "^"
      if isNegated { set = set.dropFirst() }
      var isIn = false
      var index = set.startIndex
      while index < set.endIndex {
        if index + 2 < set.endIndex, set[index + 1] == "-" {
          if set[index] <= character, character <= set[index + 2] { isIn = true }
          index += 3
        } else {
          if set[index] == character { isIn = true }
          index += 1
        }
      }
      return isIn != isNegated ? close + 1 : nil
    default: return pattern[at] == character ? at + 1 : nil
    }
  }
}
