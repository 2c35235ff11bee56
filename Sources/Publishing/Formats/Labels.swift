package import Statements

/// What people call properties, by the vocabulary.
package struct Labels: Sendable {
  private let labels: [String: String]
  /// The properties that are dated events.
  package let events: Set<Property>
  /// The properties that are numbers.
  package let quantities: Set<Property>

  /// - Throws: `VocabularyError` where the list of properties is no table.
  package init() throws(VocabularyError) {
    let records = try Vocabulary.builtIn().table("properties").records
    var labels: [String: String] = [:]
    var events: Set<Property> = []
    var quantities: Set<Property> = []
    for record in records {
      guard let key = record["key"] else { continue }
      labels[key] = record["label"]
      if record["type"] == "event" { events.insert(Property(rawValue: key)) }
      if record["type"] == "quantity" { quantities.insert(Property(rawValue: key)) }
    }
    self.labels = labels
    self.events = events
    self.quantities = quantities
  }

  /// The keys of all properties, sorted.
  package var known: [String] { labels.keys.sorted() }

  /// The label of a property, else its key.
  package subscript(property: Property) -> String { labels[property.rawValue] ?? property.rawValue }
}
