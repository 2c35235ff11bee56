internal import Statements

/// The source around the passages of one statement: enough to judge it without leaving the page.
struct ReviewExcerpt {
  /// The name of the place in the page where the first passage begins.
  static let anchor = "passage"

  /// How many UTF-8 bytes before and behind a passage are shown, about.
  static let reach = 6 * 1024
  /// The most stretches of text that are shown, each around one passage or several close together.
  static let most = 4

  let document: Document
  let passages: [Range<Int>]
  /// UTF-8 bytes of the text, in order: whole lines where those are not longer than the reach.
  let windows: [Range<Int>]

  init(_ document: Document, around passages: [Passage], reach: Int = ReviewExcerpt.reach) {
    self.document = document
    self.passages = passages.map(\.bytes)
    let text = document.text.utf8Span.span
    var windows: [Range<Int>] = []
    for passage in self.passages.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let window = ReviewExcerpt.window(around: passage, text, reach)
      if let last = windows.last, last.upperBound >= window.lowerBound {
        windows[windows.count - 1] =
          last.lowerBound..<max(last.upperBound, window.upperBound)
      } else {
        windows.append(window)
      }
    }
    self.windows = Array(windows.prefix(ReviewExcerpt.most))
  }

  private static func window(
    around passage: Range<Int>, _ text: Span<UInt8>, _ reach: Int
  ) -> Range<Int> {
    func isWithinCharacter(_ byte: Int) -> Bool { byte < text.count && text[byte] & 0xC0 == 0x80 }
    let newline = UInt8(ascii: "\n")
    var start = max(0, passage.lowerBound - reach)
    while isWithinCharacter(start) { start += 1 }
    if start > 0 {
      let line = (start..<passage.lowerBound).first { text[$0] == newline }
      if let line { start = line + 1 }
    }
    var end = min(text.count, passage.upperBound + reach)
    while isWithinCharacter(end) { end -= 1 }
    if end < text.count {
      let line = (passage.upperBound..<end).last { text[$0] == newline }
      if let line { end = line }
    }
    return start..<max(end, passage.upperBound)
  }

  /// The text with its lines numbered and the passages marked.
  func write(_ out: inout HTMLWriter, _ frame: PageFrame) {
    var isFirst = true
    var page: Int?
    for (index, window) in windows.enumerated() {
      if window.lowerBound > 0 || index > 0 { gap(&out) }
      let text = MarkedText(document, part: window, passages: passages)
      for line in text.lines {
        if let first = line.segments.first {
          let new = document.page(ofByte: first.bytes.lowerBound)
          if let new, new != page {
            out.element(.p, .class("page"), text: frame.wording(.pageNumber, String(new)))
          }
          page = new ?? page
        }
        out.element(.div, .class("line"), .data(.line, String(line.number))) { out in
          for segment in line.segments { write(segment, &isFirst, &out) }
        }
      }
    }
    if let last = windows.last, last.upperBound < document.text.utf8.count { gap(&out) }
  }

  /// What stands for the text that is left out.
  private func gap(_ out: inout HTMLWriter) {
    out.element(.p, .class("gap"), .aria(.hidden, "true"), text: "…")
  }

  private func write(
    _ segment: MarkedText.Segment, _ isFirst: inout Bool, _ out: inout HTMLWriter
  ) {
    guard let text = document.text(of: segment.bytes) else { return }
    guard !segment.passages.isEmpty else { return out.text(text) }
    out.element(
      .mark, isFirst ? .id(ReviewExcerpt.anchor) : nil, .class("asked"), text: text)
    isFirst = false
  }
}
