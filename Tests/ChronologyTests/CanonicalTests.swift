import Testing

@testable import Chronology

@Suite struct `Canonical text` {
  @Test(arguments: [
    // Marks stand as far to the right as they can.
    ("?2004?", "2004?"), ("?2004~", "2004%"), ("?2004", "2004?"), ("?2004-?06-11", "2004-06?-11"),
    ("?2004-?06-?11", "2004-06-11?"), ("2004-?06?", "2004-06?"), ("?2004-06-~11", "2004?-06-~11"),
    ("%2004-~06", "2004?-06~"), ("2004?-~06%-11", "2004-06%-11"), ("~2001-?21", "2001~-?21"),
    // Years of up to eighteen digits are written out.
    ("Y17E7", "Y170000000"), ("Y-17E7S2", "Y-170000000S2"), ("Y1E17", "Y100000000000000000"),
    ("Y1E18", "Y1E18"), ("Y10E17", "Y1E18"), ("Y1000000000000000000", "Y1E18"),
    ("Y120E9999999999999999999", "Y12E10000000000000000000"),
    // No time to UTC is UTC.
    ("2004-01-01T10:10:10+00:00", "2004-01-01T10:10:10Z"),
    ("2004-01-01T10:10:10+00", "2004-01-01T10:10:10Z"),
    ("2004-01-01T10:10:10-05:00", "2004-01-01T10:10:10-05"),
    ("2004-01-01T10:10:10-05:30", "2004-01-01T10:10:10-05:30"),
    // Members stand in the order of time, each once.
    ("[1986,1985]", "[1985,1986]"), ("{1985,1985-01,1985}", "{1985-01,1985}"),
    ("[1984..1984]", "[1984]"), ("[..1990,1985]", "[..1990,1985]"),
    ("{2003,1999..2001,2003..}", "{1999..2001,2003,2003..}"),
    ("[Y1E30,Y1E29,2004,Y-1E30]", "[Y-1E30,2004,Y1E29,Y1E30]"),
    // What is canonical stays.
    ("2004", "2004"), ("2004-06?/..", "2004-06?/.."), ("../..", "../.."), ("198X", "198X"),
    ("1985-X5-12", "1985-X5-12"), ("1950S4", "1950S4"),
  ])
  func `is the one spelling of a meaning`(text: String, canonical: String) throws {
    #expect(try EDTF(text).canonical.description == canonical)
    #expect(try EDTF(canonical).canonical == EDTF(canonical))
  }
}

@Suite struct `A sort key` {
  static let inOrder = [
    "../1997", "../..", "/1998", "/..", "1998-01-01", "1998", "1998/1999", "1998/..", "1998/",
    "1998-02", "[1999,2001]", "2001-24", "2002", "Y17E7", "Y1E30",
  ]

  @Test func `puts unknown begins behind open ones and unknown ends last`() throws {
    var source = Seeded(5)
    let sorted = try Self.inOrder.shuffled(using: &source).map { try EDTF($0) }
      .sorted { EDTF.SortKey($0) < EDTF.SortKey($1) }
    #expect(sorted.map(\.description) == Self.inOrder)
  }

  @Test func `sorts as text as it sorts as a key`() throws {
    var source = Seeded(6)
    let texts = Self.inOrder + (0..<200).map { _ in Grown.value(&source).text }
    let keys = try texts.map { try EDTF.SortKey(EDTF($0)) }
    for (left, right) in zip(keys, keys.shuffled(using: &source)) {
      #expect((left < right) == (left.sortable < right.sortable))
    }
  }

  @Test func `begins with the latest end where the order descends`() throws {
    let values = try ["1998/2001", "2000/..", "1999", "2000/2001"].map { try EDTF($0) }
    let sorted = values.sorted {
      EDTF.SortKey($0, order: .descending) < EDTF.SortKey($1, order: .descending)
    }
    #expect(sorted.map(\.description) == ["2000/..", "2000/2001", "1998/2001", "1999"])
  }
}
