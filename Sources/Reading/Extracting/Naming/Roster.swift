import Statements

/// The missions that a document names, told apart and brought together.
///
/// Two namings are one mission where they share an acronym or say the same words, and no numeral and no
/// acronym of their own stands against it: NMI I and NMI II stay two, UNSMIL never becomes UNMIL.
struct Roster {
  private(set) var drafts: [MissionDraft] = []
  /// The mission that a heading names, by the block's index.
  private(set) var missionOfHeading: [Int: Int] = [:]
  private let lexicon: Lexicon
  private let lexer: Lexer
  /// Nil while there are so few missions that they are gone through more quickly.
  private var index: RosterIndex?

  init(lexicon: Lexicon, lexer: Lexer) {
    self.lexicon = lexicon
    self.lexer = lexer
  }

  /// Takes a naming to the mission that it names, which may be a new one.
  ///
  /// - Parameters:
  ///   - heading: the heading's block where the naming is one.
  ///   - section: the heading under which it stands.
  ///   - preferred: the mission of that heading, which a shared acronym means first.
  @discardableResult
  mutating func add(
    _ naming: Naming, heading: Int? = nil, section: Int? = nil, preferred: Int? = nil
  ) -> Int? {
    let keys = keys(of: naming)
    let marks = index == nil ? nil : NameMarks(naming, keys: keys, lexicon)
    var found: Int?
    if let preferred, isSame(drafts[preferred], naming, keys) {
      found = preferred
    } else {
      let candidates = marks.flatMap { index?.places(sharing: $0) } ?? Array(drafts.indices)
      var same = candidates.filter { isSame(drafts[$0], naming, keys) }
      if same.isEmpty { same = withoutQualifier(naming, keys) }
      // "NMI" where NMI I and NMI II are known names neither more than the other.
      guard same.count < 2 else { return nil }
      found = same.first
    }
    if let found {
      drafts[found].add(naming, keys: keys)
      if let marks { index?.learn(naming, marks, of: found, acronym: drafts[found].acronym) }
      if let heading { missionOfHeading[heading] = found }
      return found
    }
    var draft = MissionDraft(naming, keys: keys, heading: heading, section: section)
    draft.rejected = lookAlikes(of: naming)
    drafts.append(draft)
    if let marks {
      index?.add()
      index?.learn(naming, marks, of: drafts.count - 1, acronym: draft.acronym)
    } else if drafts.count > Roster.few {
      index = wholeIndex()
    }
    if let heading { missionOfHeading[heading] = drafts.count - 1 }
    return drafts.count - 1
  }

  private static let few = 16

  private func wholeIndex() -> RosterIndex {
    var index = RosterIndex()
    for (place, draft) in drafts.enumerated() {
      index.add()
      for naming in draft.namings {
        let marks = NameMarks(naming, keys: keys(of: naming), lexicon)
        index.learn(naming, marks, of: place, acronym: draft.acronym)
      }
    }
    return index
  }

  /// Makes two missions one, because the text says that their names are one mission's.
  mutating func join(_ first: Int, _ second: Int) {
    guard first != second else { return }
    let (keep, drop) = (min(first, second), max(first, second))
    for naming in drafts[drop].namings { drafts[keep].add(naming, keys: drafts[drop].keys) }
    remove(drop, insteadUse: keep)
  }

  /// Takes a mission out, because what seemed to name it is a title over several.
  mutating func remove(_ draft: Int, insteadUse other: Int? = nil) {
    index?.remove(draft, insteadUse: other)
    drafts.remove(at: draft)
    var headings: [Int: Int] = [:]
    for (heading, mission) in missionOfHeading {
      guard let mission = mission == draft ? other : mission else { continue }
      headings[heading] = mission > draft ? mission - 1 : mission
    }
    missionOfHeading = headings
  }

  /// The mission that a naming was taken to; nil where it was taken to none.
  func mission(of naming: Naming) -> Int? {
    if let index { return index.place(of: naming) }
    return drafts.firstIndex { draft in
      draft.namings.contains { $0.tokens == naming.tokens && $0.block == naming.block }
    }
  }

  /// Whether some mission's name is that word and more: "EUCAP Sahel Niger" for "EUCAP".
  func hasName(openingWith word: String) -> Bool {
    drafts.contains { draft in draft.names.contains { $0.name.hasPrefix(word + " ") } }
  }

