import Chronology
import Foundation
import Keeping
import Statements

/// Makes large registers and measures what a page of them takes.
///
///     KeepingBenchmarks generate FILE MISSIONS
///     KeepingBenchmarks measure FILE [QUESTIONS]
///
/// A line for each kind of question: what is asked, p50 and p99 in milliseconds, how many answers
/// its questions have and how many milliseconds of processor time they take in the mean. The last
/// tells on a busy machine what is the question's and what is the neighbours'.
@main struct KeepingBenchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "generate" where arguments.count == 3:
      let seconds = try await Generator(
        path: arguments[2], count: Int(arguments[3]) ?? 0
      ).make()
      print(String(format: "rows %.1f s, indexes %.1f s", seconds.rows, seconds.indexes))
    case "measure" where arguments.count >= 2:
      let register = try await Register.open(arguments[2])
      let count = arguments.count > 2 ? Int(arguments[3]) ?? 300 : 300
      try await Measure(register: register, count: count).run()
    case "questions" where arguments.count == 2:
      for days in Measure.days(count: Int(arguments[2]) ?? 300) {
        print("\(days.first.number)\t\(days.last.number)")
      }
    default:
      FileHandle.standardError.write(
        Data("usage: KeepingBenchmarks generate FILE MISSIONS | measure FILE [QUESTIONS]\n".utf8))
      exit(2)
    }
  }
}

/// What is asked of a register, each question once, the first of each kind before it is timed.
struct Measure {
  let register: Register
  let count: Int
  /// How many answers a page shows.
  private static let page = 20

  /// Days and periods from 1946 to 2026: half single days, half of a month to ten years.
  static func days(count: Int) -> [(first: Day, last: Day)] {
    var random = SplitMix64(state: 99)
    return (0..<count).map { number in
      let first = Int64.random(in: -8_700...20_500, using: &random)
      let length = number.isMultiple(of: 2) ? 0 : Int64.random(in: 30...3_650, using: &random)
      return (Day(number: first), Day(number: first + length))
    }
  }

  func run() async throws {
    let questions = try Measure.days(count: count).map { days in
      guard let question = Question(during: try EDTF("\(days.first)/\(days.last)")) else {
        throw GeneratorError.impossible("a question")
      }
      return question
    }
    let onDay = questions.filter { $0.first == $0.last }
    let during = questions.filter { $0.first < $0.last }
    try await time("on a day", onDay) { try await ask($0) }
    try await time("during a period", during) { try await ask($0) }
    try await time("on a day, count alone", onDay) { try await ask($0, limit: 0) }
    try await time("on a day, of one kind", onDay) {
      try await ask($0, Filter(kind: .operation))
    }
    let places = try await register.forms(of: .place)
    let organisations = try await register.forms(of: .organisation)
    try await time("on a day, in a place", Array(onDay.enumerated())) {
      try await ask($1, Filter(place: places[$0 % places.count]))
    }
    try await time("on a day, of an organisation", Array(onDay.enumerated())) {
      try await ask($1, Filter(organisation: organisations[$0 % organisations.count]))
    }
    try await time("all missions", onDay) { _ in
      try await register.page(limit: Measure.page).count
    }
    let words = [
      "harbour inspection", "river", "\"mine clearance\"", "elect*", "withdrawal rotation",
      "decision 77*", "\"prison oversight\" decision", "\(places[3])", "\(organisations[5])",
      "police reform radio",
    ]
    try await time("search", Array(0..<count)) { number in
      try await register.search(SearchQuery(words[number % words.count]), limit: Measure.page).count
    }
  }

  private func ask(
    _ question: Question, _ filter: Filter = .all, limit: Int = page
  ) async throws -> Int {
    let page = try await register.page(of: question, matching: filter, limit: limit)
    return page.count.certainly + page.count.possibly
  }

  private func time<Item>(
    _ what: String, _ items: [Item], _ body: (Item) async throws -> Int
  ) async throws {
    let clock = ContinuousClock()
    if let first = items.first { _ = try await body(first) }
    var times: [Double] = []
    var answers = 0
    let worked = Measure.processorSeconds
    for item in items {
      let begin = clock.now
      answers += try await body(item)
      times.append((clock.now - begin).seconds * 1_000)
    }
    let work = (Measure.processorSeconds - worked) * 1_000 / Double(max(1, items.count))
    times.sort()
    guard !times.isEmpty else { return }
    func percentile(_ share: Double) -> Double { times[Int(share * Double(times.count - 1))] }
    print(
      String(
        format: "%@\t%.2f\t%.2f\t%d\t%.2f", what, percentile(0.5), percentile(0.99),
        answers / times.count, work))
  }

  /// What the process has worked so far, its threads together.
  private static var processorSeconds: Double {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
