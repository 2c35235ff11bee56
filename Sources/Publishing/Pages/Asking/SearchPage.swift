package import Chronology
package import Statements

/// The passages in which words stand.
package struct SearchPage: Sendable {
  package struct Hit: Sendable {
    let passage: Passage
    let place: Place
    let file: String
    let title: String
    /// The part of the passage around the first words found, and the words in it as UTF-8 bytes.
    let snippet: String
    let marks: [Range<Int>]
    /// The missions about which something is stated there, and what they are called.
    let missions: [(id: MissionID, label: String)]

    package init(
      passage: Passage, place: Place, file: String, title: String, snippet: String,
      marks: [Range<Int>], missions: [(id: MissionID, label: String)]
    ) {
      self.passage = passage
      self.place = place
      self.file = file
      self.title = title
      self.snippet = snippet
      self.marks = marks
      self.missions = missions
    }

    package var json: JSON {
      [
        "document": .string(passage.document.rawValue), "file": .string(file),
        "title": .string(title), "place": place.json, "bytes": passage.bytes.json,
        "quote": .string(passage.quote), "snippet": .string(snippet),
        "marks": JSON(marks, \.json), "missions": JSON(missions) { .string($0.id.rawValue) },
      ]
    }
  }

  /// Nil where nothing was asked yet.
  let query: String?
  /// The day whose knowledge is searched; nil for now.
  let asOf: Day?
  let hits: [Hit]

  package init(query: String?, asOf: Day? = nil, hits: [Hit]) {
    self.query = query
    self.asOf = asOf
    self.hits = hits
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.search), in: .search) { out in
      out.element(.h1, text: wording(.search))
      out.element(
        .form, .class("filters"), .action(Link(["search"])), .method(.get), .role("search")
      ) { out in
        out.element(.p, .class("field")) { out in
          out.element(.label, .for("q"), text: wording(.words))
          out.void(
            .input, .id("q"), .name("q"), .value(query ?? ""), .size(40), .maxLength(200),
            .aria(.describedby, "q-hint"))
          out.element(.small, .id("q-hint"), text: wording(.searchHint))
        }
        let form = MissionsForm(question: MissionsQuestion(asOf: asOf))
        form.asOf(&out, frame)
        form.end(&out, frame, clear: nil)
      }
      guard query != nil else { return }
      out.element(
        .p, .id("count"), .role("status"),
        text: hits.isEmpty ? wording(.nothingFound) : wording.count(.hits, hits.count))
      out.element(.ol, .class("hits")) { out in
        for hit in hits { write(hit, &out, frame) }
      }
    }
  }

  private func write(_ hit: Hit, _ out: inout HTMLWriter, _ frame: PageFrame) {
    out.element(.li) { out in
      out.element(.p) { out in
        out.element(.a, .class("place"), .href(frame.addresses.passage(hit.passage))) {
          $0.foreign(frame.wording.place(hit.place, in: hit.file))
        }
        out.text(" ")
        out.element(.span, .class("muted")) { $0.foreign(hit.title) }
      }
      out.element(.p, .class("snippet"), .ownDirection) { marked(hit, &$0) }
      guard !hit.missions.isEmpty else { return }
      out.element(.ul, .class("inline")) { out in
        for (id, label) in hit.missions {
          out.element(.li) { out in
            out.element(.a, .href(frame.addresses.mission(id))) { $0.foreign(label) }
          }
        }
      }
    }
  }

  private func marked(_ hit: Hit, _ out: inout HTMLWriter) {
    let bytes = Array(hit.snippet.utf8)
    var index = 0
    for mark in hit.marks where mark.lowerBound >= index && mark.upperBound <= bytes.count {
      out.text(String(decoding: bytes[index..<mark.lowerBound], as: UTF8.self))
      out.element(.mark, text: String(decoding: bytes[mark], as: UTF8.self))
      index = mark.upperBound
    }
    out.text(String(decoding: bytes[index...], as: UTF8.self))
  }
}
