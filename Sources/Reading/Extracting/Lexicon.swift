package import Statements

/// The word lists in the form that the rules look things up in: phrases of numbered words.
///
/// A class that never changes, because every rule holds it.
package final class Lexicon: Sendable {
  struct MissionNoun: Sendable {
    let kind: Mission.Kind
    /// Whether the noun names a mission wherever it stands in a name.
    let isStrong: Bool
  }

  /// An organisation by its name, or by a word that lends it: "the European military force".
  struct Organisation: Sendable {
    let name: String
    let isAdjective: Bool
  }

  /// A country by any of its names, by its adjective or by its capital.
  struct Country: Sendable {
    enum Form: Sendable { case name, adjective, capital }
    let name: String
    let form: Form
  }

  let organisations: Phrases<Organisation>
  let countries: Phrases<Country>
  private let organisationNames: Set<String>
  private let countryNames: Set<String>
  let missionNouns: Phrases<MissionNoun>
  let missionQualifiers: Phrases<Bool>
  let notMissions: Phrases<Bool>
  let acronymForms: [AcronymForm]
  let cues: Phrases<Property>
  /// Words before a verb that foretell its event, and verbs in the form that follows them.
  let foretellings: Phrases<Bool>
  let bareVerbs: Phrases<Property>
  let mandatingBodies: Phrases<MandatingBody>
  let requestPhrases: Phrases<Bool>
  let partPhrases: Phrases<Bool>
  /// Words that open the reason of an end; false where a word of `endCauseVerbs` must follow.
  let endCauses: Phrases<Bool>
  let endCauseVerbs: Phrases<Bool>
  let strengthKinds: Phrases<Property>
  /// Bodies of people, before "of" and their number: "a force of 300".
  let bodies: Phrases<Bool>
  /// Words behind a number and a hyphen: "173-strong", "250-member".
  let strongWords: Phrases<Bool>
  /// Words of a list's head or heading that say of its missions that they go on; false for what
  /// such a heading must also name.
  let ongoingLists: Phrases<Bool>
  let fractions: Set<Word>
  /// Words behind "has been" by which something is somewhere rather than done to it.
  let presences: Set<Word>
  /// The seasons' words.
  let seasons: Set<Word>
  let units: Phrases<Property>
  let factLabels: Phrases<FactRole>
  let columns: Phrases<FactRole>
  let successions: Phrases<SuccessionSense>
  let goesOn: Phrases<Bool>
  let datelines: Datelines
  /// Kinds of act that carry a number and mandate missions.
  let acts: Phrases<Bool>
  let openEnds: Phrases<Bool>
  let nameJoins: Phrases<Bool>
  /// Words by which a text speaks of a mission that it has named: "the mission", "its mandate".
  let references: Phrases<Bool>
  let peopleVerbs: Phrases<Bool>
  /// Verbs of change; true where a number may follow at once ("numbered 300").
  let changeVerbs: Phrases<Bool>
  let numbers: NumberWords
  let hedges: Phrases<Quantity.Hedge>
  let currencies: Phrases<String>
  /// The names of months, which end a name: "the EU mission in December".
  let months: Phrases<Bool>
  /// Headings of references and the like, in lower case.
  let apparatus: Set<String>
  /// Lines that name what follows inside a section, in lower case.
  let labels: Set<String>

  /// - Parameter words: learns every word of the lists, after those that rules name.
  package init(
    vocabulary: Vocabulary, words: inout WordTable
  ) throws(VocabularyError) {
    for keyword in Keyword.allCases {
      let word = words.insert(keyword.spelling)
      assert(word.rawValue == keyword.rawValue, "keywords must be a table's first words")
    }
    let lists = WordLists(vocabulary: vocabulary)
    organisations = try lists.organisations(&words)
    countries = try lists.countries(&words)
    countryNames = Set(try vocabulary.table("countries")["name"].map { $0.lowercased() })
    organisationNames = Set(
      try vocabulary.table("organisations")["name"].map { $0.lowercased() })
    missionNouns = try lists.missionNouns(&words)
    missionQualifiers = try lists.marks("mission-qualifiers", "word", &words)
    notMissions = try lists.marks("not-missions", "phrase", &words)
    acronymForms = try lists.acronymForms()
    cues = try lists.properties("event-cues", "cue", &words)
    foretellings = try lists.marks("foretellings", "phrase", &words)
    bareVerbs = try lists.properties("bare-verbs", "verb", &words)
    mandatingBodies = try lists.values(
      "mandating-bodies", "body", "form", MandatingBody.self, &words)
    requestPhrases = try lists.marks("request-phrases", "phrase", &words)
    partPhrases = try lists.marks("part-phrases", "phrase", &words)
    endCauses = try lists.choices(
      "end-causes", "phrase", "kind", ["always": true, "with-failure": false], &words)
    endCauseVerbs = try lists.marks("end-cause-verbs", "word", &words)
    strengthKinds = try lists.properties("strength-kinds", "phrase", &words)
    bodies = try lists.marks("bodies-of-people", "noun", &words)
    strongWords = try lists.marks("strong-words", "word", &words)
    ongoingLists = try lists.choices(
      "ongoing-lists", "phrase", "kind", ["goes-on": true, "noun": false], &words)
    presences = Set(
      [
        "in", "at", "on", "a", "an", "the", "there", "active", "present", "deployed", "stationed",
        "based", "operating", "running", "working", "operational", "part", "under", "engaged",
        "involved", "supporting", "training", "monitoring", "assisting",
      ].map { words.insert($0) })
    fractions = Set(
      ["third", "thirds", "quarter", "quarters", "half", "halves", "fifths", "tenths"].map {
        words.insert($0)
      })
    seasons = Set(
      ["spring", "summer", "autumn", "fall", "winter"].map { (words.insert($0)) })
    units = try lists.properties("unit-nouns", "noun", &words)
    factLabels = try lists.values("fact-labels", "label", "role", FactRole.self, &words)
    columns = try lists.values("table-columns", "head", "role", FactRole.self, &words)
    successions = try lists.values(
      "successions", "phrase", "sense", SuccessionSense.self, &words)
    goesOn = try lists.choices(
      "goes-on", "phrase", "strength", ["strong": true, "weak": false], &words)
    acts = try lists.marks("acts", "act", &words)
    datelines = Datelines(phrases: try lists.marks("datelines", "phrase", &words))
    openEnds = try lists.marks("open-ends", "phrase", &words)
    nameJoins = try lists.marks("name-joins", "phrase", &words)
    references = try lists.marks("references", "noun", &words)
    peopleVerbs = try lists.marks("people-verbs", "phrase", &words)
    changeVerbs = try lists.choices(
      "change-verbs", "verb", "number", ["next": true, "behind to": false], &words)
    numbers = NumberWords(words: &words)
    hedges = try lists.values("hedges", "phrase", "hedge", Quantity.Hedge.self, &words)
    currencies = try lists.texts("currencies", "name", "code", &words)
    months = Lexicon.months(&words)
    apparatus = Set(try vocabulary.table("apparatus")["heading"])
    labels = Set(try vocabulary.table("section-labels")["label"])
  }
}

