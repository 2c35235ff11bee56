internal import Chronology
internal import Statements

extension Timeline {
  /// What the drawing is about: `Timeline of 7 missions, 2004 to 2021`.
  package var heading: String {
    let count = lanes.count + undated.count
    guard count > 0 else { return "Timeline without missions" }
    let missions = count == 1 ? (lanes + undated)[0].label : "\(count) missions"
    guard let axis, let from = axis.earliest.date?.year, let to = axis.latest.date?.year else {
      return "Timeline of \(missions)"
    }
    let years =
      from == to ? DateWords.year(from) : "\(DateWords.year(from)) to \(DateWords.year(to))"
    return "Timeline of \(missions), \(years)"
  }

  /// The names of the documents that the missions are from, each once, in order.
  package var documents: [String] {
    Set((lanes + undated).map(\.document.printable)).sorted()
  }

  /// All that a drawing shows, in words: a line for each mission and below it one for each event.
  package var description: String {
    let lines = lanes.flatMap { lane in
      [lane.sentence] + lane.marks.map { "– " + $0.sentence }
    }
    let rest = undated.map { "Not dated: \($0.fullName)." }
    return ([heading + "."] + lines + rest).joined(separator: "\n")
  }
}

extension Timeline.Lane {
  /// `NTM-I, NATO Training Mission in Iraq`.
  package var fullName: String {
    (name == label ? label : "\(label), \(name)").printable
  }

  fileprivate var sentence: String {
    let setting = (organisations + places).joined(separator: ", ")
    let place = setting.isEmpty ? "" : " (\(setting))"
    return "\(fullName)\(place): \(periodAndOrigin).".printable
  }
}

extension Timeline.Mark {
  /// `October 2018, decided: “NATO agreed …” (nato-iraq.txt, line 19).`
  package var sentence: String {
    "\(DateWords.of(date)), \(property.words): “\(clause)” (\(place)).".printable
  }
}
