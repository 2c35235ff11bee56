import Chronology
import Statements
import Testing

@testable import Publishing

@Suite struct `The words of the pages` {
  let wordings: [Wording]
  init() throws { wordings = try Wording.all() }

  @Test func `are there in English and French`() {
    #expect(wordings.map(\.language) == ["en", "fr"])
  }

  @Test func `name every word of every closed list, and count in every language`() throws {
    for wording in wordings {
      for kind in Mission.Kind.allCases { #expect(wording.name(.kind, kind.rawValue) != nil) }
      for origin in Period.Origin.allCases {
        #expect(wording.name(.origin, origin.rawValue) != nil)
      }
      for state in ReviewFilter.State.allCases where state != .all {
        #expect(wording.name(.verdict, state.rawValue) != nil)
      }
      for truth in [Truth.no, .possibly, .certainly] {
        #expect(wording.name(.answer, truth.description) != nil)
      }
      for counted in PageText.Counted.allCases {
        for number in [0, 1, 2] { #expect(!wording.count(counted, number).contains("count-")) }
      }
    }
  }

  @Test func `are all said somewhere`() throws {
    let keys = try Vocabulary.builtIn().table("interface")["key"]
    let texts = Set(PageText.allCases.map(\.rawValue))
    let counted = PageText.Counted.allCases.flatMap {
      ["\($0.rawValue).one", "\($0.rawValue).many"]
    }
    let lists = PageText.List.allCases.map { "\($0.rawValue)." }
    for key in keys where !texts.contains(key) && !counted.contains(key) {
      #expect(lists.contains { key.hasPrefix($0) }, "\(key)")
    }
    #expect(Set(keys).count == keys.count)
  }

  @Test func `fill blanks, group digits and say dates in their language`() throws {
    let (english, french) = (wordings[0], wordings[1])
    #expect(english(.fromTo, "2004", "{1}") == "2004 – {1}")
    #expect(english.count(.missions, 1) == "1 mission")
    #expect(english.count(.missions, 12_345) == "12,345 missions")
    #expect(french.count(.open, 0) == "0 attend une décision")
    #expect(french.number(1_234_567) == "1\u{202F}234\u{202F}567")
    #expect(english.words(try EDTF("2011-12-31")) == "31 December 2011")
    #expect(french.words(try EDTF("2018-10")) == "octobre 2018")
  }
}
