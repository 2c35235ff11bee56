import Statements

/// What the words of time expressions are, by their number in a `WordTable`.
struct TimeWords: Sendable {
  private var entries: [TimeWord] = [TimeWord()]
  /// Texts that entries refer to: clock times, references, frequencies.
  private var texts: [String] = [""]
  /// Words by what they count: "2000 troops" is not a year, "5 km" no day.
  private var counted: [Bool] = []
  private var known = Known()

  /// Words that single rules name.
  private struct Known: Sendable {
    var suffixes: Set<Word> = []
    var prefixes: Set<Word> = []
    var adjectives: Set<Word> = []
    var romans: [Word: Int] = [:]
    var frequencies: Set<Word> = []
    var futures: Set<Word> = []
    var bearers: Set<Word> = []
  }

  let couple, possessive, fy, southern, some, hrs, now, ongoing: Word
  private let a, p, m, ended, ending: Word

  /// Reads the list `time-words` and gives its words their numbers.
  /// - Throws: `VocabularyError` for a role or a value that no rule knows.
  init(vocabulary: Vocabulary, words: inout WordTable) throws(VocabularyError) {
    couple = words.insert("couple")
    possessive = words.insert("'s")
    fy = words.insert("fy")
    southern = words.insert("southern")
    some = words.insert("some")
    hrs = words.insert("hrs")
    now = words.insert("now")
    ongoing = words.insert("ongoing")
    a = words.insert("a")
    ended = words.insert("ended")
    ending = words.insert("ending")
    p = words.insert("p")
    m = words.insert("m")
    for suffix in ["st", "nd", "rd", "th"] { known.suffixes.insert(words.insert(suffix)) }
    for (month, name) in "i ii iii iv v vi vii viii ix x xi xii".split(separator: " ").enumerated()
    {
      known.romans[words.insert(name)] = month + 1
    }
    for name in ["times", "once", "twice", "thrice"] {
      known.frequencies.insert(words.insert(name))
    }
    let table = try vocabulary.table("time-words")
    for record in table.records {
      guard let text = record["word"], let role = record["role"], let value = record["value"]
      else { continue }
      let number = words.insert(text)
      let word = Int(number.rawValue)
      while entries.count <= word { entries.append(TimeWord()) }
      switch role {
      case "year-prefix": known.prefixes.insert(number)
      case "future-cue": known.futures.insert(number)
      case "number-bearer": known.bearers.insert(number)
      case "duration-adjective": known.adjectives.insert(number)
      case "counted": mark(number)
      default: break
      }
      guard entries[word].take(role, value, texts: &texts) else {
        throw VocabularyError(
          list: table.name, line: 0,
          reason: .badCell(
            "\(text), \(role), \(value)", expected: "a role and value that rules know")
        )
      }
    }
    try takeCalendar(vocabulary, words: &words)
  }

  /// Takes months, weekdays, seasons and ordinals from the list that phrases are read by, but for
  /// the words that `time-words` says are other words too.
  private mutating func takeCalendar(
    _ vocabulary: Vocabulary, words: inout WordTable
  ) throws(VocabularyError) {
    let table = try vocabulary.table("dates-en")
    var named: Set<String> = []
    for record in table.records {
      guard let kind = record["kind"], let value = record["value"], let form = record["form"],
        !form.contains(" "), !form.contains("-")
      else { continue }
      let number = words.insert(form)
      let word = Int(number.rawValue)
      while entries.count <= word { entries.append(TimeWord()) }
      // The first form of each is its name, the others are short for it.
      let isName = named.insert("\(kind) \(value)").inserted
      let role: String
      switch kind {
      case "month" where !entries[word].has(.monthOrWord):
        role = isName ? "month" : "month-abbreviation"
      case "weekday": role = isName ? "weekday" : "weekday-abbreviation"
      case "season" where !entries[word].has(.seasonOrWord): role = "season"
      case "ordinal" where Int(value) != nil: role = "ordinal"
      default: continue
      }
      let code = kind == "season" ? TimeWords.seasonCodes[value] ?? value : value
      guard entries[word].take(role, code, texts: &texts) else {
        throw VocabularyError(
          list: table.name, line: 0,
          reason: .badCell("\(form), \(kind), \(value)", expected: "a value that rules know"))
      }
    }
  }

  private static let seasonCodes = ["spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"]

  /// Takes nouns that are counted, so that a number before them is no year.
  mutating func count(_ nouns: some Sequence<String>, words: inout WordTable) {
    for noun in nouns { mark(words.insert(noun)) }
  }

  /// Takes the first words of holidays.
  mutating func take(_ holidays: Holidays) {
    for word in holidays.firstWords {
      while entries.count <= Int(word.rawValue) { entries.append(TimeWord()) }
      entries[Int(word.rawValue)].roles.insert(.holiday)
    }
  }

