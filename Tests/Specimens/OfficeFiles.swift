/// Word and OpenDocument files for tests, made of their XML.
package enum OfficeFiles {
  /// - Parameters:
  ///   - body: what stands in `w:body`.
  ///   - styles: `w:style` elements besides those of headings, `Title` and `ListBullet`.
  package static func docx(
    _ body: String, styles: String = "", footnotes: String? = nil, core: String? = nil,
    app: String? = nil
  ) -> [UInt8] {
    var parts = [
      ZIPWriter.Part("[Content_Types].xml", "<Types/>"),
      ZIPWriter.Part("word/document.xml", document(body)),
      ZIPWriter.Part(
        "word/styles.xml",
        """
        <w:styles \(word)>\((1...3).map { level in
          "<w:style w:type='paragraph' w:styleId='Heading\(level)'><w:name w:val='heading \(level)'/>"
            + "</w:style>"
        }.joined())
        <w:style w:type='paragraph' w:styleId='Title'><w:name w:val='Title'/></w:style>
        <w:style w:type='paragraph' w:styleId='ListBullet'><w:name w:val='List Bullet'/></w:style>
        \(styles)</w:styles>
        """),
    ]
    if let footnotes {
      parts.append(
        ZIPWriter.Part("word/footnotes.xml", "<w:footnotes \(word)>\(footnotes)</w:footnotes>"))
    }
    if let core {
      parts.append(
        ZIPWriter.Part(
          "docProps/core.xml",
          "<cp:coreProperties xmlns:cp='cp' xmlns:dc='dc' xmlns:dcterms='dct'>\(core)"
            + "</cp:coreProperties>"))
    }
    if let app {
      parts.append(ZIPWriter.Part("docProps/app.xml", "<Properties>\(app)</Properties>"))
    }
    return ZIPWriter.archive(parts)
  }

  package static func document(_ body: String) -> String {
    "<?xml version='1.0' encoding='UTF-8'?><w:document \(word)><w:body>\(body)</w:body></w:document>"
  }

  package static func odt(_ body: String, meta: String = "") -> [UInt8] {
    ZIPWriter.archive([
      ZIPWriter.Part("mimetype", "application/vnd.oasis.opendocument.text"),
      ZIPWriter.Part(
        "content.xml",
        """
        <?xml version="1.0"?><office:document-content \(office)><office:automatic-styles/>
        <office:body><office:text>\(body)</office:text></office:body></office:document-content>
        """),
      ZIPWriter.Part(
        "meta.xml",
        "<office:document-meta \(office)><office:meta>\(meta)</office:meta></office:document-meta>"),
    ])
  }

  /// A paragraph of a Word document.
  package static func paragraph(_ text: String, style: String? = nil, properties: String = "")
    -> String
  {
    let name = style.map { "<w:pStyle w:val='\($0)'/>" } ?? ""
    return
      "<w:p><w:pPr>\(name)\(properties)</w:pPr><w:r><w:t xml:space='preserve'>\(text)</w:t></w:r>"
      + "</w:p>"
  }

  private static let word =
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='mc'"
  private static let office =
    "xmlns:office='office' xmlns:text='text' xmlns:table='table' xmlns:dc='dc' xmlns:meta='meta'"
}
