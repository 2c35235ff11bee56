import Statements

/// Reads the prose in the strings of a JSON document, under its keys as headings.
enum JSONProse {
  static func read(_ bytes: [UInt8], limits: Limits) throws(ReadingError) -> Transcript {
    let decoded = try Decoding.text(of: bytes)
    let value = try JSONScanner.value(of: Array(decoded.text.utf8), depth: limits.depth)
    var walk = Walk(limits: limits)
    try walk.take(value, key: nil, pointer: "", depth: 1)
    guard !walk.scribe.utf8.isEmpty else {
      throw ReadingError(.damaged("JSON without any text in it"))
    }
    var transcript = Transcript(text: walk.scribe.text, outline: walk.scribe.outline)
    transcript.places = .pointers(walk.pointers)
    transcript.metadata = walk.metadata
    transcript.markedDates = walk.marked
    transcript.warnings = decoded.warnings
    return transcript
  }

  private struct Walk {
    var scribe: Scribe
    var pointers: [PlaceMap.Pointer] = []
    var metadata = FileMetadata()
    var marked: [MarkedDate] = []
    /// Headings that wait for the first text below them.
    private var waiting: [(level: Int, words: [UInt8], pointer: String)] = []
    private let limits: Limits

    init(limits: Limits) {
      scribe = Scribe(limit: limits.text)
      self.limits = limits
    }

    mutating func take(
      _ value: JSONScanner.Value, key: String?, pointer: String, depth: Int
    ) throws(ReadingError) {
      switch value.kind {
      case .string(let text): try take(text, key: key, pointer: pointer, depth: depth)
      case .array(let values):
        for (index, one) in values.enumerated() {
          try take(one, key: key, pointer: "\(pointer)/\(index)", depth: depth)
        }
      case .object(let members):
        for member in members {
          waiting.removeAll { $0.level >= depth }
          let path = "\(pointer)/\(JSONProse.escaped(member.key))"
          if case .object = member.value.kind {
            waiting.append((depth, JSONProse.words(member.key), path))
          }
          if depth == 1 { offer(member) }
          try take(member.value, key: member.key, pointer: path, depth: depth + 1)
        }
      case .number, .bool, .null: break
      }
    }

    private mutating func take(
      _ text: String, key: String?, pointer: String, depth: Int
    ) throws(ReadingError) {
      let isMarkup = text.contains("<") && text.contains(">")
      let pieces =
        isMarkup
        ? try HTMLReader.fragment(text, limits: limits)
        : text.split(separator: "\n").map { line in
          HTMLPage.Piece(
            kind: .paragraph, words: JSONProse.words(String(line)), isInMain: false, linked: 0)
        }
      for (index, piece) in pieces.enumerated() where !piece.words.isEmpty {
        try writeHeadings()
        let isShort = pieces.count == 1 && piece.words.count(where: { $0 == 0x20 }) < 4
        if isShort, index == 0, let key, !JSONProse.isTextKey(key) {
          let label = JSONProse.words(key) + Array(": ".utf8)
          let bytes = try write(.item, label + piece.words, mark: "• ", at: pointer)
          if let bytes { marked += piece.markedDates(at: bytes.lowerBound + label.count) }
        } else {
          let bytes = try write(piece.kind, piece.words, mark: piece.mark, at: pointer)
          if let bytes { marked += piece.markedDates(at: bytes.lowerBound) }
        }
      }
    }

    private mutating func writeHeadings() throws(ReadingError) {
      let headings = waiting
      waiting = []
      for heading in headings {
        try write(
          .heading(level: min(heading.level, 9)), heading.words, mark: "", at: heading.pointer)
      }
    }

    @discardableResult
    private mutating func write(
      _ kind: Block.Kind, _ words: [UInt8], mark: String, at pointer: String
    ) throws(ReadingError) -> Range<Int>? {
      let bytes = try scribe.append(kind, words, mark: mark)
      if let bytes { pointers.append(PlaceMap.Pointer(start: bytes.lowerBound, path: pointer)) }
      return bytes
    }

    private mutating func offer(_ member: JSONScanner.Member) {
      guard let text = member.value.string else { return }
      switch member.key.lowercased() {
      case "title", "headline": metadata.offer(\.title, text)
      case "author": metadata.offer(\.author, text)
      case "publisher": metadata.offer(\.publisher, text)
      case "published", "datepublished": metadata.offer(\.published, date: text)
      case "modified", "updated", "datemodified": metadata.offer(\.modified, date: text)
      default: break
      }
    }
  }

  /// Keys that name a container of text and not what it is about.
  private static func isTextKey(_ key: String) -> Bool {
    ["text", "value", "content", "body", "description", "summary"].contains(key.lowercased())
  }

  private static func words(_ text: String) -> [UInt8] {
    var buffer = WordBuffer()
    buffer.append(text.utf8.lazy.map { $0 == 0 ? 0x20 : $0 })
    return buffer.take()
  }

  /// A key as a reference token of a JSON Pointer.
  static func escaped(_ key: String) -> String {
    String(key.flatMap { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) })
  }
}