  private mutating func mark(_ word: Word) {
    while counted.count <= Int(word.rawValue) { counted.append(false) }
    counted[Int(word.rawValue)] = true
  }

  func isCounted(_ token: Token) -> Bool {
    let index = Int(token.word.rawValue)
    return index < counted.count && counted[index]
  }

  func isOrdinalSuffix(_ token: Token?) -> Bool {
    token.map { known.suffixes.contains($0.word) } ?? false
  }

  /// `post` in "post-1959".
  func isYearPrefix(_ token: Token) -> Bool { known.prefixes.contains(token.word) }

  /// `consecutive` in "three consecutive years".
  func isDurationAdjective(_ token: Token?) -> Bool {
    token.map { known.adjectives.contains($0.word) } ?? false
  }

  /// `scheduled` in "scheduled for Tuesday".
  func isFutureCue(_ token: Token) -> Bool { known.futures.contains(token.word) }

  /// `room` in "room 2004".
  func isBearer(_ token: Token) -> Bool { known.bearers.contains(token.word) }

  /// `times` in "three times a day".
  func isFrequencyWord(_ token: Token) -> Bool { known.frequencies.contains(token.word) }

  func romanMonth(_ token: Token) -> Int? {
    token.isCapitalised ? known.romans[token.word] : nil
  }

  func isMonth(_ word: Word) -> Bool {
    let index = Int(word.rawValue)
    return index < entries.count && entries[index].has(.anyMonth)
  }

  /// `ended` behind "the year".
  func isEnding(_ token: Token?) -> Bool {
    token.map { $0.word == ended || $0.word == ending } ?? false
  }

  func isNow(_ token: Token?) -> Bool { token?.word == now }
  func isOngoing(_ token: Token?) -> Bool { token?.word == ongoing }

  /// Whether the letter begins `p.m.` (true) or `a.m.` (false); nil where it begins neither.
  func meridiemLetter(_ token: Token) -> Bool? {
    token.word == p ? true : token.word == a ? false : nil
  }

  func isM(_ token: Token) -> Bool { token.word == m }

  @inline(__always)
  subscript(token: Token) -> TimeWord {
    let index = Int(token.word.rawValue)
    return index < entries.count ? entries[index] : TimeWord()
  }

  func text(_ word: TimeWord) -> String { text(word.text) }
  func text(_ number: UInt16) -> String { texts[Int(number)] }
}

/// What one word can be in a time expression; most can be one thing only.
struct TimeWord: Sendable {
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64
    static let month = Roles(rawValue: 1 << 0)
    /// A month's name that is another word too, so that a capital and a neighbour are needed.
    static let monthOrWord = Roles(rawValue: 1 << 1)
    static let monthAbbreviation = Roles(rawValue: 1 << 2)
    static let weekday = Roles(rawValue: 1 << 3)
    static let weekdays = Roles(rawValue: 1 << 4)
    static let weekdayAbbreviation = Roles(rawValue: 1 << 5)
    static let unit = Roles(rawValue: 1 << 6)
    static let units = Roles(rawValue: 1 << 7)
    static let season = Roles(rawValue: 1 << 8)
    static let seasonOrWord = Roles(rawValue: 1 << 9)
    static let seasons = Roles(rawValue: 1 << 10)
    static let number = Roles(rawValue: 1 << 11)
    static let tens = Roles(rawValue: 1 << 12)
    static let multiplier = Roles(rawValue: 1 << 13)
    static let indefinite = Roles(rawValue: 1 << 14)
    static let ordinal = Roles(rawValue: 1 << 15)
    static let part = Roles(rawValue: 1 << 16)
    static let comparative = Roles(rawValue: 1 << 17)
    static let daypart = Roles(rawValue: 1 << 18)
    static let dayparts = Roles(rawValue: 1 << 19)
    static let clock = Roles(rawValue: 1 << 20)
    static let dayDeictic = Roles(rawValue: 1 << 21)
    static let nightDeictic = Roles(rawValue: 1 << 22)
    static let reference = Roles(rawValue: 1 << 23)
    static let referenceAdjective = Roles(rawValue: 1 << 24)
    static let referenceNoun = Roles(rawValue: 1 << 25)
    static let frequency = Roles(rawValue: 1 << 26)
    static let era = Roles(rawValue: 1 << 27)
    static let meridiem = Roles(rawValue: 1 << 28)
    static let zone = Roles(rawValue: 1 << 29)
    static let holiday = Roles(rawValue: 1 << 30)

    static let decadeWord = Roles(rawValue: 1 << 31)
    static let narrativeReference = Roles(rawValue: 1 << 32)

