import Benchmark
import Chronology
import Foundation

/// The valid strings of the specification's text, in its order, each once.
private let specification = lines("specification")

/// A string for each way in which texts are no EDTF.
private let refusals = lines("refusals")

let benchmarks: @Sendable () -> Void = {
  // A thousand passes to an iteration: one takes microseconds, and so does reading the clock.
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], scalingFactor: .kilo, maxDuration: .seconds(2))

  Benchmark("parse, \(specification.count) strings") { benchmark in
    for _ in benchmark.scaledIterations {
      for text in specification { blackHole(try EDTF(text)) }
    }
  }

  Benchmark("parse with bounds, \(specification.count) strings") { benchmark in
    for _ in benchmark.scaledIterations {
      for text in specification { blackHole(try EDTF(text).bounds) }
    }
  }

  Benchmark("refuse, \(refusals.count) strings") { benchmark in
    for _ in benchmark.scaledIterations {
      for text in refusals { blackHole(try? EDTF(text)) }
    }
  }

  Benchmark("print, \(specification.count) values") { benchmark in
    let values = try specification.map { try EDTF($0) }
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for value in values { blackHole(value.description) }
    }
  }
}

/// The lines of a list beside this file.
private func lines(_ name: String) -> [String] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Data/\(name).txt")
  guard let text = try? String(contentsOf: file, encoding: .utf8) else {
    fatalError("\(file.path()) cannot be read; benchmarks run from a checkout")
  }
  return text.split(separator: "\n").map(String.init)
}
