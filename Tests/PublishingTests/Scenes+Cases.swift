import Chronology
import Statements

extension Scene {
  /// Seven missions and programmes of one country, with stated, open and inherited periods that
  /// share their boundary years.
  static func iraq(asOf: Day? = nil) throws -> Scene {
    try Scene(
      "dossiers/nato-and-iraq.txt", asOf: asOf,
      [
        Mission(
          acronym: "NMI II", name: "NATO Mission Iraq II", start: .on("2021"), end: .open,
          events: [(.expanded, "2021-02", "Ministers of defence agree that the mission grows")]),
        Mission(
          acronym: "NMI I", name: "NATO Mission Iraq I", start: .on("2018"), end: .on("2021"),
          events: [(.decided, "2018-10", "The Alliance agrees to set up a mission that advises")]),
        .inherited(
          nil, "Global Coalition to Defeat ISIS/Daesh", within: "2011/2018",
          events: [
            (.decided, "2016", "The summit decides on surveillance aircraft for the Coalition"),
            (.deployed, "2017-01", "A core team of a few people starts its work in Baghdad"),
            (.joined, "2017-05", "The Alliance itself becomes a member of the Coalition"),
          ]),
        .inherited(
          nil, "NATO-Iraq out-of-country training", within: "2011/2018", place: "Iraq, Jordan",
          events: [
            (.resumed, "2014", "Training starts again, from Jordan at first"),
            (.decided, "2015-07", "A package of measures to build capacity is agreed"),
            (.launched, "2016-04", "The first course for trainers opens for 350 officers"),
            (.deployed, "2017", "Eight people move to Baghdad"),
          ]),
        .inherited(
          "NATO-DCB", "Defence and Related Security Capacity Building Initiative",
          within: "2011/2018",
          events: [(.decided, "2014", "Leaders say that they are ready to consider measures")]),
        .inherited(
          "NATO-IPCP", "Individual Partnership and Cooperation Programme", within: "2011/2018",
          events: [
            (.event, "2011", "Iraq becomes a partner"),
            (.signed, "2012-09", "The programme for dialogue and cooperation is signed"),
          ]),
        Mission(
          acronym: "NTM-I", name: "NATO Training Mission in Iraq", start: .on("2004"),
          end: .on("2011-12-31"),
          events: [
            (.decided, "2004-06", "The allies in Istanbul agree to help with training"),
            (.closed, "2011-12-31", "The mission ends for want of an agreement on legal status"),
          ]),
      ])
  }

  static func oneDay() throws -> Scene {
    try Scene(
      "concordia.txt",
      [
        Mission(
          acronym: nil, name: "Handover ceremony", start: .on("2003-03-31"),
          end: .on("2003-03-31"), reason: "stated in the text", place: "Skopje",
          events: [(.takeover, "2003-03-31", "The Union takes over from the Alliance")])
      ])
  }

  /// Many missions over sixty years, from a day to thirty years long, some with many events.
  static func forty() throws -> Scene {
    let places = ["Cyprus", "Lebanon", "Cambodia", "Haiti", "Bosnia and Herzegovina", "Mali"]
    return try Scene(
      "un-missions.txt",
      (0..<40).map { index in
        let year = 1948 + index * 3 / 2
        let length = [0, 1, 3, 7, 12, 30][index * 7 % 6]
        let end: Period.Bound =
          index % 9 == 8 ? .open : index % 11 == 10 ? .unstated : try .on("\(year + length)")
        let events = (0..<(index * 5 % 4)).map { event in
          let month = String(event * 5 % 12 + 101).dropFirst()
          return (
            [Property.authorised, .extended, .drawdown][event % 3],
            "\(year + event)-\(month)", "The Council decides in resolution \(400 + index * 7)"
          )
        }
        return Mission(
          acronym: index % 5 == 4 ? nil : "UNM\(index + 1)",
          name: "United Nations Mission \(index + 1) in \(places[index % 6])",
          start: try .on("\(year)"), end: end, reason: "stated in the list",
          organisation: "United Nations", place: places[index % 6],
          events: events)
      })
  }

  static func openBegins() throws -> Scene {
    try Scene(
      "presences.txt",
      [
        Mission(acronym: "OMIK", name: "OSCE Mission in Kosovo", end: .on("2007"), place: "Kosovo"),
        Mission(
          acronym: "AG", name: "Assistance Group to Chechnya", start: .unknown,
          end: .on("2002-12-31"), place: "Chechnya"),
        Mission(
          acronym: "EULEX", name: "European Union Rule of Law Mission", start: .open,
          end: .on("2018-06-14"), place: "Kosovo"),
        Mission(
          acronym: nil, name: "A presence of which nothing is dated", origin: .unstated,
          reason: "nothing in the document dates it"),
      ])
  }

  static func hostile() throws -> Scene {
    try Scene(
      "evil\u{1B}[2J\u{7}.txt",
      [
        Mission(
          acronym: "</text><script>alert(1)</script>", name: "A & B <b>\"'\u{1}\u{FFFE}\u{1B}[31m",
          start: .on("2001"), end: .on("2003-02-01"), reason: "stated ]]> & more",
          events: [
            (.established, "2001-09", "“Text” </title> \u{202E}desrever\u{202C} \u{0} &amp;")
          ]),
        Mission(
          acronym: nil, name: "国際連合イラク支援ミッション 👩‍👩‍👧‍👦 e\u{301}quipe العراق בגדאד",
          start: .on("2002"), end: .open),
        Mission(
          acronym: String(repeating: "Zuständigkeitsübertragung", count: 6),
          name: String(repeating: "NeverEnding", count: 40), start: .on("2002-05"),
          end: .unknown,
          events: (0..<30).map {
            (.extended, "2002-\(String(101 + $0 % 12).dropFirst())", "Again \($0)")
          }),
        Mission(acronym: "\u{202E}\u{200B}", name: "\n\t", start: .on("2003"), end: .unstated),
      ])
  }

  static func all() throws -> [(name: String, scene: Scene)] {
    [
      ("iraq", try iraq()), ("iraq-as-of", try iraq(asOf: Day(year: 2022, month: 6, day: 1))),
      ("one-day", try oneDay()), ("forty", try forty()), ("open-begins", try openBegins()),
      ("empty", try Scene("empty.txt", [])), ("hostile", try hostile()),
    ]
  }
}
