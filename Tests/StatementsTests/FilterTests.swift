import Chronology
import Statements
import Testing

@Suite struct `A filter` {
  private func account(place: String, organisation: String) throws -> Account {
    var dossier = try Dossier("Mission: \(place), \(organisation)")
    try dossier.add("Mission")
    try dossier.add("Mission", .place, .text(place), place)
    try dossier.add("Mission", .organisation, .text(organisation), organisation)
    return try dossier.account("Mission")
  }

  @Test(arguments: [
    ("Iraq", "iraq", true), ("Côte d’Ivoire", "cote d'ivoire", true),
    ("Democratic Republic of the Congo", "congo", true), ("Nigeria", "niger", false),
    ("Łódź", "lodz", true), ("Iraq", "", false), ("Iraq", "Iran", false),
  ])
  func `finds a place by its words in any case and without accents`(
    place: String, asked: String, isFound: Bool
  ) throws {
    #expect(
      try Filter(place: asked).matches(account(place: place, organisation: "NATO")) == isFound)
  }

  @Test func `lets through only what fits in every part`() throws {
    let account = try account(place: "Iraq", organisation: "NATO")
    #expect(Filter.all.matches(account))
    #expect(Filter(place: "Iraq", organisation: "nato", kind: .mission).matches(account))
    #expect(!Filter(place: "Iraq", organisation: "OSCE").matches(account))
    #expect(!Filter(place: "Iraq", kind: .operation).matches(account))
  }
}

@Suite struct `A folded name` {
  @Test(arguments: [
    ("Łódź", ["lodz"]), ("Straße", ["strasse"]), ("Ærø", ["aero"]), ("NTM-I", ["ntm", "i"]),
    ("Da’esh", ["daesh"]), ("Genève, 2012", ["geneve", "2012"]), ("…", []), ("Đakovo", ["dakovo"]),
    ("Ħamrun", ["hamrun"]), ("œuvre", ["oeuvre"]), ("İzmir", ["izmir"]),
  ])
  func `leaves small letters without marks`(text: String, words: [String]) {
    #expect(Folding.words(of: text) == words)
  }
}

@Suite struct `A date in words` {
  @Test(arguments: [
    ("2011", "2011", "in 2011"), ("2018-10", "October 2018", "in October 2018"),
    ("2011-12-31", "31 December 2011", "on 31 December 2011"),
    ("2004/2011", "2004–2011", "in 2004–2011"), ("2021/..", "since 2021", "since 2021"),
    ("../2011-12-31", "until 31 December 2011", "until 31 December 2011"),
    ("2004-03/2011", "March 2004 – 2011", "in March 2004 – 2011"),
    ("1999/", "from 1999 to an unknown date", "from 1999 to an unknown date"),
    ("1998~", "around 1998", "around 1998"), ("2003-37~", "early 2003", "early 2003"),
    ("199X", "some time in the 1990s", "some time in the 1990s"),
    (
      "[2004-06-11..2004-06-20]", "some time between 11 and 20 June 2004",
      "some time between 11 and 20 June 2004"
    ),
    ("2004-24", "winter 2004–05", "in winter 2004–05"), ("-0043", "44 BC", "in 44 BC"),
  ])
  func `is what people write`(edtf: String, words: String, when: String) throws {
    #expect(try DateWords.of(EDTF(edtf)) == words)
    #expect(try DateWords.when(EDTF(edtf)) == when)
  }
}
