/// Values of words, looked up by their numbers.
struct WordMap<Value: Sendable>: Sendable {
  private let values: [Value?]

  init(_ values: [Word: Value]) {
    let last = values.keys.map { Int($0.rawValue) }.max() ?? 0
    var array = [Value?](repeating: nil, count: last + 1)
    for (word, value) in values where word != .unknown { array[Int(word.rawValue)] = value }
    self.values = array
  }

  @inline(__always)
  subscript(word: Word) -> Value? {
    let index = Int(word.rawValue)
    return index < values.count ? values[index] : nil
  }
}
