/// Difference constraints `b - a <= w` between the four ends of two spans and the origin of days,
/// and whether any days satisfy them all.
///
/// They do exactly where the graph of the constraints has no negative cycle; days are whole
/// numbers and so are all weights, so the answer is exact.
///
/// Source: R. Dechter, I. Meiri, J. Pearl, "Temporal constraint networks", Artificial Intelligence
/// 49 (1991), 61–95; the shortest paths are Floyd's and Warshall's.
struct DifferenceGraph {
  private static let nodes = 5
  /// Sums of a few days that are beyond all days that can be counted.
  private static let beyond = Int128(1) << 100
  /// The weight of no edge.
  private static let none = Int128(1) << 110

  private var weights = [Int128](repeating: none, count: nodes * nodes)

  init(_ x: TimeSpan, _ y: TimeSpan) {
    for node in 0..<Self.nodes { weights[node * Self.nodes + node] = 0 }
    limit(.xBegin, x.beginEarliest, x.beginLatest)
    limit(.xEnd, x.endEarliest, x.endLatest)
    limit(.yBegin, y.beginEarliest, y.beginLatest)
    limit(.yEnd, y.endEarliest, y.endLatest)
    require(.notAfter(.xBegin, .xEnd))
    require(.notAfter(.yBegin, .yEnd))
  }

  /// Bounds an end by days; an infinity on its own side bounds nothing.
  private mutating func limit(_ end: Condition.End, _ earliest: Day, _ latest: Day) {
    if latest != .distantFuture { edge(0, end.rawValue, Self.value(latest)) }
    if earliest != .distantPast { edge(end.rawValue, 0, -Self.value(earliest)) }
  }

  private static func value(_ day: Day) -> Int128 {
    day.isFinite ? Int128(day.number) : day == .distantPast ? -beyond : beyond
  }

  mutating func require(_ condition: Condition) {
    // left + gap <= right, hence left - right <= -gap
    edge(condition.right.rawValue, condition.left.rawValue, -Int128(condition.gap))
  }

  private mutating func edge(_ from: Int, _ to: Int, _ weight: Int128) {
    let place = from * Self.nodes + to
    weights[place] = min(weights[place], weight)
  }

  /// Whether some days satisfy all constraints.
  var isFeasible: Bool {
    let count = Self.nodes
    var paths = weights
    for middle in 0..<count {
      for from in 0..<count where paths[from * count + middle] < Self.none {
        for to in 0..<count where paths[middle * count + to] < Self.none {
          let sum = paths[from * count + middle] + paths[middle * count + to]
          if sum < paths[from * count + to] { paths[from * count + to] = sum }
        }
      }
    }
    return (0..<count).allSatisfy { paths[$0 * count + $0] >= 0 }
  }
}
