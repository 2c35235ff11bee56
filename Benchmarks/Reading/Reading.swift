import Benchmark
import Chronology
import Foundation
import Reading
import Statements

/// The sample dossiers of this project, each as a file of its own.
private let dossiers: [(format: Format?, bytes: [UInt8])] = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Dossiers")
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return files.sorted().compactMap { name in
    (try? Data(contentsOf: folder.appending(path: name))).map { (Format(path: name), Array($0)) }
  }
}()

private let size = dossiers.reduce(0) { $0 + $1.bytes.count }
private let texts = dossiers.map { String(decoding: $0.bytes, as: UTF8.self) }
private let id = DocumentID(rawValue: "0123456789abcdef")

/// A page that tells of so many missions in a paragraph each, which shows whether time grows faster than
/// the number of missions.
private func page(of missions: Int) -> [UInt8] {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  let paragraphs = (0..<missions).map { number in
    var rest = number * 1_048_573
    let code = String(
      (0..<5).map { _ in
        defer { rest /= 26 }
        return letters[rest % 26]
      })
    let name = "\(code.capitalized) Support Mission in Kosovo"
    let acronym = "\(code)SMK"
    let year = 1960 + number % 50
    return """
      The \(name) (\(acronym)) was launched on \(number % 28 + 1) June \(year). It trained \
      \(100 + number % 900) officers of the police. \(acronym) was closed in \(year + 3), and a few \
      advisers stayed on in the ministry.
      """
  }
  return Array(paragraphs.joined(separator: "\n\n").utf8)
}

private let pages = [250, 1000].map { (missions: $0, bytes: page(of: $0)) }

/// The stages of reading, each with those before it: layout holds the lines and their words, tagging the
/// dates of all blocks, reading everything up to the proposals. Bytes a second come from the name.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], scalingFactor: .kilo, maxDuration: .seconds(3))

  Benchmark("layout, \(size) bytes") { benchmark in
    let reader = try Reader(vocabulary: .builtIn())
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for text in texts { blackHole(reader.outline(of: text)) }
    }
  }

  Benchmark("tag, \(size) bytes") { benchmark in
    let reader = try Reader(vocabulary: .builtIn())
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for text in texts {
        var clock = Clock()
        let utf8 = text.utf8.span
        blackHole(reader.tagger.tag(utf8, in: 0..<utf8.count, clock: &clock))
      }
    }
  }

  Benchmark("read, \(size) bytes") { benchmark in
    let reader = try Reader(vocabulary: .builtIn())
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for dossier in dossiers {
        blackHole(
          try reader.read(
            Manuscript(dossier.bytes), as: dossier.format, id: id,
            source: Source(location: "dossier")))
      }
    }
  }

  for page in pages {
    Benchmark(
      "read a page of \(page.missions) missions, \(page.bytes.count) bytes",
      configuration: .init(scalingFactor: .one, maxDuration: .seconds(3))
    ) { benchmark in
      let reader = try Reader(vocabulary: .builtIn())
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        blackHole(
          try reader.read(
            Manuscript(page.bytes), as: .plainText, id: id, source: Source(location: "page")))
      }
    }
  }
}
