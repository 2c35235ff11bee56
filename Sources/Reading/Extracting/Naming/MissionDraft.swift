import Statements

/// A mission while its document is being read: the names under which it was met so far.
struct MissionDraft {
  private(set) var namings: [Naming]
  private(set) var keys: [[String]]
  /// The names of its namings, each once, in the order in which they were met.
  private(set) var names: [MissionName] = []
  private(set) var numeral: Int?
  /// The acronym that stands behind its name, else a name that is one.
  private(set) var acronym: String?
  /// The acronyms under which it goes, its own and those without numeral or inside its name.
  private(set) var acronyms: [String] = []
  var kind: Mission.Kind
  /// The index of the heading it was met in, nil for one that only prose names.
  let heading: Int?
  /// The index of the heading whose section it was first met in, or that names it.
  let section: Int?
  /// What was weighed when it was told from others, for `--explain`.
  var rejected: [Rationale.Rejected] = []

  init(_ naming: Naming, keys: [[String]], heading: Int?, section: Int?) {
    namings = [naming]
    self.keys = keys
    kind = naming.kind
    self.heading = heading
    self.section = section
    learn(naming)
  }

  mutating func add(_ naming: Naming, keys: [[String]]) {
    namings.append(naming)
    for key in keys where !self.keys.contains(key) { self.keys.append(key) }
    learn(naming)
  }

  /// Takes what a naming adds to the names known so far.
  private mutating func learn(_ naming: Naming) {
    for name in [naming.name] + naming.others where !names.contains(where: name.says) {
      names.append(name)
      numeral = numeral ?? name.numeral
      acronym = acronym ?? name.acronym
      if let acronym = name.acronym { learn(acronym) }
      for acronym in name.otherAcronyms { learn(acronym) }
    }
  }

  private mutating func learn(_ acronym: String) {
    if !acronyms.contains(acronym) { acronyms.append(acronym) }
  }

  var organisation: String? { namings.lazy.compactMap(\.organisation).first }

  /// The fullest form: the one that the acronym abbreviates, and of these the longest.
  var best: MissionName {
    guard names.count > 1 else { return names[0] }
    let whole = names.filter { $0.name.utf8.contains(0x20) }
    let fitting = whole.filter { name in
      acronym.map { Abbreviation.fits($0, Abbreviation.words(of: name.name)) } ?? true
    }
    let numbered = fitting.filter { $0.numeral == names[0].numeral }
    let pool = [numbered, fitting, whole, names].first { !$0.isEmpty } ?? names
    return pool.max { $0.name.utf8.count < $1.name.utf8.count } ?? names[0]
  }

  /// Where the naming that stands first in the document begins.
  var firstToken: Int {
    namings.reduce(namings[0].tokens.lowerBound) { min($0, $1.tokens.lowerBound) }
  }
}
