/// Sound files changed at random, the same for a number on every machine: most readers break on what
/// is nearly right.
package enum Mutations {
  /// One changed file.
  package struct Specimen: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// - Parameter seed: names the specimen; different seeds take different files and changes.
  package static func specimen(_ seed: Int) -> Specimen {
    var random = SplitMix(UInt64(seed) &* 0x2545_F491 &+ 99)
    let (ending, bytes) = base(seed % 9)
    var changed = bytes
    // Inside an archive a change of the XML gets further than one of the archive.
    if ending == "docx" || ending == "odt", seed % 2 == 0 {
      changed = office(ending, &random)
    } else {
      mutate(&changed, &random)
    }
    return Specimen(name: "mutant-\(seed).\(ending)", bytes: changed)
  }

  private static let page = """
    <!doctype html><html><head><meta charset="utf-8"><title>Valley</title>
    <script type="application/ld+json">{"headline": "Valley", "datePublished": "2020-01-02"}</script>
    </head><body><nav><a href="/">Home</a></nav><main><h1>Valley Observer Mission (VOM)</h1>
    <h2>2001&ndash;2004</h2><p>Closed on <time datetime="2004-06-30">30 June 2004</time>.</p>
    <ul><li>120 officers</li></ul><table><tr><th>a<td>b<tr><td>c</table></main></body></html>
    """
  private static let xml =
    OfficeFiles.paragraph("Valley Observer Mission (VOM)", style: "Heading1")
    + OfficeFiles.paragraph("It closed on 30 June 2004.")
    + "<w:tbl><w:tr><w:tc>\(OfficeFiles.paragraph("120"))</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    + "<w:p><w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
  private static let odt =
    "<text:h text:outline-level='1'>Valley (VOM)</text:h><text:p>It closed in 2004<text:note>"
    + "<text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body>"
    + "</text:note>.</text:p><text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
  private static let text = """
    # Valley Observer Mission (VOM): 2001-2004

    - In March 2001, the Council decided to launch the mission.
    - It had about 120 officers from “Łódź”.

    | Year | Strength |
    |---|---|
    | 2002 | 120 |
    """

  private static func base(_ index: Int) -> (ending: String, bytes: [UInt8]) {
    switch index {
    case 0: ("html", Array(page.utf8))
    case 1: ("docx", OfficeFiles.docx(xml, core: "<dc:title>Valley</dc:title>"))
    case 2: ("odt", OfficeFiles.odt(odt))
    case 3:
      (
        "pdf",
        PDFFile(
          pages: [
            [PDFFile.Text("Valley Observer Mission (VOM)", y: 100, size: 20)],
            [PDFFile.Text("It closed on 30 June 2004.", y: 120)],
          ], info: "/Title (Valley)"
        ).bytes
      )
    case 4: ("csv", Array("mission,start,end\n\"VOM\",2001,2004\n\"a \"\"b\"\"\",,\n".utf8))
    case 5:
      ("json", Array(#"{"a": {"text": "<p>It closed in 2004.</p>", "n": [1, 2.5e3, null]}}"#.utf8))
    case 6: ("md", Array(text.utf8))
    case 7: ("txt", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    default: ("txt", Array(text.utf8))
    }
  }

  private static func office(_ ending: String, _ random: inout SplitMix) -> [UInt8] {
    var inner = Array((ending == "docx" ? OfficeFiles.document(xml) : odt).utf8)
    mutate(&inner, &random)
    guard ending == "docx" else { return OfficeFiles.odt(String(decoding: inner, as: UTF8.self)) }
    return ZIPWriter.archive([ZIPWriter.Part("word/document.xml", inner)])
  }

  private static let tokens: [[UInt8]] =
    [
      "<", ">", "&", "\"", "'", "</", "/>", "<!--", "]]>", "<![CDATA[", "&#0;", "&#x110000;", "\n",
      "\r", "\t", "\u{202E}", "\u{FEFF}", "obj", "endobj", "stream", "<<", ">>", "[", "]", "(", ")",
      "{", "}", "\\u0000", "-1", "0", "4294967296", "99999999999999999999", "1e999", "PK", "%PDF-",
      "2001", "31 February 2003", "since ", "#", "|",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80]]

  /// One to eight changes of the kinds that fuzzers make.
  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...64, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(at..<end)
      case 3:
        let copies = Int.random(in: 1...50, using: &random)
        bytes.insert(
          contentsOf: [[UInt8]](repeating: Array(bytes[at..<end]), count: copies).joined(), at: at)
      case 4: bytes.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: at)
      case 5: bytes.removeSubrange(at...)
      case 6:
        let other = Int.random(in: bytes.indices, using: &random)
        bytes.swapAt(at, other)
      default:
        let token = tokens.randomElement(using: &random) ?? []
        bytes.replaceSubrange(at..<min(bytes.count, at + token.count), with: token)
      }
    }
  }
}
