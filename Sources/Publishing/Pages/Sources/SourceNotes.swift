internal import Statements

/// What is stated from the passages of a document, by passage.
struct SourceNotes {
  private var notes: [Range<Int>: [JudgedStatement]] = [:]

  init(_ statements: [JudgedStatement], in document: DocumentID) {
    for statement in statements {
      for passage in statement.statement.passages where passage.document == document {
        notes[passage.bytes, default: []].append(statement)
      }
    }
  }

  var passages: [Range<Int>] { Array(notes.keys) }

  subscript(passage: Range<Int>) -> [JudgedStatement]? { notes[passage] }

  /// The note beside a passage: its statements, each leading to its mission.
  static func write(
    _ statements: [JudgedStatement], about bytes: Range<Int>, in document: Document,
    _ missions: [MissionID: String], _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    let name = Addresses.name(bytes)
    out.element(.aside, .class("note"), .id("n\(name)"), .aria(.label, wording(.statements))) {
      out in
      out.element(.ul) { out in
        for item in statements {
          out.element(.li, .class(item.state)) { out in
            out.element(.a, .href(frame.addresses.mission(item.statement.subject))) {
              $0.foreign(item.label)
            }
            out.text(" ")
            out.element(.strong, text: wording.label(item.statement.property))
            out.text(" ")
            item.writeValue(&out, missions: missions, besideQuotes: true, frame)
            out.text(" ")
            out.badge(item.state, wording.name(.verdict, item.state) ?? item.state)
          }
        }
      }
      out.element(.p) { out in
        out.element(
          .a, .class("back"), .href(Link(fragment: "b\(name)")), text: wording(.backToPassage))
        if let passage = Passage(of: document, bytes: bytes) {
          out.text(" ")
          out.element(.a, .href(frame.addresses.passage(passage)), text: wording(.permalink))
        }
      }
    }
  }
}
