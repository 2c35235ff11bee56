/// Days in blocks of 64, 64², … 64⁶, so that a sum over all days up to one is a sum over fewer than
/// 64 blocks of each size.
///
/// Days are kept in 32 bits, about six million years either side of 1970; what lies outside comes to
/// stand on the edge, as the infinities do. Order is kept, so comparisons with a day inside hold.
enum DayBlocks {
  /// The level of the one block that holds all days.
  static let top = 6
  private static let bits: Int64 = 6

  /// A day in the bounds of 32 bits.
  static func clamped(_ day: Int64) -> Int64 { Int64(Int32(clamping: day)) }

  /// Whether comparisons with a day are exact: it is an infinity or lies inside the 32 bits.
  static func isExact(_ day: Int64) -> Bool {
    day == .min || day == .max || (Int64(Int32.min) < day && day < Int64(Int32.max))
  }

  /// The block of level 0 that holds a day.
  static func block(of day: Int64) -> Int64 { clamped(day) - Int64(Int32.min) }

  /// The days of a block of level 0.
  static func days(of block: Int64) -> ClosedRange<Int64> {
    let day = block + Int64(Int32.min)
    if day == Int64(Int32.min) { return .min...day }
    return day == Int64(Int32.max) ? day...(.max) : day...day
  }

  /// The block of a level that holds a block of level 0.
  static func block(_ block: Int64, atLevel level: Int) -> Int64 {
    block >> (bits * Int64(level))
  }

  /// The blocks of the next level below that a block consists of.
  static func parts(of block: Int64) -> Range<Int64> { (block << bits)..<((block + 1) << bits) }

  /// From a block to the last that lies in the same block of the next level.
  static func rest(from block: Int64) -> Range<Int64> {
    block..<(((block >> bits) + 1) << bits)
  }

  /// The block of the next level behind the one that holds a block.
  static func next(above block: Int64) -> Int64 { (block >> bits) + 1 }

  /// The blocks that together hold the days before a block of level 0, a run for each level.
  static func runs(before block: Int64) -> [(level: Int, blocks: Range<Int64>)] {
    (0..<top).map { level in
      let end = self.block(block, atLevel: level)
      return (level, ((end >> bits) << bits)..<end)
    }
  }
}
