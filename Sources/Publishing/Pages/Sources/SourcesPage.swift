internal import Chronology
package import Statements

/// The list of sources.
package struct SourcesPage: Sendable {
  package struct Row: Sendable {
    package let id: DocumentID
    let source: Source
    /// How many missions its last reading has.
    let missions: Int

    package init(id: DocumentID, source: Source, missions: Int) {
      self.id = id
      self.source = source
      self.missions = missions
    }

    package var json: JSON {
      [
        "id": .string(id.rawValue), "name": .string(source.name),
        "file": .string(source.location), "title": JSON(source.title),
        "author": JSON(source.author), "publisher": JSON(source.publisher),
        "published": JSON(source.published?.description), "as_of": JSON(source.asOf?.description),
        "missions": JSON(missions),
      ]
    }
  }

  let rows: [Row]
  let count: Int
  let next: Link?

  package init(rows: [Row], count: Int, next: Link?) {
    self.rows = rows
    self.count = count
    self.next = next
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.sources), in: .sources) { out in
      out.element(.h1, text: wording(.sources))
      out.element(.p, text: wording(.sourcesLead))
      if frame.isForAuthor {
        out.element(.h2, .id("upload"), text: wording(.upload))
        UploadForm().write(&out, frame)
      }
      out.element(.p, .id("count"), text: wording.count(.sources, count))
      guard !rows.isEmpty else { return }
      out.element(.table, .class("sources")) { out in
        out.element(.caption, .class("unseen"), text: wording(.sources))
        out.element(.thead) { out in
          out.element(.tr) { out in
            for head in [PageText.source, .location, .published, .asOf, .missions] {
              out.element(.th, .scope(.column), text: wording(head))
            }
          }
        }
        out.element(.tbody) { out in
          for row in rows { write(row, &out, frame) }
        }
      }
      if let next {
        out.element(.nav, .class("pages"), .aria(.label, wording(.nextPage))) { out in
          out.element(.a, .rel("next"), .href(next), text: wording(.nextPage))
        }
      }
    }
  }

  private func write(_ row: Row, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let (source, wording) = (row.source, frame.wording)
    out.element(.tr) { out in
      out.element(.th, .scope(.row)) { out in
        out.element(.a, .href(frame.addresses.source(row.id))) {
          $0.foreign(source.name)
        }
      }
      out.element(.td, .label(wording(.location))) { $0.foreign(source.location) }
      out.element(
        .td, .label(wording(.published)), text: source.published.map { wording.words($0) } ?? "")
      out.element(
        .td, .label(wording(.asOf)),
        text: source.asOf.flatMap { wording.dates.words(for: $0) } ?? "")
      out.element(.td, .label(wording(.missions)), text: wording.number(row.missions))
    }
  }
}
