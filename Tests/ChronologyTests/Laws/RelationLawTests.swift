import Testing

@testable import Chronology

/// Laws of questions, each a function of what it judges; the second suite breaks each of them.
@Suite struct `A question about two values` {
  @Test func `mirrors where its operands change places`() {
    #expect(RelationLaws.mirrors(pairs) { $0.answer($1, $2) } == [])
  }

  @Test func `keeps certainly and no where an operand becomes more exact`() {
    let result = RelationLaws.survivesRefinement { $0.answer($1, $2) }
    #expect(result.broken == [])
    #expect(result.kept > 1_000)
    print("refinements that kept certainly or no: \(result.kept)")
  }

  @Test func `is certain only where it is possible, and then excludes all other relations`() {
    #expect(RelationLaws.impliesPossibly(pairs) { $0.answer($1, $2) } == [])
  }

  @Test func `is softened by policies in their order`() {
    #expect(RelationLaws.ordersPolicies { $0.answer($1, $2, on: $3) } == [])
  }

  @Test func `obeys Kleene's logic`() {
    #expect(RelationLaws.kleene(and: { $0 && $1 }, or: { $0 || $1 }, not: { !$0 }) == [])
  }

  private let pairs = RelationLaws.pairs(Seeded.rounds(300))
}

/// Each law on answers that break it.
@Suite struct `A law of questions` {
  private let pairs = RelationLaws.pairs(100)

  @Test func `finds answers that do not mirror`() {
    #expect(
      !RelationLaws.mirrors(pairs) { x, predicate, y in
        predicate == .after ? x.answer(.before, y) : x.answer(predicate, y)
      }.isEmpty)
  }

  @Test func `finds an answer that turns round where its operand becomes more exact`() {
    // Taking the earliest begin for the begin is certain too early.
    let result = RelationLaws.survivesRefinement { x, predicate, y in
      let early = Extent(TimeSpan(x.hull.beginEarliest))
      return predicate == .beginsOnOrBefore ? early.answer(predicate, y) : x.answer(predicate, y)
    }
    #expect(!result.broken.isEmpty)
  }

  @Test func `finds certainty without possibility`() {
    #expect(
      !RelationLaws.impliesPossibly(pairs) { x, predicate, y in
        predicate == .allen(.meets) ? .certainly : x.answer(predicate, y)
      }.isEmpty)
  }

  @Test func `finds policies out of order`() {
    #expect(
      !RelationLaws.ordersPolicies { x, predicate, y, terms in
        var other = terms
        if terms.policy == .hedge { other.policy = .sceptical }
        if terms.policy == .sceptical { other.policy = .hedge }
        return x.answer(predicate, y, on: other)
      }.isEmpty)
  }

  @Test func `finds a logic that is not Kleene's`() {
    // Łukasiewicz's and Bochvar's: of two possibilities nothing follows, or one infects all.
    #expect(
      !RelationLaws.kleene(
        and: { $0 == .possibly || $1 == .possibly ? .possibly : min($0, $1) },
        or: { max($0, $1) }, not: { !$0 }
      ).isEmpty)
    #expect(
      !RelationLaws.kleene(
        and: { Truth(rawValue: max(0, $0.rawValue + $1.rawValue - 2)) ?? .no },
        or: { max($0, $1) }, not: { !$0 }
      ).isEmpty)
  }
}

enum RelationLaws {
  typealias Answer = (Extent, Predicate, Extent) -> Truth
  typealias Pair = (x: Extent, y: Extent, text: String)

  /// Values of a few days and of some years, in both readings, and some from the whole grammar.
  static func pairs(_ count: Int) -> [Pair] {
    var source = Seeded(1_815)
    return (0..<count).compactMap { round in
      let reading = source.pick(EDTF.Reading.allCases)
      let texts: (String, String)
      if round % 4 == 0 {
        texts = (Grown.value(&source).text, Grown.value(&source).text)
      } else {
        let (x, y) = Trial.operands(&source, isTiny: round % 4 == 1, reading, nil)
        texts = (x.text, y.text)
      }
      guard let x = try? EDTF(texts.0).extent(reading: reading),
        let y = try? EDTF(texts.1).extent(reading: reading)
      else { return nil }
      return (x, y, "\(texts.0) and \(texts.1), \(reading)")
    }
  }

  static func mirrors(_ pairs: [Pair], _ answer: Answer) -> [String] {
    let mirrored: [(Predicate, Predicate)] =
      [(.before, .after), (.contains, .within), (.overlaps, .overlaps)]
      + AllenRelation.allCases.map { (.allen($0), .allen($0.inverse)) }
    return pairs.flatMap { x, y, text in
      mirrored.compactMap { one, other in
        answer(x, one, y) == answer(y, other, x) ? nil : "\(one) of \(text)"
      }
    }
  }