    static let anyMonth: Roles = [.month, .monthOrWord, .monthAbbreviation]
    static let anyWeekday: Roles = [.weekday, .weekdayAbbreviation]
    static let anySeason: Roles = [.season, .seasonOrWord]
    static let anyNumber: Roles = [.number, .tens, .multiplier]
    /// What an expression is found by; all other words only extend one.
    static let trigger: Roles = [
      .month, .monthOrWord, .monthAbbreviation, .weekday, .weekdays, .weekdayAbbreviation, .unit,
      .units, .season, .seasonOrWord, .seasons, .daypart, .dayparts, .clock, .dayDeictic,
      .nightDeictic, .reference, .referenceAdjective, .referenceNoun, .frequency, .holiday,
      .decadeWord, .narrativeReference,
    ]
  }

  /// The words that rules know by name.
  enum Key: String, Sendable {
    case none
    case the, a, this, that, these, those, possessive
    case of, `in`, on, at, to, from, since, until, by, between, and, or, before, after, during
    case `for`, within, through, throughout, per, with, `as`, than
    case over, under, about, nearly, more, less, least, most, up, no, not, only, another
    case each, every, other
    case ago, earlier, later, previously, afterwards, onward
    case last, past, previous, next, coming, following, same, current, latest, recent, intervening
    case entire, old, long, half, quarter, period, time, date, fiscal, calendar
    case end, beginning, early, late, mid, middle, part
    case today, present, point, moment, term, near, short, future, so, once, then, right
    case may, march, second, be, resolution, page, numbered, st, s, q, h, fy, year, day, week
    case ahead, away, hence, working, trading, comparable, latter, eve, anniversary, weekend
    case oclock, yet, already, will, too
    case pastTense = "past-tense"
  }

  var roles: Roles = []
  var key = Key.none
  var unit = TimeUnit.second
  /// 1 to 12, and Monday as 1 to 7.
  var month: UInt8 = 0
  var weekday: UInt8 = 0
  var season = DatePoint.Part.spring
  var part = DatePoint.Part.early
  var daypart = DatePoint.DayPart.morning
  var number: Int32 = 0
  var text: UInt16 = 0

  @inline(__always)
  func has(_ roles: Roles) -> Bool { !self.roles.isDisjoint(with: roles) }

  /// Takes one more role; false where the list says something that no rule knows.
  mutating func take(_ role: String, _ value: String, texts: inout [String]) -> Bool {
    func keep(_ role: Roles) {
      roles.insert(role)
      if let known = texts.firstIndex(of: value) {
        text = UInt16(known)
      } else {
        texts.append(value)
        text = UInt16(texts.count - 1)
      }
    }
    func count(_ role: Roles, _ range: ClosedRange<Int32>) -> Bool {
      roles.insert(role)
      number = Int32(value) ?? .min
      return range.contains(number)
    }
    switch role {
    case "month", "month-or-word", "month-abbreviation":
      roles.insert(
        role == "month" ? .month : role == "month-or-word" ? .monthOrWord : .monthAbbreviation)
      month = UInt8(value) ?? 0
      return (1...12).contains(month)
    case "weekday", "weekdays", "weekday-abbreviation":
      roles.insert(
        role == "weekday" ? .weekday : role == "weekdays" ? .weekdays : .weekdayAbbreviation)
      weekday = UInt8(value) ?? 0
      return (1...7).contains(weekday)
    case "unit", "units":
      roles.insert(role == "unit" ? .unit : .units)
      guard let known = TimeUnit(rawValue: value) else { return false }
      unit = known
    case "season", "season-or-word", "seasons":
      roles.insert(role == "season" ? .season : role == "seasons" ? .seasons : .seasonOrWord)
      guard let known = DatePoint.Part(code: value) else { return false }
      season = known
    case "number": return count(.number, 0...19)
    case "tens": return count(.tens, 20...90)
    case "multiplier": return count(.multiplier, 10...1_000_000)
    case "ordinal": return count(.ordinal, 1...100)
    case "indefinite": roles.insert(.indefinite)
    case "part", "comparative":
      roles.insert(role == "part" ? .part : .comparative)
      guard let known = DatePoint.Part(code: value) else { return false }
      part = known
    case "daypart", "dayparts":
      roles.insert(role == "daypart" ? .daypart : .dayparts)
      guard let known = DatePoint.DayPart(rawValue: value) else { return false }
      daypart = known
    case "day-deictic": return count(.dayDeictic, -7...7)
    case "night-deictic": return count(.nightDeictic, -7...7)
    case "clock": keep(.clock)
    case "reference": keep(.reference)
    case "reference-adjective": keep(.referenceAdjective)
    case "reference-noun": keep(.referenceNoun)
    case "narrative-reference": keep(.narrativeReference)
    case "decade": return count(.decadeWord, 20...90)
    case "frequency": keep(.frequency)
    case "era": keep(.era)
    case "meridiem": keep(.meridiem)
    case "zone": keep(.zone)
    case "future-cue", "number-bearer", "year-prefix", "duration-adjective", "counted": break
    case "grammar":
      guard let known = Key(rawValue: value) else { return false }
      key = known
    default: return false
    }
    return true
  }
}
