extension Hostile {
  private static func docx(_ xml: String) -> [UInt8] {
    ZIPWriter.archive([ZIPWriter.Part("word/document.xml", xml)])
  }

  private static func body(_ xml: String) -> String { OfficeFiles.document(xml) }

  private static let good = OfficeFiles.paragraph(sentence)

  static let office: [Hostile] = [
    Hostile("bomb.docx", .failed("unpacks to more than")) {
      ZIPWriter.archive([
        ZIPWriter.Part(
          "word/document.xml", ZIPWriter.deflatedRun(of: 0x20, count: 400 << 20), method: 8,
          statedSize: 400 << 20)
      ])
    },
    Hostile("lying-bomb.docx", .failed("unpacks to more than it says")) {
      ZIPWriter.archive([
        ZIPWriter.Part(
          "word/document.xml", ZIPWriter.deflatedRun(of: 0x20, count: 400 << 20), method: 8,
          statedSize: 1000)
      ])
    },
    Hostile("bomb-of-styles.docx", .failed("unpacks to more than")) {
      ZIPWriter.archive([
        ZIPWriter.Part("word/document.xml", body(good)),
        ZIPWriter.Part(
          "word/styles.xml", ZIPWriter.deflatedRun(of: 0x20, count: 400 << 20), method: 8,
          statedSize: 400 << 20),
      ])
    },
    Hostile("traversal.docx", .failed("no Word document")) {
      ZIPWriter.archive([
        ZIPWriter.Part("../../../../tmp/annals-was-here", sentence),
        ZIPWriter.Part("/etc/annals-was-here", sentence),
      ])
    },
    Hostile("laughs.docx", .failed("document type")) {
      let entities = (1...9).map { level in
        "<!ENTITY l\(level) '\(times(10, level == 1 ? "ha" : "&l\(level - 1);"))'>"
      }
      return docx(
        "<!DOCTYPE d [\(entities.joined())]>" + body(OfficeFiles.paragraph("&l9;")))
    },
    Hostile("external.docx", .failed("document type")) {
      docx(
        "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
          + body(OfficeFiles.paragraph("&x;")))
    },
    Hostile("external-subset.docx", .failed("document type")) {
      docx("<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/d.dtd'>" + body(good))
    },
    Hostile("deep.docx") { docx(body(times(20_000, "<w:tbl><w:tr><w:tc>") + good)) },
    Hostile("paragraphs.docx", .read) { docx(body(times(150_000, "<w:p/>") + good)) },
    Hostile("cells.docx", .read) {
      docx(
        body(
          "<w:tbl><w:tr>" + times(20_000, "<w:tc>\(OfficeFiles.paragraph("a"))</w:tc>")
            + "</w:tr></w:tbl>" + good))
    },
    Hostile("circle.docx", .read) {
      OfficeFiles.docx(
        OfficeFiles.paragraph(sentence, style: "A"),
        styles: "<w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='A'/></w:style>")
    },
    Hostile("footnote-of-itself.docx", .read) {
      OfficeFiles.docx(
        "<w:p><w:r><w:footnoteReference w:id='1'/><w:t>\(sentence)</w:t></w:r></w:p>",
        footnotes: "<w:footnote w:id='1'><w:p><w:r><w:footnoteReference w:id='1'/><w:t>a</w:t>"
          + "</w:r></w:p></w:footnote>")
    },
    Hostile("no-document.docx", .failed("no Word document")) {
      ZIPWriter.archive([ZIPWriter.Part("a.xml", "<a/>")])
    },
    Hostile("no-entry.docx", .failed("")) { ZIPWriter.archive([]) },
    Hostile("twice.docx") {
      ZIPWriter.archive([
        ZIPWriter.Part("word/document.xml", body(good)),
        ZIPWriter.Part("word/document.xml", body(OfficeFiles.paragraph("Another text."))),
      ])
    },
    Hostile("cut.docx", .failed("")) { Array(docx(body(good)).dropLast(30)) },
    Hostile("checksum.docx", .failed("cannot be unpacked")) {
      ZIPWriter.archive([
        ZIPWriter.Part("word/document.xml", Array(body(good).utf8), checksum: 12345)
      ])
    },
    Hostile("many-parts.docx", .read) {
      ZIPWriter.archive(
        (0..<20_000).map { ZIPWriter.Part("word/media/\($0)", "") }
          + [ZIPWriter.Part("word/document.xml", body(good))])
    },
    Hostile("controls.docx") { docx(body(OfficeFiles.paragraph("a\u{1}b\u{C}c" + sentence))) },
    Hostile("no-xml.docx", .failed("")) { docx(times(100_000, "<<<&&&>>>")) },
    Hostile("unclosed.docx") { docx(body(times(100_000, "<w:p><w:r><w:t>a"))) },
    Hostile("name.docx") { docx("<" + times(3_000_000, "w") + "/>") },
    Hostile("deep.odt") {
      OfficeFiles.odt(times(20_000, "<text:span>") + "<text:p>\(sentence)</text:p>")
    },
    Hostile("lists.odt") {
      OfficeFiles.odt(times(200, "<text:list><text:list-item>") + "<text:p>\(sentence)</text:p>")
    },
    Hostile("level.odt", .read) {
      OfficeFiles.odt(
        "<text:h text:outline-level='-99999999'>Valley</text:h><text:p>\(sentence)</text:p>")
    },
  ]

