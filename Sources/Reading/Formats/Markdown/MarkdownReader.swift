import CMarkdown
import Chronology

/// Reads Markdown. Its canonical text is the file's own, so that lines stay lines and a quote is what
/// stands there; beside it goes the *prose*, the same bytes with all that is markup made blank.
///
/// What is markup says cmark-gfm (CommonMark 0.29 with GitHub's tables, strikethrough and footnotes).
/// What the lines of prose are says `Layout`: people who write briefings in Markdown also write lists
/// and labels as plain text has them.
enum MarkdownReader {
  static func read(_ text: String, warnings: [String]) throws(ReadingError) -> Transcript {
    let source = Array(text.utf8)
    let front = FrontMatter(source)
    var prose = MarkdownProse(source, from: front.end)
    try walk(source, from: front.end, into: &prose)
    let result = prose.finish()
    var transcript = Transcript(text: text, outline: nil, warnings: warnings)
    transcript.prose = result.prose
    transcript.hints = result.hints
    transcript.metadata = front.metadata
    if result.codeBlocks > 0 {
      transcript.warnings.append("\(result.codeBlocks) blocks of code, which are not read")
    }
    return transcript
  }

  /// Parses the text behind its front matter and tells what is found, in order.
  private static func walk(
    _ source: [UInt8], from start: Int, into prose: inout MarkdownProse
  ) throws(ReadingError) {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else {
      throw ReadingError(.damaged("the Markdown parser did not start"))
    }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    unsafe source.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, raw.count > start else { return }
      unsafe cmark_parser_feed(
        parser, base.advanced(by: start).assumingMemoryBound(to: CChar.self), raw.count - start)
    }
    guard let root = unsafe cmark_parser_finish(parser), let iterator = unsafe cmark_iter_new(root)
    else { throw ReadingError(.damaged("the Markdown parser gave nothing")) }
    defer {
      unsafe cmark_iter_free(iterator)
      unsafe cmark_node_free(root)
    }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return }
      guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
      prose.take(unsafe Node(node), isEntering: event == CMARK_EVENT_ENTER)
    }
  }

  /// A node of cmark's tree, for as long as the tree lives.
  @safe struct Node {
    private let node: OpaquePointer

    fileprivate init(_ node: OpaquePointer) { unsafe self.node = node }

    /// `paragraph`, `text`, `table_cell`.
    var type: String { unsafe String(cString: cmark_node_get_type_string(node)) }
    /// What a leaf holds, UTF-8.
    var literal: [UInt8] {
      guard let text = unsafe cmark_node_get_literal(node) else { return [] }
      return unsafe Array(String(cString: text).utf8)
    }
    /// Lines of what was parsed, from 1; columns are bytes, from 1.
    var startLine: Int { unsafe Int(cmark_node_get_start_line(node)) }
    var startColumn: Int { unsafe Int(cmark_node_get_start_column(node)) }
    var endLine: Int { unsafe Int(cmark_node_get_end_line(node)) }

    var isFenced: Bool {
      var (length, offset, mark) = (Int32(0), Int32(0), CChar(0))
      return unsafe cmark_node_get_fenced(node, &length, &offset, &mark) != 0
    }
  }
}

/// What a Markdown file says of itself between two lines of `---` or `+++` at its start.
///
/// Only plain lines of a key and a value are looked at.
struct FrontMatter {
  /// The byte behind it; 0 where there is none.
  private(set) var end = 0
  private(set) var metadata = FileMetadata()

  init(_ utf8: [UInt8]) {
    let start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines = utf8[start...].split(
      maxSplits: 200, omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A })[...]
    guard let fence = lines.popFirst().map(FrontMatter.text), fence == "---" || fence == "+++"
    else { return }
    var pairs: [(key: String, value: String)] = []
    while let line = lines.popFirst() {
      let text = FrontMatter.text(line)
      if text == fence || fence == "---" && text == "..." {
        // A rule, a title and another rule are no front matter.
        guard !pairs.isEmpty else { return }
        end = min(line.endIndex + 1, utf8.count)
        break
      }
      guard !text.isEmpty else { return }
      guard let sign = text.firstIndex(where: { $0 == (fence == "---" ? ":" : "=") }) else {
        if line.first == 0x20 || line.first == UInt8(ascii: "-") || text.hasPrefix("#") { continue }
        return
      }
      let value = text[text.index(after: sign)...].drop(while: \.isWhitespace)
      let bare = value.first.map { $0 == "\"" || $0 == "'" } == true ? value.dropFirst() : value
      pairs.append(
        (
          String(text[..<sign]).lowercased().filter { !$0.isWhitespace },
          String(bare.last == value.first && bare.count < value.count ? bare.dropLast() : bare)
        ))
    }
    guard end > 0 else { return }
    for (key, value) in pairs {
      switch key {
      case "title": metadata.offer(\.title, value)
      case "author", "authors", "creator": metadata.offer(\.author, value)
      case "publisher", "organisation", "organization", "source":
        metadata.offer(\.publisher, value)
      case "date", "published", "issued", "pubdate": metadata.offer(\.published, date: value)
      case "updated", "modified", "lastmod", "last_updated":
        metadata.offer(\.modified, date: value)
      case "as-of", "as_of", "asof":
        metadata.asOf = FileMetadata.date(value)?.extent()?.spans.first?.endLatest
      default: continue
      }
    }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
