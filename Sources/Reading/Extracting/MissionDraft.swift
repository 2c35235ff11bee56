import Chronology
import Statements

/// A mission while its document is being read: the names under which it was met so far.
struct MissionDraft {
  var names: [MissionName]
  var kind: Mission.Kind
  /// The index of the heading it was met in, nil for one that only prose names.
  let heading: Int?
  /// The index of the heading whose section it was first met in, or that names it.
  let section: Int?

  init(_ name: MissionName, kind: Mission.Kind, heading: Int?, section: Int?) {
    names = [name]
    self.kind = kind
    self.heading = heading
    self.section = section
  }

  var acronym: String? { names.lazy.compactMap(\.acronym).first }

  /// The acronyms under which it goes, its own and those without numeral or inside its name.
  var acronyms: Set<String> {
    Set(names.flatMap { [$0.acronym].compactMap(\.self) + $0.otherAcronyms })
  }

  /// The fullest form: the one that the acronym abbreviates, and of these the longest.
  var best: MissionName? {
    let wholeNames = names.filter { $0.name.contains(" ") }
    let fitting = wholeNames.filter { name in
      acronym.map { Acronym.fits($0, name.name.split(separator: " ").map(String.init)) } ?? true
    }
    let numbered = fitting.filter { $0.numeral == names[0].numeral }
    let pool = numbered.isEmpty ? (fitting.isEmpty ? names : fitting) : numbered
    return pool.max { $0.name.utf8.count < $1.name.utf8.count }
  }

  /// Whether a name met later means this mission: the same acronym, or the same name, and no other
  /// numeral.
  func isNamed(by name: MissionName) -> Bool {
    if let mine = names[0].numeral, let other = name.numeral, mine != other { return false }
    if let acronym = name.acronym {
      return acronyms.contains(acronym)
        || (self.acronym == nil && names.contains { $0.name == name.name })
    }
    return names.contains { $0.name == name.name || $0.written == name.written }
  }

  /// All forms under which a text may mention it, but those of fewer than two letters.
  func forms(_ lexicon: Lexicon) -> Set<String> {
    var forms = acronyms
    for name in names {
      forms.insert(name.name)
      forms.insert(name.written)
      let bare = MissionDraft.withoutLead(name.name, lexicon)
      if bare.split(separator: " ").count >= 2 { forms.insert(bare) }
      // "Operation Concordia" is also plain "Concordia".
      let words = name.name.split(separator: " ")
      if words.count == 2, words[0] == "Operation" { forms.insert(String(words[1])) }
    }
    return forms.filter { $0.utf8.count > 1 }
  }

  /// A name without the organisation, and the country behind a dash, that it begins with: "NATO-Iraq
  /// Individual Partnership Programme" is also the "Individual Partnership Programme".
  static func withoutLead(_ name: String, _ lexicon: Lexicon) -> String {
    let tokens = TextToken.tokens(of: name, in: 0..<name.utf8.count)
    guard !tokens.isEmpty, let lead = lexicon.organisations.match(tokens, at: 0) else {
      return name
    }
    var index = lead.count
    while index < tokens.count {
      if ["and", "the"].contains(tokens[index].lower) {
        index += 1
      } else if tokens[index].isDash {
        index += 1
        if index < tokens.count, let country = lexicon.countries.match(tokens, at: index),
          country.value.form == .name
        {
          index += country.count
        }
      } else {
        break
      }
    }
    guard index < tokens.count, tokens[index].isCapitalised || index == lead.count else {
      return name
    }
    return String(decoding: Array(name.utf8)[tokens[index].bytes.lowerBound...], as: UTF8.self)
  }
}
