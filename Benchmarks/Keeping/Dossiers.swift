import Chronology
import Foundation
import Keeping
import Statements

/// Documents about missions that never were, drawn from a seed: names, periods of every precision
/// from 1945 on, events, numbers and a legal basis, each with the line it is quoted from.
struct Dossiers {
  private var random: SplitMix64
  private let places: [String]
  private let organisations: [String]

  init(seed: UInt64) {
    var random = SplitMix64(state: seed)
    places = (0..<200).map { _ in Dossiers.name(&random) }
    organisations = (0..<40).map { number in
      let first = ["Union of", "League of", "Council of", "Alliance of"][number % 4]
      return "\(first) \(Dossiers.name(&random))"
    }
    self.random = random
  }

  private static func name(_ random: inout SplitMix64) -> String {
    let parts = ["ka", "ro", "mi", "ten", "dal", "vu", "se", "lor", "ga", "nim", "pe", "sø", "tha"]
    let letters = (0..<Int.random(in: 2...4, using: &random)).map { _ in
      parts[Int.random(in: 0..<parts.count, using: &random)]
    }.joined()
    return letters.prefix(1).uppercased() + letters.dropFirst()
  }

  /// Few names stand often, many seldom.
  private mutating func pick(_ names: [String]) -> String {
    let share = Double.random(in: 0..<1, using: &random)
    return names[Int(share * share * Double(names.count))]
  }

  mutating func next(missions: Int, number: Int) throws -> Proposals {
    var draft = Draft()
    let asOf = Day(
      year: Int64.random(in: 2005...2024, using: &random), month: 6, day: 30)
    draft.line("Missions abroad, paper \(number).")
    for _ in 0..<missions { try write(&draft) }
    guard let digest = Digest.sha256(Array(draft.text.utf8)) else {
      throw GeneratorError.noDigest
    }
    let document = Document(
      id: DocumentID(rawValue: digest), text: draft.text,
      source: Source(
        location: "Papers/\(number).txt", title: "Missions abroad \(number)",
        asOf: number.isMultiple(of: 2) ? asOf : nil))
    return try draft.proposals(of: document)
  }

  private mutating func write(_ draft: inout Draft) throws {
    let place = pick(places)
    let organisation = pick(organisations)
    let words = ["Support", "Training", "Monitoring", "Police", "Border", "Assistance", "Observer"]
    let word = words[Int.random(in: 0..<words.count, using: &random)]
    let kind = Mission.Kind.allCases[
      [0, 0, 0, 0, 1, 1, 2, 3][Int.random(in: 0..<8, using: &random)]]
    let name = "\(organisation) \(word) \(kind.rawValue.capitalized) in \(place)"
    let serial = Int.random(in: 1...9_999, using: &random)
    let acronym =
      "\(word.prefix(1))\(kind.rawValue.uppercased().prefix(1))\(place.uppercased().prefix(3))-\(serial)"
    let dates = Dates(&random)
    draft.mission(name, acronym, kind, line: "\(name) (\(acronym))")
    draft.state(.organisation, .text(organisation), line: "It was led by the \(organisation).")
    draft.state(.place, .text(place), line: "It worked in \(place).")
    if let (property, text) = dates.period {
      let date = try EDTF(text)
      let line = "Its period is given as \(text)."
      if property == .period || property == .sectionPeriod {
        draft.state(property, .date(date), line: line)
      } else {
        draft.state(property, .text(line), valid: date, line: line)
      }
    } else {
      draft.state(.event, .text("No date is given."), line: "No date is given.")
    }
    for (property, verb) in [
      (Property.decided, "decided"), (.extended, "extended"), (.event, "reported on"),
    ] {
      let date = try EDTF(dates.event(&random))
      let line = "Ministers \(verb) it on \(date) after talks on \(Dossiers.topic(&random))."
      draft.state(property, .text(line), valid: date, line: line)
    }
    for (property, unit) in [
      (Property.strength, "officers"), (.trained, "recruits"), (.contributors, "states"),
    ] {
      let value = Int.random(in: 3...9_000, using: &random)
      draft.state(
        property,
        .quantity(
          Quantity(
            value: Double(value), unit: unit, asOf: try EDTF(dates.event(&random)),
            isCumulative: property == .trained)),
        line: "It counted \(value) \(unit) in \(Dossiers.topic(&random)).")
    }
    let act = "Decision \(serial)/\(Int.random(in: 100...999, using: &random))"
    draft.state(.legalBasis, .text(act), line: "Its basis is \(act) on \(Dossiers.topic(&random)).")
  }