  static func impliesPossibly(_ pairs: [Pair], _ answer: Answer) -> [String] {
    pairs.flatMap { x, y, text -> [String] in
      let relations = AllenRelation.allCases.map { answer(x, .allen($0), y) }
      var broken: [String] = []
      if relations.contains(.certainly), relations.filter({ $0 != .no }).count != 1 {
        broken.append("two relations, one certain, of \(text)")
      }
      guard x.quantifier == .only, y.quantifier == .only else { return broken }
      for predicate in Predicate.all where answer(x, predicate, y) == .certainly {
        var graph = DifferenceGraph(x.spans[0], y.spans[0])
        for condition in predicate.conditions { graph.require(condition) }
        if !graph.isFeasible { broken.append("\(predicate) of \(text)") }
      }
      return broken
    }
  }

  /// An operand, the same more exactly, and another one.
  static func survivesRefinement(_ answer: Answer) -> (broken: [String], kept: Int) {
    var source = Seeded(1_945)
    var (broken, kept): ([String], Int) = ([], 0)
    for _ in 0..<Seeded.rounds(300) {
      let wide = SmallWorld.expression(&source, isTiny: false)
      let unit = source.pick(wide.units)
      let day = SmallWorld.date(source.number(unit.lowerBound...unit.upperBound))
      let exact = "\(Grown.Plain(year: day.year, month: day.month, day: day.day))"
      let (text, finer): (String, String) =
        switch source.number(0...3) {
        case 0: (wide.text, exact)
        case 1: ("\(wide.text)/2010-12-31", "\(exact)/2010-12-31")
        case 2: ("1999/..", "1999/\(exact)")
        default: ("[\(wide.text),2011-03]", source.pick([exact, "2011-03"]))
        }
      let other = Operand.any(&source, isTiny: false, reading: .within, asOf: nil).text
      guard let x = try? EDTF(text).extent(), let x2 = try? EDTF(finer).extent(),
        let y = try? EDTF(other).extent()
      else {
        broken.append("\(text), \(finer) or \(other) is not read")
        continue
      }
      for predicate in Predicate.all {
        let first = answer(x, predicate, y)
        guard first != .possibly else { continue }
        let second = answer(x2, predicate, y)
        kept += 1
        if second != first {
          broken.append("\(text) \(predicate) \(other): \(first), but \(finer): \(second)")
        }
      }
    }
    return (broken, kept)
  }

  static func ordersPolicies(
    _ answer: (EDTF, Predicate, EDTF, Terms) -> Verdict?
  ) -> [String] {
    var source = Seeded(1_066)
    var broken: [String] = []
    for _ in 0..<Seeded.rounds(150) {
      let mark = source.pick(["", "?", "~", "%"])
      let reading = source.pick(EDTF.Reading.allCases)
      let text = SmallWorld.expression(&source, isTiny: source.chance(1, of: 2)).text + mark
      let other = Operand.any(&source, isTiny: false, reading: reading, asOf: nil).text
      guard let x = try? EDTF(text), let y = try? EDTF(other) else { continue }
      for predicate in Predicate.all {
        func truth(_ policy: Policy) -> Truth? {
          guard
            case .truth(let truth)? = answer(
              x, predicate, y, Terms(reading: reading, policy: policy))?.result
          else { return nil }
          return truth
        }
        let stated = truth(.ignore)
        let hedged = truth(.hedge)
        let (near, far) = (truth(.pad(1)), truth(.pad(3)))
        let isOrdered =
          mark.isEmpty
          ? [hedged, truth(.sceptical), near, far].allSatisfy { $0 == stated }
          : hedged == (stated == .no ? .no : .possibly) && truth(.sceptical) == .possibly
            && (near == stated || near == .possibly) && (far == near || far == .possibly)
            && (mark != "?" || near == stated)
        if !isOrdered { broken.append("\(text) \(predicate) \(other), \(reading)") }
      }
    }
    return broken
  }

  static func kleene(
    and: (Truth, Truth) -> Truth, or: (Truth, Truth) -> Truth, not: (Truth) -> Truth
  ) -> [String] {
    let all = Truth.allCases
    var broken: [String] = []
    func law(_ name: String, _ holds: Bool, _ values: Truth...) {
      if !holds { broken.append("\(name): \(values)") }
    }
    for a in all {
      law("double negation", not(not(a)) == a, a)
      law("identity", and(a, .certainly) == a && or(a, .no) == a, a)
      law("domination", and(a, .no) == .no && or(a, .certainly) == .certainly, a)
      law("idempotence", and(a, a) == a && or(a, a) == a, a)
      for b in all {
        law("commutation", and(a, b) == and(b, a) && or(a, b) == or(b, a), a, b)
        law("De Morgan", not(and(a, b)) == or(not(a), not(b)), a, b)
        law("De Morgan", not(or(a, b)) == and(not(a), not(b)), a, b)
        law("absorption", and(a, or(a, b)) == a && or(a, and(a, b)) == a, a, b)
        for c in all {
          law("association", and(a, and(b, c)) == and(and(a, b), c), a, b, c)
          law("distribution", and(a, or(b, c)) == or(and(a, b), and(a, c)), a, b, c)
        }
      }
    }
    law("doubt decides nothing", or(.possibly, not(.possibly)) == .possibly, .possibly)
    return broken
  }
}
