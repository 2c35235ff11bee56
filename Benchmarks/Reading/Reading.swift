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
}
