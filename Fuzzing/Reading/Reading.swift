import Reading
import Specimens
import Statements

/// What libFuzzer calls with each input: the first byte names the format, the rest is the file. Of
/// office files the rest may also be the XML inside (`w`, `o`), which gets further than changes of the
/// archive; of PDFs it is the table of words that poppler would give.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  guard let first = input.first else { return 0 }
  let rest = Array(input.dropFirst())
  switch first {
  case UInt8(ascii: "h"): read(rest, as: .html)
  case UInt8(ascii: "t"): read(rest, as: .plainText)
  case UInt8(ascii: "m"): read(rest, as: .markdown)
  case UInt8(ascii: "j"): read(rest, as: .json)
  case UInt8(ascii: "c"): read(rest, as: .csv, by: mapping)
  case UInt8(ascii: "r"): read(rest, as: .json, by: mapping)
  case UInt8(ascii: "z"): read(rest, as: .docx)
  case UInt8(ascii: "w"):
    read(ZIPWriter.archive([ZIPWriter.Part("word/document.xml", rest)]), as: .docx)
  case UInt8(ascii: "o"):
    read(ZIPWriter.archive([ZIPWriter.Part("content.xml", rest)]), as: .odt)
  case UInt8(ascii: "p"):
    let header = "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight"
    let words =
      Array("\(header)\tconf\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\tP\n".utf8) + rest
    read(
      Array("%PDF-1.4".utf8), as: .pdf,
      pdf: Manuscript.PDFParts(words: words, properties: Array("Title: T".utf8)))
  default: break
  }
  return 0
}

private let reader = try? Reader(vocabulary: Vocabulary.builtIn())

private let mapping: Mapping = {
  var mapping = Mapping()
  mapping.columns = [.acronym: "m", .start: "s", .end: "e", .host: "h", .strength: "n", .asOf: "y"]
  return mapping
}()

/// Reads a file and holds what comes of it against the laws of a reading.
private func read(
  _ bytes: [UInt8], as format: Format, by mapping: Mapping? = nil, pdf: Manuscript.PDFParts? = nil
) {
  guard let reader else { fatalError("the word lists cannot be read") }
  let proposals: Proposals
  do throws(ReadingError) {
    proposals = try reader.read(
      Manuscript(bytes, pdf: pdf), as: format, id: DocumentID(rawValue: "0123456789abcdef"),
      source: Source(location: "fuzz"), by: mapping)
  } catch {
    let words = "\(error)"
    require(!words.isEmpty && words.utf8.count < 4096, "an error is a sentence")
    return
  }
  let document = proposals.document
  let count = document.text.utf8.count
  require(
    PlaceMap(encoded: document.places.encoded, count: count) == document.places,
    "places come back from their text")
  for heading in proposals.headings {
    require(document.text(of: heading) != nil, "a heading is text of the document")
  }
  for passage in proposals.statements.flatMap(\.passages) + proposals.doubts.map(\.passage) {
    require(document.text(of: passage.bytes) == passage.quote, "a passage quotes its document")
    require(!document.place(of: passage).words.isEmpty, "a passage has a place")
  }
  let ids = Set(proposals.missions.map(\.id))
  require(ids.count == proposals.missions.count, "missions have ids of their own")
  require(
    proposals.statements.allSatisfy { ids.contains($0.subject) }, "a statement is of a mission")
}

private func require(_ holds: Bool, _ law: StaticString) {
  if !holds { fatalError("broken: \(law)") }
}
