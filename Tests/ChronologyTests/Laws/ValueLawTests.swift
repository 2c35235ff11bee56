import Testing

@testable import Chronology

/// Laws of single values, tried on texts grown from the grammar. Each law is a function of what it
/// judges, so that the second suite can show that it fails where it should.
@Suite struct `A value of EDTF` {
  static let grown: [Grown] = {
    var source = Seeded(2004)
    return (0..<Seeded.rounds(4_000)).map { _ in Grown.value(&source) }
  }()

  @Test func `reads whatever the grammar grows, at its level and with its bounds`() {
    #expect(ValueLaws.asGrown(Self.grown) { EDTF.boundsRow(of: $0) } == [])
    print("read as grown: \(Self.grown.count) texts")
  }

  @Test func `prints the text it was read from`() {
    #expect(ValueLaws.printsAsRead(Self.grown, print: \.description) == [])
  }

  @Test func `has canonical text that stays and keeps its meaning`() {
    #expect(ValueLaws.isCanonical(Self.grown, canonical: \.canonical) == [])
  }

  @Test func `has bounds that contain those of the members of a set and the days of an interval`() {
    #expect(ValueLaws.containsItsParts(Self.grown) { $0.bounds } == [])
  }

  @Test func `is refused with a place and a hint where one byte is wrong`() {
    var source = Seeded(1998)
    var refused = 0
    for grown in Self.grown {
      var bytes = Array(grown.text.utf8)
      let place = source.number(0...(bytes.count - 1))
      bytes[place] = UInt8(source.number(0...255))
      do {
        _ = try EDTF(utf8: bytes.span)
      } catch {
        refused += 1
        #expect((0...bytes.count).contains(error.offset) && !error.hint.isEmpty)
      }
    }
    #expect(refused > Self.grown.count / 4)
  }
}

/// Each law on a subject that breaks it: a law that cannot fail says nothing.
@Suite struct `A law of values` {
  let grown = `A value of EDTF`.grown

  @Test func `finds a wrong level, a wrong bound and a refusal`() {
    for (piece, other) in [("V\t1", "V\t2"), ("-31", "-30"), ("V", "I")] {
      #expect(
        !ValueLaws.asGrown(grown) { EDTF.boundsRow(of: $0).replacing(piece, with: other) }.isEmpty)
    }
  }

  @Test func `finds a mark that is not printed`() {
    #expect(
      !ValueLaws.printsAsRead(grown) { $0.description.replacing("~-", with: "-") }.isEmpty)
  }

  @Test func `finds canonical text that loses something or does not stay`() throws {
    let other = try EDTF("2004")
    #expect(!ValueLaws.isCanonical(grown) { _ in other }.isEmpty)
    #expect(!ValueLaws.isCanonical(grown) { $0 }.isEmpty)
  }

  @Test func `finds bounds that are too narrow`() {
    #expect(
      !ValueLaws.containsItsParts(grown) {
        EDTF.Bounds(earliest: $0.bounds.latest, latest: $0.bounds.latest)
      }.isEmpty)
  }
}

enum ValueLaws {
  static func asGrown(_ grown: [Grown], row: (String) -> String) -> [String] {
    grown.compactMap { value in
      func text(_ plain: Grown.Plain?, _ open: String, _ isOpen: Bool) -> String {
        plain?.description ?? (isOpen ? open : "?")
      }
      let isOpenBegin = value.text.hasPrefix("..") || "[{".contains(value.text.first ?? " ")
      let isOpenEnd = value.text.hasSuffix("..") || "]}".contains(value.text.last ?? " ")
      let expected =
        "V\t\(value.level)\t" + text(value.earliest, "-inf", isOpenBegin) + "\t"
        + text(value.latest, "+inf", isOpenEnd)
      let answer = row(value.text)
      return answer == expected ? nil : "\(value.text): \(answer), expected \(expected)"
    }
  }

  static func printsAsRead(_ grown: [Grown], print: (EDTF) -> String) -> [String] {
    grown.compactMap { value in
      guard let read = try? EDTF(value.text) else { return "\(value.text) is not read" }
      return print(read) == value.text ? nil : "\(value.text) prints as \(print(read))"
    }
  }

  static func isCanonical(_ grown: [Grown], canonical: (EDTF) -> EDTF) -> [String] {
    grown.compactMap { value in
      guard let read = try? EDTF(value.text) else { return "\(value.text) is not read" }
      let spelt = canonical(read)
      guard let again = try? EDTF(spelt.description) else { return "\(spelt) is not read" }
      if canonical(again) != spelt { return "\(value.text): \(spelt), then \(canonical(again))" }
      if again.bounds != read.bounds || again.qualifier != read.qualifier {
        return "\(value.text) loses its meaning as \(spelt)"
      }
      // Marks united from both sides have one spelling.
      let united = value.text.replacing("?2004", with: "2004?")
      if let other = try? EDTF(united), canonical(other) != spelt {
        return "\(value.text) and \(united) differ"
      }
      return read.marksRepeat && spelt == read ? "\(value.text) repeats a mark" : nil
    }
  }

  static func containsItsParts(_ grown: [Grown], bounds: (EDTF) -> EDTF.Bounds) -> [String] {
    grown.flatMap { value -> [String] in
      guard let read = try? EDTF(value.text) else { return ["\(value.text) is not read"] }
      let whole = bounds(read)
      return value.text.parts.flatMap { part -> [String] in
        guard let inner = try? EDTF(part).bounds else { return ["\(part) is not read"] }
        // Of an interval's begin only the first day is bound to lie in it, of its end the last.
        let isInterval = value.text.contains("/")
        let isBegin = value.text.hasPrefix(part)
        var broken: [String] = []
        if !isInterval || isBegin, !(whole.earliest.isAtOrBefore(inner.earliest)) {
          broken.append("\(value.text) begins after \(part)")
        }
        if !isInterval || !isBegin, !(inner.latest.isAtOrBefore(whole.latest)) {
          broken.append("\(value.text) ends before \(part)")
        }
        return broken
      }
    }
  }
}

extension String {
  /// The dates of a set or an interval, as texts; empty for a single date.
  fileprivate var parts: [String] {
    let inner = trimmingPrefix { "[{".contains($0) }.prefix { !"]}".contains($0) }
    guard contains("/") || inner.count < count else { return [] }
    return inner.split { ",/".contains($0) }.flatMap { $0.split(separator: "..") }.map(String.init)
  }
}

extension EDTF {
  /// Whether one component bears the same mark on both sides.
  fileprivate var marksRepeat: Bool {
    guard case .date(let date) = storage else { return false }
    return [(PartialDate.Place.yearLeft, PartialDate.Place.yearRight), (.monthLeft, .monthRight)]
      .contains { !date[$0.0].isEmpty && date[$0.0] == date[$0.1] }
  }
}

extension EDTF.Bound {
  /// Whether it is no later than another; days beyond count are on no side.
  fileprivate func isAtOrBefore(_ other: EDTF.Bound) -> Bool {
    if case .day(let day) = self, case .day(let others) = other { return day <= others }
    return true
  }
}