  /// Puts the missions into the order in which the document first names them.
  mutating func sort() {
    let firsts = drafts.map(\.firstToken)
    let order = drafts.indices.sorted { firsts[$0] < firsts[$1] }
    drafts = order.map { drafts[$0] }
    var places = order
    for (place, old) in order.enumerated() { places[old] = place }
    missionOfHeading = missionOfHeading.mapValues { places[$0] }
    index?.sort(order, places)
  }

  private func keys(of naming: Naming) -> [[String]] {
    ([naming.name] + naming.others).map { $0.key(lexicon, lexer) }.filter { !$0.isEmpty }
  }

  private func isSame(_ draft: MissionDraft, _ naming: Naming, _ keys: [[String]]) -> Bool {
    let name = naming.name
    if let mine = draft.numeral, let other = name.numeral, mine != other { return false }
    let known = draft.acronyms
    if let acronym = name.acronym, known.contains(acronym) { return true }
    if !name.otherAcronyms.isEmpty, name.acronym == nil,
      name.otherAcronyms.contains(where: known.contains)
    {
      return true
    }
    if known.contains(name.name) { return true }
    // Two acronyms of their own: two missions, however alike their names are.
    if let acronym = name.acronym, !known.isEmpty, !known.contains(acronym) { return false }
    if draft.keys.contains(where: keys.contains) { return true }
    return draft.keys.contains { mine in
      keys.contains { other in
        isWithoutLead(mine, other) || isWithoutLead(other, mine) || isWithoutPlace(mine, other)
          || isWithoutPlace(other, mine)
      }
    }
  }

  /// Whether the longer key is the shorter one behind an organisation: "nato training implementation
  /// mission" and "training implementation mission".
  private func isWithoutLead(_ short: [String], _ long: [String]) -> Bool {
    short.count >= 3 && long.count == short.count + 1 && Array(long.dropFirst()) == short
      && lexicon.isOrganisation(long[0])
  }

  /// Whether the longer key is the shorter one with a country behind: "nato training mission" and "nato
  /// training mission iraq".
  private func isWithoutPlace(_ short: [String], _ long: [String]) -> Bool {
    short.count >= 3 && short[0] != "operation" && long.count > short.count
      && Array(long.prefix(short.count)) == short
      && long.dropFirst(short.count).allSatisfy { lexicon.isCountry($0) }
  }

  /// Missions of which a naming without an acronym leaves out a word such as "training": "NATO Mission
  /// Iraq" beside the NATO Training Mission in Iraq, where there is one alone.
  private func withoutQualifier(_ naming: Naming, _ keys: [[String]]) -> [Int] {
    guard naming.name.acronym == nil, heading(of: naming) == nil, let key = keys.first,
      key.count >= 3,
      lexicon.isOrganisation(key[0]), key.contains(where: lexicon.isCountry)
    else { return [] }
    return drafts.indices.filter { index in
      drafts[index].keys.contains { long in
        guard long.count > key.count, long.count <= key.count + 2, long.first == key.first else {
          return false
        }
        var rest = key[...]
        for word in long where rest.first == word { rest.removeFirst() }
        return rest.isEmpty
      }
    }
  }

  private func heading(of naming: Naming) -> Int? { naming.rule == "heading" ? naming.block : nil }

  /// Known missions that a naming might be taken for and is not.
  private func lookAlikes(of naming: Naming) -> [Rationale.Rejected] {
    guard let acronym = naming.name.acronym else { return [] }
    return (index?.places(like: acronym) ?? Array(drafts.indices)).compactMap { place in
      let draft = drafts[place]
      guard let other = draft.acronym, other != acronym,
        Roster.distance(acronym, other) <= 1
          || draft.acronyms.contains(where: { acronym.hasPrefix($0 + " ") })
      else { return nil }
      return Rationale.Rejected(
        what: "the same mission as \(other)", why: "its acronym is \(acronym)")
    }
  }

  /// How many letters must be changed, put in or left out; counted up to 2.
  private static func distance(_ a: String, _ b: String) -> Int {
    guard abs(a.utf8.count - b.utf8.count) <= 1 else { return 2 }
    let (a, b) =
      a.utf8.count < b.utf8.count ? (Array(a.utf8), Array(b.utf8)) : (Array(b.utf8), Array(a.utf8))
    guard let at = a.indices.first(where: { a[$0] != b[$0] }) else { return b.count - a.count }
    let rest =
      a.count == b.count
      ? a[(at + 1)...].elementsEqual(b[(at + 1)...]) : a[at...].elementsEqual(b[(at + 1)...])
    return rest ? 1 : 2
  }
}