extension Lexicon {
  private static func months(_ words: inout WordTable) -> Phrases<Bool> {
    var phrases = Phrases<Bool>()
    for month in [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
      "Sept", "Oct", "Nov", "Dec",
    ] {
      phrases.add(month, true, to: &words)
    }
    return phrases
  }

  /// The form that an acronym has, the longest where it has several.
  func form(of acronym: some StringProtocol) -> AcronymForm? {
    let letters = acronym.utf8.filter { $0 != UInt8(ascii: "-") }
    var longest: Int?
    var length = -1
    for index in acronymForms.indices
    where acronymForms[index].letters.count > length && acronymForms[index].fits(letters) {
      longest = index
      length = acronymForms[index].letters.count
    }
    return longest.map { acronymForms[$0] }
  }

  /// Whether tokens open with a fact's label and its colon, and words behind it.
  func isLabelled(_ tokens: [Token]) -> Bool {
    guard let label = tokens.isEmpty ? nil : factLabels.match(tokens, at: 0, before: tokens.count)
    else { return false }
    let colon = label.tokens.upperBound
    return colon + 1 < tokens.count && tokens[colon].isMark(":")
  }

  /// Whether a folded word is an organisation's name, as a name's key has it.
  func isOrganisation(_ word: String) -> Bool { organisationNames.contains(word) }

  func isCountry(_ word: String) -> Bool { countryNames.contains(word) }

  /// The first organisation named in a range of tokens.
  func organisation(_ text: LexedText, _ range: Range<Int>) -> String? {
    organisations.all(in: text.tokens, range).first { !$0.value.isAdjective }?.value.name
      ?? organisations.first(in: text.tokens, range)?.value.name
  }

  /// The first country named, not one that only lends its adjective.
  func country(_ text: LexedText, _ range: Range<Int>) -> String? {
    countries.all(in: text.tokens, range).first { $0.value.form == .name }?.value.name
  }
}

/// What the words behind a label, or the cells of a column, give.
enum FactRole: String, Sendable, CaseIterable {
  case name, acronym, kind, status, start, end, period
  /// The period or end of the mandate in force, which may be prolonged: a planned end.
  case mandatePeriod = "mandate-period"
  case place, organisation, predecessor
  case followOn = "follow-on"
  case legalBasis = "legal-basis"
  case strength, contributors, cost, casualties, trained, other

  /// The property of a number that stands there; nil where numbers count nothing.
  var counted: Property? {
    switch self {
    case .strength: .strength
    case .contributors: .contributors
    case .cost: .cost
    case .casualties: .casualties
    case .trained: .trained
    default: nil
    }
  }
}

/// How a body that decides on missions is known.
enum MandatingBody: String, Sendable, CaseIterable {
  /// By its name.
  case body
  /// Beside a country: "the Iraqi government".
  case ofCountry = "of-country"
}

/// Which of two missions came first.
enum SuccessionSense: String, Sendable, CaseIterable {
  /// The first one was followed by the second.
  case passedOn = "passed-on"
  /// The first one followed the second.
  case takenOver = "taken-over"
  /// The same where "place" follows the second: "took ISAF's place".
  case takenOverPlace = "taken-over-place"
  /// The first one followed the second, and no date of the clause says when: "the successor of".
  case successorOf = "successor-of"
}

/// A beginning or an end by which an acronym shows that it names a mission.
struct AcronymForm: Sendable {
  let letters: [UInt8]
  let isBeginning: Bool
  /// The fewest letters of the whole acronym.
  let least: Int
  let organisation: String?
  let kind: Mission.Kind

  func fits(_ acronym: some Collection<UInt8>) -> Bool {
    acronym.count >= least
      && (isBeginning
        ? acronym.starts(with: letters) : acronym.suffix(letters.count).elementsEqual(letters))
  }
}