  // MARK: PDF

  private static let page = PDFFile.Text(sentence, y: 100)

  /// A PDF whose objects a test has changed.
  private static func pdf(_ change: (inout [String]) -> Void) -> [UInt8] {
    var file = PDFFile(pages: [[page]])
    change(&file.objects)
    return file.bytes
  }

  /// A content stream of zlib data, so many bytes of one value.
  private static func flate(_ count: Int, filters: String) -> [UInt8] {
    let run = ZIPWriter.deflatedRun(of: 0x20, count: count)
    var bytes = pdf {
      $0[4] = "<< /Length \(run.count + 2) /Filter \(filters) >>\nstream\nHERE\nendstream"
    }
    let mark = Array("HERE".utf8)
    if let at = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) {
      bytes.replaceSubrange(at..<(at + 4), with: [0x78, 0x9C] + run)
    }
    return bytes
  }

  static let pdfs: [Hostile] = [
    Hostile("circle.pdf") { pdf { $0[1] = "<< /Type /Pages /Kids [2 0 R 4 0 R] /Count 2 >>" } },
    Hostile("parents.pdf") {
      pdf { $0[3] = $0[3].replacing("/Parent 2 0 R", with: "/Parent 4 0 R") }
    },
    Hostile("count.pdf") {
      pdf { $0[1] = "<< /Type /Pages /Kids [4 0 R] /Count 2147483647 >>" }
    },
    Hostile("kids.pdf") {
      pdf { $0[1] = "<< /Type /Pages /Kids [\(times(50_000, "4 0 R "))] /Count 50000 >>" }
    },
    Hostile("length.pdf") {
      pdf { $0[4] = $0[4].replacing("/Length", with: "/Length 999999999 /L") }
    },
    Hostile("negative.pdf") { pdf { $0[4] = $0[4].replacing("/Length", with: "/Length -5 /L") } },
    Hostile("bomb.pdf") { flate(200 << 20, filters: "/FlateDecode") },
    Hostile("bombs.pdf") { flate(20 << 20, filters: "[/FlateDecode /FlateDecode /FlateDecode]") },
    Hostile("cut.pdf") { Array(pdf { _ in }.dropLast(200)) },
    Hostile("no-xref.pdf") {
      Array(String(decoding: pdf { _ in }, as: UTF8.self).replacing("xref", with: "xxxx").utf8)
    },
    Hostile("form.pdf") {
      pdf { objects in
        objects[3] = objects[3].replacing(
          "/Resources <<", with: "/Resources << /XObject << /X 7 0 R >>")
        objects[4] = "<< /Length 5 >>\nstream\n/X Do\nendstream"
        objects.append(
          "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 "
            + "/Resources << /XObject << /X 7 0 R >> >> >>\nstream\n/X Do /X Do\nendstream")
      }
    },
    Hostile("arrays.pdf") {
      pdf { $0[0] = "<< /Type /Catalog /Pages 2 0 R /A \(times(100_000, "[")) >>" }
    },
    Hostile("box.pdf") {
      pdf { $0[3] = $0[3].replacing("[0 0 595 842]", with: "[-1e30 -1e30 1e30 1e30]") }
    },
    Hostile("operators.pdf") {
      let content = times(200_000, "BT /F 11 Tf 72 700 Td (a) Tj ET\n")
      return pdf { $0[4] = "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream" }
    },
    Hostile("nothing.pdf", .failed("")) { Array("%PDF-1.7\n".utf8) },
    Hostile("noise.pdf", .failed("")) {
      var random = SplitMix(11)
      return Array("%PDF-1.7\n".utf8)
        + (0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    },
    Hostile("action.pdf", .read) {
      pdf {
        $0[0] = "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>"
      }
    },
  ]
}
