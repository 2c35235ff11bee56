import Benchmark
import Chronology
import Foundation
import Reading
import Statements

/// The text: that of `ANNALS_TEXT`, else the sample dossiers, repeated to at least 50 MB.
private let text = corpus()

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], maxDuration: .seconds(10))

  Benchmark("scan, \(text.count) bytes") { benchmark in
    let lexer = try Reader(vocabulary: Vocabulary.builtIn()).tagger.lexer
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(scan(text, lexer)) }
  }

  Benchmark("tag, \(text.count) bytes") { benchmark in
    let tagger = try Reader(vocabulary: Vocabulary.builtIn()).tagger
    let date = Day(year: 1998, month: 1, day: 1)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(tagger.tag(text, documentDate: date, domain: .news))
    }
  }
}

/// Cuts a text into tokens a piece at a time, as the tagger does, and counts them.
private func scan(_ text: [UInt8], _ lexer: Lexer) -> Int {
  var tokens: [Token] = []
  var count = 0
  var start = 0
  while start < text.count {
    let end = min(start + 4096, text.count)
    tokens.removeAll(keepingCapacity: true)
    lexer.lex(text.span, in: start..<end, into: &tokens)
    count += tokens.count
    start = end
  }
  return count
}

private func corpus() -> [UInt8] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
  var once = Data()
  if let path = ProcessInfo.processInfo.environment["ANNALS_TEXT"] {
    guard let data = FileManager.default.contents(atPath: path) else {
      fatalError("\(path) cannot be read; ANNALS_TEXT names a text file")
    }
    once = data
  } else {
    let folder = root.appending(path: "Dossiers")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    for name in files.sorted() {
      once += FileManager.default.contents(atPath: folder.appending(path: name).path()) ?? Data()
      once += Data("\n\n".utf8)
    }
  }
  guard !once.isEmpty else { fatalError("there is no text to tag") }
  var text: [UInt8] = []
  while text.count < 50_000_000 { text += once }
  return text
}
