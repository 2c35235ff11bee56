/// Where a roster looks for the missions that a name may be one of, so that a document of thousands
/// is not gone through for each name.
///
/// What it finds is still to be compared. A mission has a number, which stays, and a place in the
/// roster, which changes when others are taken out.
struct RosterIndex {
  /// The number of the mission at each place.
  private var numbers: [Int] = []
  /// The place of each number's mission; nil where it was taken out.
  private var places: [Int?] = []
  /// Numbers by the marks of their names, by the looks of their acronyms, and by where they are named.
  private var sharing: [UInt64: [Int]] = [:]
  private var alike: [UInt64: [Int]] = [:]
  private var named: [Range<Int>: [Int]] = [:]

  /// Takes a mission at the end of the roster.
  mutating func add() {
    places.append(numbers.count)
    numbers.append(places.count - 1)
  }

  /// Takes what a naming says of the mission at a place.
  ///
  /// - Parameter acronym: the mission's acronym by now.
  mutating func learn(_ naming: Naming, _ marks: NameMarks, of place: Int, acronym: String?) {
    let number = numbers[place]
    named[naming.tokens, default: []].append(number)
    for mark in marks.own { RosterIndex.add(number, to: &sharing[mark, default: []]) }
    if let acronym, acronym == naming.name.acronym {
      for look in NameMarks.looks(of: acronym) {
        RosterIndex.add(number, to: &alike[look, default: []])
      }
    }
  }

  private static func add(_ number: Int, to numbers: inout [Int]) {
    if numbers.last != number { numbers.append(number) }
  }

  /// Takes out the mission at a place; what meant it means another one from now on, if any.
  mutating func remove(_ place: Int, insteadUse other: Int?) {
    numbers.remove(at: place)
    for number in places.indices {
      guard let old = places[number] else { continue }
      if old == place { places[number] = other } else if old > place { places[number] = old - 1 }
    }
  }

  /// - Parameters:
  ///   - order: the old place of each new one.
  ///   - new: the new place of each old one.
  mutating func sort(_ order: [Int], _ new: [Int]) {
    numbers = order.map { numbers[$0] }
    places = places.map { place in place.map { new[$0] } }
  }

  // MARK: Looking up

  /// The places of the missions that a name with these marks may be one of, in order.
  func places(sharing marks: NameMarks) -> [Int] {
    sorted(marks.asked.lazy.compactMap { sharing[$0] }.joined())
  }

  /// The places of the missions whose acronym looks like this one or is its beginning.
  func places(like acronym: String) -> [Int] {
    let looks = NameMarks.looks(of: acronym).compactMap { alike[$0] }
    let beginnings = NameMarks.beginnings(of: acronym).compactMap { sharing[$0] }
    return sorted((looks + beginnings).joined())
  }

  /// The place of the mission that a naming was taken to.
  func place(of naming: Naming) -> Int? {
    named[naming.tokens]?.lazy.compactMap { places[$0] }.min()
  }

  private func sorted(_ numbers: some Sequence<Int>) -> [Int] {
    Set(numbers.compactMap { places[$0] }).sorted()
  }
}

/// Hashes of what names of one mission share: an acronym, or the key of a name with or without the
/// organisation before it and the country behind it.
struct NameMarks {
  /// What another name may share.
  let own: [UInt64]
  /// What a mission must share one of to be the same.
  let asked: [UInt64]

  init(_ naming: Naming, keys: [[String]], _ lexicon: Lexicon) {
    var own: [UInt64] = []
    var asked: [UInt64] = []
    for name in [naming.name] + naming.others {
      if let acronym = name.acronym { own.append(NameMarks.mark(of: acronym)) }
      for acronym in name.otherAcronyms { own.append(NameMarks.mark(of: acronym)) }
      asked.append(NameMarks.mark(of: name.name))
    }
    for key in keys {
      own.append(NameMarks.hash(key[...]))
      if key.count > 3, lexicon.isOrganisation(key[0]) {
        own.append(NameMarks.hash(key.dropFirst()))
      }
      var rest = key[...]
      while rest.count > 3, let last = rest.last, lexicon.isCountry(last) {
        rest.removeLast()
        own.append(NameMarks.hash(rest))
      }
    }
    self.own = own
    self.asked = own + asked
  }

  /// Of an acronym itself and of what is left where one letter is put out: acronyms that differ by a
  /// letter share one of these.
  static func looks(of acronym: String) -> [UInt64] {
    let letters = Array(acronym.utf8)
    return (0...letters.count).map { skipped in
      var hash = seed
      for (index, byte) in letters.enumerated() where index != skipped { add(byte, to: &hash) }
      return hash
    }
  }

  /// Of "NMI", where the acronym is "NMI II".
  static func beginnings(of acronym: String) -> [UInt64] {
    let letters = acronym.utf8
    return letters.indices.filter { letters[$0] == 0x20 }.map {
      mark(of: Substring(letters[..<$0]))
    }
  }

  private static func mark(of acronym: some StringProtocol) -> UInt64 {
    var hash = seed
    for byte in acronym.utf8 { add(byte, to: &hash) }
    return hash
  }

  private static func hash(_ key: ArraySlice<String>) -> UInt64 {
    var hash = seed
    for word in key {
      for byte in word.utf8 { add(byte, to: &hash) }
      add(0, to: &hash)
    }
    return hash
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a.
  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
