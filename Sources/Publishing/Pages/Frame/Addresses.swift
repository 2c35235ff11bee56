package import Statements

/// Where the pages of the site are. One address is one state: what a page shows follows from it
/// alone.
package struct Addresses: Sendable {
  /// The language that the reader asked for in the address, which links carry on; nil where the
  /// browser's own preference holds.
  package let language: String?

  /// The day whose knowledge the page shows, which links to missions carry on; nil for now.
  package let asOf: String?

  package init(language: String? = nil, asOf: String? = nil) {
    self.language = language
    self.asOf = asOf
  }

  package func link(
    _ path: [String], _ query: [(name: String, value: String)] = [], fragment: String? = nil
  ) -> Link {
    Link(path, query: query + (language.map { [("lang", $0)] } ?? []), fragment: fragment)
  }

  package var overview: Link { link([]) }
  package var sources: Link { link(["sources"]) }

  package func missions(_ query: [(name: String, value: String)] = []) -> Link {
    link(["missions"], query)
  }

  package func timeline(_ query: [(name: String, value: String)] = []) -> Link {
    link(["timeline"], query)
  }

  package func search(_ query: [(name: String, value: String)] = []) -> Link {
    link(["search"], query)
  }

  package func mission(_ id: MissionID) -> Link {
    link(["missions", id.rawValue], asOf.map { [("as-of", $0)] } ?? [])
  }

  package func source(_ id: DocumentID) -> Link { link(["sources", id.rawValue]) }

  /// The bytes of a source's text, as a file.
  package func text(_ id: DocumentID) -> Link { Link(["sources", id.rawValue, "text"]) }

  /// The place where a passage stands in its source, which is marked there.
  package func passage(_ passage: Passage) -> Link {
    let name = Addresses.name(passage.bytes)
    return link(
      ["sources", passage.document.rawValue], [("passage", name)], fragment: "b\(name)")
  }

  /// `120-180`, the end exclusive.
  package static func name(_ bytes: Range<Int>) -> String {
    "\(bytes.lowerBound)-\(bytes.upperBound)"
  }
}
