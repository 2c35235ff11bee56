internal import Chronology
package import Statements

/// A document as it was read, its passages marked and each with what is stated from it.
package struct SourcePage: Sendable {
  let document: Document
  let format: String
  let parts: DocumentParts
  /// From 0.
  let part: Int
  /// The statements with a passage in the part.
  let statements: [JudgedStatement]
  /// The missions of the document.
  let missions: [Mission]
  /// What the missions are called that statements name.
  let labels: [MissionID: String]
  /// The passage that the address names.
  let asked: Range<Int>?
  let doubts: [Doubt]
  /// How many statements of the whole document nobody decided on.
  let open: Int

  package init(
    document: Document, format: String, parts: DocumentParts, part: Int,
    statements: [JudgedStatement], missions: [Mission], labels: [MissionID: String],
    asked: Range<Int>?, doubts: [Doubt], open: Int
  ) {
    self.document = document
    self.format = format
    self.parts = parts
    self.part = part
    self.statements = statements
    self.missions = missions
    self.labels = labels
    self.asked = asked
    self.doubts = doubts
    self.open = open
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(document.name, in: .sources, isWide: true) { out in
      out.element(.article, .class("source")) { out in
        out.element(.h1) { $0.foreign(document.name) }
        facts(&out, frame)
        contents(&out, frame)
        doubtful(&out, frame)
        out.element(.section, .aria(.labelledby, "text")) { out in
          out.element(.h2, .id("text"), text: wording(.sourceText))
          out.element(.p, text: wording(statements.isEmpty ? .noPassages : .textAsRead))
          turning(&out, frame)
          text(&out, frame)
          turning(&out, frame)
        }
      }
    }
  }

  private func facts(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let source = document.source
    out.element(.dl, .class("facts")) { out in
      out.fact(wording(.location), source.location)
      out.fact(wording(.author), source.author)
      out.fact(wording(.publisher), source.publisher)
      out.fact(wording(.published), source.published.map { wording.words($0) })
      out.fact(wording(.modified), source.modified.map { wording.words($0) })
      out.fact(
        wording(.asOf),
        source.asOf.flatMap { wording.dates.words(for: $0) } ?? wording(.asOfUnknown))
      out.fact(wording(.format), format)
      out.fact(wording(.identifier)) { $0.element(.code, text: document.id.rawValue) }
    }
    out.element(.p) { out in
      out.element(.a, .href(frame.addresses.text(document.id)), text: wording(.download))
    }
    guard open > 0 else { return }
    out.element(.p) { out in
      out.element(
        .a, .href(frame.addresses.review(ReviewFilter(source: document.id.rawValue))),
        text: wording(.reviewHere))
      out.text(" (\(wording.count(.open, open)))")
    }
  }

  private func contents(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard !missions.isEmpty else { return }
    out.element(.details, missions.count <= 20 ? .open : nil) { out in
      out.element(.summary) { out in
        out.text("\(frame.wording(.missionsHere)): \(frame.wording.number(missions.count))")
      }
      out.element(.ul, .class("plain columns")) { out in
        for mission in missions {
          out.element(.li) { out in
            out.element(.a, .href(frame.addresses.mission(mission.id))) {
              $0.foreign(mission.label)
            }
            out.text(" ")
            out.element(
              .a, .class("place"), .href(frame.addresses.passage(mission.passage)),
              .aria(.label, "\(frame.wording(.passage)): \(mission.label.printable)"), text: "¶")
          }
        }
      }
    }
  }

  private func doubtful(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard !doubts.isEmpty else { return }
    out.element(.details) { out in
      out.element(.summary) { out in
        out.text("\(frame.wording(.doubts)): \(frame.wording.number(doubts.count))")
      }
      out.element(.ul) { out in
        for doubt in doubts {
          out.element(.li) { out in
            out.reason(doubt.reason, frame)
            out.quote(doubt.passage, in: document, frame)
          }
        }
      }
    }
  }

  /// Links to the parts before and after, where the text has several.
  private func turning(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard parts.ranges.count > 1 else { return }
    let wording = frame.wording
    let words = wording(.part, wording.number(part + 1), wording.number(parts.ranges.count))
    out.element(.nav, .class("pages"), .aria(.label, words)) { out in
      func link(_ part: Int) -> Link {
        frame.addresses.link(["sources", document.id.rawValue], [("part", String(part + 1))])
      }
      if part > 0 {
        out.element(.a, .rel("prev"), .href(link(part - 1)), text: wording(.previousPart))
      }
      out.element(.span, text: words)
      if part + 1 < parts.ranges.count {
        out.element(.a, .rel("next"), .href(link(part + 1)), text: wording(.nextPart))
      }
    }
  }

  private func text(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let notes = SourceNotes(statements, in: document.id)
    let text = MarkedText(
      document, part: parts.ranges[part], passages: notes.passages + (asked.map { [$0] } ?? []))
    out.element(.div, .class("text"), .ownDirection) { out in
      var page: Int?
      for line in text.lines {
        if let first = line.segments.first, let new = document.page(ofByte: first.bytes.lowerBound),
          new != page
        {
          page = new
          out.element(
            .p, .class("page"), .id("page-\(new)"), text: frame.wording(.pageNumber, String(new)))
        }
        out.element(
          .div, .class("line"), .id("L\(line.number)"), .data(.line, String(line.number))
        ) { out in
          for segment in line.segments { write(segment, notes, &out, frame) }
        }
      }
    }
  }

  private func write(
    _ segment: MarkedText.Segment, _ notes: SourceNotes, _ out: inout HTMLWriter,
    _ frame: PageFrame
  ) {
    guard let text = document.text(of: segment.bytes) else { return }
    for passage in segment.begins {
      out.element(.span, .id("b\(Addresses.name(passage))"), .class("anchor"), text: "")
    }
    let isAsked = asked.map { segment.passages.contains($0) } ?? false
    // What stands between two passages within a third is too small to hit, and often no word.
    let letters = text.count { $0.isLetter || $0.isNumber }
    if let noted = segment.passages.first(where: { notes[$0] != nil }),
      letters > 2 || noted == segment.bytes
    {
      let name = Addresses.name(noted)
      out.element(.mark, isAsked ? .class("asked") : nil) { out in
        out.element(
          .a, .href(Link(fragment: "n\(name)")), .data(.passage, name),
          letters > 2 ? nil : .class("short"), text: text)
      }
    } else if isAsked || segment.passages.contains(where: { notes[$0] != nil }) {
      out.element(.mark, isAsked ? .class("asked") : nil, text: text)
    } else {
      out.text(text)
    }
    for passage in segment.ends {
      if let statements = notes[passage] {
        SourceNotes.write(statements, about: passage, in: document, labels, &out, frame)
      }
    }
  }
}

extension Document {
  /// The page that holds a byte; nil where the file has no pages.
  func page(ofByte byte: Int) -> Int? {
    guard case .pages = places, case .page(let page, _, _) = place(ofBytes: byte..<(byte + 1))
    else { return nil }
    return page
  }
}
