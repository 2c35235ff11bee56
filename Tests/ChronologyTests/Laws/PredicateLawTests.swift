import Testing

@testable import Chronology

@Suite struct `Predicates in a small world` {
  @Test func `follow from the one relation of Allen's that holds`() {
    let wrong = Oracle.days(0...7).filter { xb, xe, yb, ye in
      Predicate.all.indices.contains { place in
        let holds = Oracle.predicates[place] >> Relations(Oracle.relation(xb, xe, yb, ye)) & 1 == 1
        return holds != Oracle.holds(place, xb, xe, yb, ye)
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [true, false])
  func `answer as trying all completions does`(isTiny: Bool) {
    let result = Trial(rounds: Seeded.rounds(isTiny ? 1_000 : 500), isTiny: isTiny).run()
    #expect(result.wrong == [])
    #expect(result.checks >= (isTiny ? 20_000 : 11_000))
    print("brute force, \(isTiny ? "a few days" : "ten years"): \(result.checks) checks")
  }

  @Test func `are never wrong about dates whose open digits tie end to begin`() {
    let result = Trial(rounds: Seeded.rounds(300), isTiny: false, seed: 77).runLinked()
    #expect(result.wrong == [])
    print("brute force, linked digits: \(result.checks) checks, \(result.wide) wider than need be")
    #expect(result.checks > 2_000 && result.wide * 4 < result.checks)
  }

  /// Each predicate is taken for one that holds in one of Allen's relations more, or in one less.
  @Test func `would be found wrong in any one relation`() {
    var caught: [[Bool]] = Array(repeating: Array(repeating: false, count: 13), count: 22)
    Trial(rounds: 300, isTiny: true).each { question, _, xs, ys in
      for (place, predicate) in Predicate.all.enumerated() {
        let answer = xs.answer(predicate, ys)
        for relation in 0..<13 where !caught[place][relation] {
          let mutant = Oracle.predicates[place] ^ 1 << Relations(relation)
          if question.truth(place, holdingIn: mutant) != answer { caught[place][relation] = true }
        }
      }
    }
    for (place, predicate) in Predicate.all.enumerated() {
      for relation in AllenRelation.allCases.enumerated() where !caught[place][relation.offset] {
        Issue.record("\(predicate.name) could be wrong where one \(relation.element) the other")
      }
    }
  }

  @Test func `are compared over days that matter as over all days`() {
    var source = Seeded(31)
    for _ in 0..<Seeded.rounds(200) {
      let pair = Trial.operands(&source, isTiny: true, .within, nil)
      let all = Question(pair.x, pair.y, .within, isTiny: true)
      let near = Question(pair.x, pair.y, .within, isTiny: false)
      #expect(Predicate.all.indices.allSatisfy { all.truth($0) == near.truth($0) }, "\(pair)")
    }
  }
}

/// Random questions, put to the library and to an oracle.
struct Trial {
  let rounds: Int
  let isTiny: Bool
  var seed: UInt64 = 4_711

  struct Result {
    var checks = 0
    var wrong: [String] = []
    /// Possibly, where certainly or no would have been right.
    var wide = 0
  }

  static func operands(
    _ source: inout Seeded, isTiny: Bool, _ reading: EDTF.Reading, _ asOf: Int?
  ) -> (x: Operand, y: Operand) {
    (
      Operand.any(&source, isTiny: isTiny, reading: reading, asOf: asOf),
      Operand.any(&source, isTiny: isTiny, reading: reading, asOf: asOf)
    )
  }

  func each(_ body: (Question, Terms, Extent, Extent) -> Void) {
    var source = Seeded(seed)
    for _ in 0..<rounds {
      let reading = source.pick(EDTF.Reading.allCases)
      let asOf = source.chance(1, of: 3) ? 12_427 + source.number(0...100) : nil
      let (x, y) = Trial.operands(&source, isTiny: isTiny, reading, asOf)
      let terms = Terms(
        reading: reading, policy: .ignore, asOf: asOf.map { Day(number: Int64($0)) })
      guard let a = try? EDTF(x.text), let b = try? EDTF(y.text),
        let xs = terms.extent(of: a), let ys = terms.extent(of: b)
      else {
        Issue.record("\(x.text) or \(y.text) is not read")
        continue
      }
      body(Question(x, y, reading, isTiny: isTiny), terms, xs, ys)
    }
  }

  func run() -> Result {
    var result = Result()
    each { question, terms, xs, ys in
      func check(_ name: String, _ answer: String, _ expected: String) {
        result.checks += 1
        guard answer != expected else { return }
        result.wrong.append(
          "\(question.x.text) \(name) \(question.y.text) (\(question.reading), as of "
            + "\(terms.asOf?.description ?? "-")): \(answer), expected \(expected)")
      }
      for predicate in Predicate.all.indices {
        check(
          Predicate.all[predicate].name, "\(xs.answer(Predicate.all[predicate], ys))",
          "\(question.truth(predicate))")
      }
      let relations = AllenRelation.allCases.indices.filter { question.truth(9 + $0) != .no }
      check(
        "possibleAllen", xs.possibleRelations(to: ys).map(\.rawValue).joined(separator: ","),
        relations.map { AllenRelation.allCases[$0].rawValue }.joined(separator: ","))
      if question.x.ranges.isEmpty {
        check("duration", "\(xs.duration)", question.x.duration)
      }
    }
    return result
  }

  func runLinked() -> Result {
    var result = Result()
    each { question, _, xs, ys in
      guard let possible = question.linked else { return }
      for (place, predicate) in Predicate.all.enumerated() {
        result.checks += 1
        let exact = Oracle.truth(Oracle.predicates[place], where: possible)
        let answer = xs.answer(predicate, ys)
        if answer == exact { continue }
        if answer == .possibly {
          result.wide += 1
        } else {
          result.wrong.append("\(question.x.text) \(predicate.name) \(question.y.text): \(answer)")
        }
      }
    }
    return result
  }
}

extension Operand {
  /// The shortest and the longest of all completions, in words.
  fileprivate var duration: String {
    let spans = members.map(\.box.points)
    let shortest = spans.map { points in
      points[1] == .max || points[2] == .min ? 1 : max(1, points[2] - points[1] + 1)
    }
    let isBounded = spans.allSatisfy { $0[0] != .min && $0[3] != .max }
    let longest = isBounded ? spans.map { "\($0[3] - $0[0] + 1)" }.max { Int($0)! < Int($1)! } : nil
    return "min \(shortest.min() ?? 1) max \(longest ?? "unbounded")"
  }
}
