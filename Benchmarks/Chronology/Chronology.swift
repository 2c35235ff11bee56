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

  let extents = specification.compactMap { try? EDTF($0).extent() }
  let pairs = zip(extents, extents.dropFirst())
  Benchmark("overlap, \(extents.count - 1) pairs") { benchmark in
    for _ in benchmark.scaledIterations {
      for (x, y) in pairs { blackHole(x.overlaps(y)) }
    }
  }

  var some = Benchmark.defaultConfiguration
  some.scalingFactor = .one
  Benchmark("relate by Allen, \(extents.count - 1) pairs", configuration: some) { benchmark in
    for _ in benchmark.scaledIterations {
      for (x, y) in pairs { blackHole(x.possibleRelations(to: y)) }
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
