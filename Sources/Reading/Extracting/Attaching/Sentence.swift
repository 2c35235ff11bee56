import Statements

/// A sentence while it is being read, or a row of a table, with what was found in it.
struct Sentence {
  /// Its tokens.
  let range: Range<Int>
  let dates: [Dated]
  /// The clause of each date.
  let clauses: [Range<Int>]
  let mentions: [Mentions.Mention]
  /// The label that opens it, as in "Start: 1 July 2005".
  var label: FactLabel?

  /// The clause of one of its dates that holds a token, with the date's index.
  func clause(holding token: Int) -> (index: Int, tokens: Range<Int>)? {
    clauses.firstIndex { $0.contains(token) }.map { ($0, clauses[$0]) }
  }
}

/// A label with what the words behind it give.
struct FactLabel {
  let role: FactRole
  /// With the colon.
  let tokens: Range<Int>
}

/// What stands around a sentence that says whom it is about.
struct Context {
  /// The mission that the heading over the sentence names.
  var heading: Int?
  /// The mission last spoken of in this section.
  var topic: Int?
  /// How many sentences ago the topic was named or meant; 0 for the sentence before.
  var topicAge = 0
  /// The only mission that the section names, under a heading that names none.
  var section: Int?
  /// The mission that the whole document is about.
  var document: Int?
  /// Whether the section's heading is a country: a list of deployments by place.
  var isPlace = false
  /// Whether the nearest heading is the mission's own.
  var isOwnSection = true
  /// Whether the text speaks of a mission that it does not name: "Before, the Alliance ran a training
  /// mission. It closed in 2011."
  var isOfStranger = false
  /// Whether the topic was spoken of in the same block of text.
  var isSameBlock = false
  /// The country of whose part in missions the document's sections speak.
  var nation: String?
  /// Whether some section of the document is one of a country.
  var isOfPlaces = false
}

/// Whom a clause is about.
enum Subject {
  case mission(Int, Reference)
  /// Two or more missions go by the name that the clause uses.
  case ambiguous([Int], Range<Int>)
  case none
}

/// How a clause refers to its mission.
struct Reference {
  enum Strength { case named, meant, supposed }
  /// Named outright, meant by a word such as "it", or supposed from the section or document.
  let strength: Strength
  /// The words that name or mean it.
  let cue: Range<Int>?
  /// What the statement's note says of it.
  let note: String?
  var rejected: [Rationale.Rejected] = []
}
