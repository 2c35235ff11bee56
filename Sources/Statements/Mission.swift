/// The name of a mission inside a register: a slug of its acronym or name, `@`, and the short name
/// of the document that speaks of it, as in `ntm-i@3f9a2c41`.
///
/// Two documents that speak of one mission give two ids: that they are one is a person's decision.
package struct MissionID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A mission, operation, programme or field presence that a document gives a period, a decision or
/// a result.
package struct Mission: Hashable, Sendable, Identifiable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case mission, operation, programme, presence
  }

  package let id: MissionID
  /// In the fullest form that the document has.
  package let name: String
  package let acronym: String?
  /// Other forms in which the document names it, without `name` and `acronym`.
  package let aliases: [String]
  package let kind: Kind
  /// Where the document names it.
  package let passage: Passage

  package init(
    id: MissionID, name: String, acronym: String?, aliases: [String], kind: Kind, passage: Passage
  ) {
    self.id = id
    self.name = name
    self.acronym = acronym
    self.aliases = aliases
    self.kind = kind
    self.passage = passage
  }

  /// The acronym where there is one, else the name.
  package var label: String { acronym ?? name }
}