  private static func topic(_ random: inout SplitMix64) -> String {
    let first = [
      "border", "police", "customs", "prison", "election", "mine", "coast", "court", "radio",
      "refugee", "harbour", "air", "medical", "rural", "river", "railway",
    ]
    let second = [
      "training", "reform", "patrols", "logistics", "oversight", "clearance", "registers",
      "planning", "inspection", "supply", "liaison", "withdrawal", "rotation", "security",
    ]
    return first[Int.random(in: 0..<first.count, using: &random)] + " "
      + second[Int.random(in: 0..<second.count, using: &random)]
  }
}

/// The dates of one mission, as imprecise as sources are.
private struct Dates {
  let period: (Property, String)?
  private let years: ClosedRange<Int64>

  init(_ random: inout SplitMix64) {
    let start = Int64.random(in: 1945...2023, using: &random)
    // Most last a few years, some decades.
    let share = Double.random(in: 0..<1, using: &random)
    let end = min(start + Int64(share * share * share * 25), 2024)
    years = start...end
    func day(_ year: Int64) -> String {
      let month = Int.random(in: 10...12, using: &random)
      return "\(year)-\(month)-\(Int.random(in: 10...28, using: &random))"
    }
    let early = "\(start)-0\(Int.random(in: 1...9, using: &random))"
    period =
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<30: (.period, "\(early)-1\(Int.random(in: 0...9, using: &random))/\(day(end))")
      case 30..<52: (.period, "\(early)/\(end)-\(Int.random(in: 10...12, using: &random))")
      case 52..<74: (.period, "\(start)/\(end)")
      case 74..<82: (.period, "\(early)/..")
      case 82..<86: (.established, "\(early)")
      case 86..<89: (.established, "\(start)")
      case 89..<91: (.period, "/\(day(end))")
      case 91..<93: (.closed, "\(end)")
      case 93..<96: (.period, "\(start)/\(start)")
      case 96..<98: (.sectionPeriod, "\(start)/\(end)")
      default: nil
      }
  }

  func event(_ random: inout SplitMix64) -> String {
    let month = Int.random(in: 10...12, using: &random)
    return
      "\(Int64.random(in: years, using: &random))-\(month)-\(Int.random(in: 10...28, using: &random))"
  }
}

/// A document that grows line by line with what is read from each line.
private struct Draft {
  private(set) var text = ""
  private var missions: [(name: String, acronym: String, kind: Mission.Kind, bytes: Range<Int>)] =
    []
  private var statements:
    [(mission: Int, property: Property, value: Value, valid: EDTF?, bytes: Range<Int>)] = []

  @discardableResult
  mutating func line(_ line: String) -> Range<Int> {
    let start = text.utf8.count
    text += line
    let bytes = start..<text.utf8.count
    text += "\n"
    return bytes
  }

  mutating func mission(_ name: String, _ acronym: String, _ kind: Mission.Kind, line: String) {
    text += "\n"
    missions.append((name, acronym, kind, self.line(line)))
  }

  mutating func state(_ property: Property, _ value: Value, valid: EDTF? = nil, line: String) {
    statements.append((missions.count - 1, property, value, valid, self.line(line)))
  }

  func proposals(of document: Document) throws -> Proposals {
    func passage(_ bytes: Range<Int>) throws -> Passage {
      guard let passage = Passage(of: document, bytes: bytes) else {
        throw GeneratorError.impossible("a line")
      }
      return passage
    }
    let made = try missions.enumerated().map { index, item in
      Mission(
        id: MissionID(rawValue: "\(item.acronym.lowercased())-\(index)@\(document.id.short)"),
        name: item.name, acronym: item.acronym, aliases: [], kind: item.kind,
        passage: try passage(item.bytes))
    }
    let stated = try statements.map { item in
      let statement = Statement(
        subject: made[item.mission].id, property: item.property, value: item.value,
        valid: item.valid, passages: [try passage(item.bytes)], rule: "generated", note: nil)
      guard let statement else { throw GeneratorError.impossible("a statement") }
      return statement
    }
    return Proposals(document: document, missions: made, statements: stated, doubts: [])
  }
}

/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
