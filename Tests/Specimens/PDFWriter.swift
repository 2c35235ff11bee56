/// Writes PDFs for tests: lines of text at places on pages, in Helvetica, and objects as broken as a
/// test wants.
///
/// Source: ISO 32000-1, § 7.
package struct PDFFile {
  package struct Text {
    package let words: String
    /// Points from the left and from the top of a page of 595 by 842.
    package let x: Int
    package let y: Int
    package let size: Int

    package init(_ words: String, x: Int = 72, y: Int, size: Int = 11) {
      self.words = words
      self.x = x
      self.y = y
      self.size = size
    }
  }

  /// The objects by number from 1, without `obj` around them.
  package var objects: [String] = []

  package init(objects: [String]) { self.objects = objects }

  /// - Parameter info: entries of the information dictionary, such as `/Title (Missions)`.
  package init(pages: [[Text]], info: String = "") {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, texts) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F 3 0 R >> >> >>")
      let content = texts.map { text in
        let words = text.words.replacing("(", with: "\\(").replacing(")", with: "\\)")
        return "BT /F \(text.size) Tf \(text.x) \(842 - text.y) Td (\(words)) Tj ET"
      }.joined(separator: "\n")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    objects.append("<< \(info) >>")
  }

  package var bytes: [UInt8] {
    var out = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(out.count)
      out += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let start = out.count
    out += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      out += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    return out
      + Array(
        """
        trailer
        << /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>
        startxref
        \(start)
        %%EOF

        """.utf8)
  }
}
