import Statements

/// Turns rows of word lists into phrases, or says which cell is wrong.
struct WordLists {
  let vocabulary: Vocabulary

  func organisations(
    _ words: inout WordTable
  ) throws(VocabularyError) -> Phrases<Lexicon.Organisation> {
    var phrases = Phrases<Lexicon.Organisation>()
    for record in try vocabulary.table("organisations").records {
      let name = record["name"] ?? ""
      for form in [name] + several(record["other"]) {
        phrases.add(form, .init(name: name, isAdjective: false), to: &words)
      }
      for form in several(record["adjective"]) {
        phrases.add(form, .init(name: name, isAdjective: true), to: &words)
      }
    }
    return phrases
  }

  func countries(_ words: inout WordTable) throws(VocabularyError) -> Phrases<Lexicon.Country> {
    var phrases = Phrases<Lexicon.Country>()
    for record in try vocabulary.table("countries").records {
      let name = record["name"] ?? ""
      let forms: [(Lexicon.Country.Form, [String])] = [
        (.name, [name] + several(record["other"])), (.adjective, several(record["adjective"])),
        (.capital, several(record["capital"])),
      ]
      for (form, texts) in forms {
        for text in texts {
          phrases.add(text, .init(name: name, form: form), to: &words)
          // "602 Canadians", "Iraqis"
          if form == .adjective, text.hasSuffix("n") || text.hasSuffix("i") {
            phrases.add(text + "s", .init(name: name, form: form), to: &words)
          }
        }
      }
    }
    return phrases
  }

  func missionNouns(
    _ words: inout WordTable
  ) throws(VocabularyError) -> Phrases<Lexicon.MissionNoun> {
    var phrases = Phrases<Lexicon.MissionNoun>()
    for record in try vocabulary.table("mission-nouns").records {
      let kind = try value(record["kind"], in: "mission-nouns", as: Mission.Kind.self)
      phrases.add(
        record["noun"] ?? "", .init(kind: kind, isStrong: record["strength"] == "strong"),
        to: &words)
    }
    return phrases
  }

  func acronymForms() throws(VocabularyError) -> [AcronymForm] {
    var forms: [AcronymForm] = []
    for record in try vocabulary.table("acronym-forms").records {
      let form = record["form"] ?? ""
      guard let least = Int(record["least"] ?? ""), form.hasPrefix("-") != form.hasSuffix("-")
      else {
        throw VocabularyError(
          list: "acronym-forms", line: 0,
          reason: .badCell(form, expected: "a beginning “UN-” or an end “-FOR” with a number"))
      }
      forms.append(
        AcronymForm(
          letters: form.utf8.filter { $0 != UInt8(ascii: "-") }, isBeginning: form.hasSuffix("-"),
          least: least, organisation: several(record["organisation"]).first,
          kind: try value(record["kind"], in: "acronym-forms", as: Mission.Kind.self)))
    }
    return forms
  }

  /// Phrases whose second cell is a property's key.
  func properties(
    _ list: String, _ column: String, _ words: inout WordTable
  ) throws(VocabularyError) -> Phrases<Property> {
    let known = Set(try vocabulary.table("properties")["key"])
    var phrases = Phrases<Property>()
    for record in try vocabulary.table(list).records {
      let key = record["property"] ?? ""
      guard known.contains(key) else {
        throw VocabularyError(
          list: list, line: 0, reason: .badCell(key, expected: "a key of properties.tsv"))
      }
      phrases.add(record[column] ?? "", Property(rawValue: key), to: &words)
    }
    return phrases
  }

  /// Phrases whose second cell is one of the words of an enumeration.
  func values<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ list: String, _ column: String, _ other: String, _ type: Value.Type,
    _ words: inout WordTable
  ) throws(VocabularyError) -> Phrases<Value> {
    var phrases = Phrases<Value>()
    for record in try vocabulary.table(list).records {
      phrases.add(
        record[column] ?? "", try value(record[other], in: list, as: type), to: &words)
    }
    return phrases
  }

  func choices<Value: Sendable>(
    _ list: String, _ column: String, _ other: String, _ choices: [String: Value],
    _ words: inout WordTable
  ) throws(VocabularyError) -> Phrases<Value> {
    var phrases = Phrases<Value>()
    for record in try vocabulary.table(list).records {
      guard let value = choices[record[other] ?? ""] else {
        throw VocabularyError(
          list: list, line: 0,
          reason: .badCell(
            record[other] ?? "", expected: choices.keys.sorted().joined(separator: ", ")))
      }
      phrases.add(record[column] ?? "", value, to: &words)
    }
    return phrases
  }

  func texts(
    _ list: String, _ column: String, _ other: String, _ words: inout WordTable
  ) throws(VocabularyError) -> Phrases<String> {
    var phrases = Phrases<String>()
    for record in try vocabulary.table(list).records {
      phrases.add(record[column] ?? "", record[other] ?? "", to: &words)
    }
    return phrases
  }

  /// Phrases of which only their being there matters.
  func marks(
    _ list: String, _ column: String, _ words: inout WordTable
  ) throws(VocabularyError) -> Phrases<Bool> {
    var phrases = Phrases<Bool>()
    for phrase in try vocabulary.table(list)[column] { phrases.add(phrase, true, to: &words) }
    return phrases
  }

  private func value<Value: RawRepresentable<String> & CaseIterable>(
    _ cell: String?, in list: String, as type: Value.Type
  ) throws(VocabularyError) -> Value {
    guard let value = Value(rawValue: cell ?? "") else {
      throw VocabularyError(
        list: list, line: 0,
        reason: .badCell(
          cell ?? "", expected: Value.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    return value
  }

  private func several(_ cell: String?) -> [String] {
    (cell ?? "").split(separator: "|").map(String.init)
  }
}
