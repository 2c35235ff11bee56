import Chronology

/// What a document says about itself.
struct Metadata {
  /// The day up to which it speaks.
  var asOf: Day?
  var title: String?

  /// Looks for a short line such as "As of 1 June 2022" or "Page updated: 27 May 2024".
  static func of(_ outline: Outline, text: String, tagger: Tagger) -> Metadata {
    var metadata = Metadata()
    if let first = outline.blocks.first, first.level == 1 {
      let utf8 = Array(text.utf8[...])
      metadata.title = String(decoding: utf8[first.bytes], as: UTF8.self)
    }
    for block in outline.blocks where block.bytes.count <= 120 {
      let tokens = TextToken.tokens(of: text, in: block.bytes)
      guard isDateline(tokens) else { continue }
      var clock = Clock()
      let tags = tagger.tag(tokens, of: text, clock: &clock)
      guard let timex = tags.timexes.first, timex.completion == nil,
        let date = try? EDTF(timex.value), timex.value.utf8.count == 10,
        let day = date.extent()?.spans.first?.endLatest
      else { continue }
      metadata.asOf = max(metadata.asOf ?? day, day)
    }
    return metadata
  }

  private static func isDateline(_ tokens: [TextToken]) -> Bool {
    guard tokens.count(where: { $0.kind != .mark }) <= 10 else { return false }
    let words = tokens.filter { $0.kind == .word }.map(\.lower)
    for cue in cues where words.starts(with: cue) { return true }
    return false
  }

  private static let cues: [[String]] = [
    ["as", "of"], ["as", "at"], ["page", "updated"], ["last", "updated"], ["updated"],
    ["last", "update"], ["last", "modified"], ["status", "as", "of"], ["status"],
    ["situation", "as", "of"], ["situation", "at"], ["stand"], ["information", "as", "of"],
    ["position", "as", "of"], ["position", "at"], ["correct", "as", "of"], ["correct", "at"],
    ["figures", "as", "of"], ["data", "as", "of"],
  ]
}
