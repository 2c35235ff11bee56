package import Chronology
package import Statements

extension Document {
  /// Where a passage stands: `nato-iraq.txt:57`, `nato-iraq.pdf p. 3`, `missions.csv row 12`.
  package func placeWords(of passage: Passage) -> String {
    place(of: passage).words(in: source.location)
  }

  /// The last part of a location.
  package static func fileName(_ location: String) -> String {
    location.split(separator: "/").last.map(String.init) ?? location
  }

  /// A passage as every `--json` output has it.
  package func json(of passage: Passage) -> JSON {
    [
      "document": .string(id.rawValue),
      "file": .string(source.location),
      "bytes": passage.bytes.json,
      "line": JSON(line(ofByte: passage.bytes.lowerBound)),
      "place": place(of: passage).json,
      "quote": .string(passage.quote),
    ]
  }
}

extension Place {
  /// The place in a file: `nato-iraq.txt:57`.
  package func words(in location: String) -> String {
    // What is printable has no white space at its ends, and a suffix may begin with a space.
    let gap = suffix.hasPrefix(" ") ? " " : ""
    return Document.fileName(location).printable + gap + suffix.printable
  }

  /// What the place is, by its kind; `box` is in points from the page's upper left corner.
  package var json: JSON {
    switch self {
    case .line(let line): ["line": JSON(line)]
    case .section(let headings, let cells):
      .object([("section", JSON(headings) { .string($0) })] + (cells?.jsonMembers ?? []))
    case .page(let page, let box, let cells):
      .object(
        [("page", JSON(page))]
          + (box.map { box in
            [("box", [JSON(box.left), JSON(box.top), JSON(box.right), JSON(box.bottom)])]
          } ?? []) + (cells?.jsonMembers ?? []))
    case .row(let row, let columns):
      columns.isEmpty
        ? ["row": JSON(row)]
        : ["row": JSON(row), "columns": JSON(columns) { .string($0) }]
    case .pointer(let pointer): ["pointer": .string(pointer)]
    }
  }
}

extension Place.Cells {
  fileprivate var jsonMembers: [(key: String, value: JSON)] {
    [("table", JSON(table)), ("row", JSON(row))]
      + (columns.isEmpty ? [] : [("columns", JSON(columns) { .string($0) })])
  }
}

extension Account {
  /// A passage of this account as every `--json` output has it.
  package func json(of passage: Passage) -> JSON { document(holding: passage).json(of: passage) }

  /// The members that every `--json` output gives of a mission.
  package var jsonMembers: [(key: String, value: JSON)] {
    let isOwn = period.origin == .stated || period.origin == .events
    return [
      ("id", .string(mission.id.rawValue)),
      ("name", .string(mission.name)),
      ("acronym", JSON(mission.acronym)),
      ("aliases", JSON(mission.aliases) { .string($0) }),
      ("kind", .string(mission.kind.rawValue)),
      ("organisation", JSON(texts(.organisation)) { .string($0) }),
      ("place", JSON(texts(.place)) { .string($0) }),
      ("start", isOwn ? JSON(period.start.edtf) : .null),
      ("end", isOwn ? JSON(period.end.edtf) : .null),
      ("section_period", JSON(sectionPeriod?.description)),
      ("period_from", .string(period.origin.rawValue)),
      ("members", JSON(members) { .string($0.rawValue) }),
      ("identities", JSON(identities, \.json)),
    ]
  }

  /// The acronym and the name, or the name alone.
  package var title: String {
    let name = mission.name.printable
    guard let acronym = mission.acronym?.printable, acronym != name else { return name }
    return "\(acronym)  \(name)"
  }
}

extension Finding.Side {
  /// The passage, with the mission whose account has it.
  package var json: JSON {
    ["mission": .string(mission.rawValue), "passage": document.json(of: passage)]
  }
}

extension IdentityDecision {
  /// The decision as every `--json` output has it.
  package var json: JSON {
    [
      "mission": .string(identity.mission.rawValue),
      "relation": .string(identity.relation.rawValue), "other": .string(identity.other.rawValue),
      "by": .string(by), "note": JSON(note), "recorded": .string(recorded),
    ]
  }
}

extension Period {
  /// Both ends for a person to read: "2004 – 31 December 2011", "within 2011–2018".
  package func words(within section: EDTF?) -> String {
    switch origin {
    case .stated, .events: "\(Period.words(start)) – \(Period.words(end))"
    case .inherited: section.map { "within \(DateWords.of($0))" } ?? "inherited"
    case .unstated: "not stated"
    }
  }

  private static func words(_ bound: Bound) -> String {
    switch bound {
    case .date(let date): DateWords.of(date)
    case .open: "ongoing"
    case .unknown: "unknown"
    case .unstated: "not stated"
    }
  }
}

extension Range<Int> {
  /// `[a, b]`, the end exclusive.
  package var json: JSON { [.int(Int64(lowerBound)), .int(Int64(upperBound))] }
}
