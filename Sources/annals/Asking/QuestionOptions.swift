import ArgumentParser
import Chronology
import Statements

/// The day or period that a question is about.
struct QuestionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which were running on this day; of a month or year, at any time in it.",
      valueName: "date"),
    transform: { try AskedDate($0) })
  var on: AskedDate?

  @Option(
    help: ArgumentHelp("Which were running at any time in this period.", valueName: "date/date"),
    transform: { try AskedDate($0) })
  var during: AskedDate?

  func validate() throws {
    if on != nil, during != nil {
      throw ValidationError("Ask either --on a day or --during a period, not both.")
    }
  }

  var asked: AskedDate? { on ?? during }

  /// What must be said of a question that is not the one that was typed; nil where it is.
  var remark: String? {
    guard let on, !on.isDay else { return nil }
    return "“\(on.typed)” is no single day: asked is whether a mission ran at any time in "
      + "\(on.question.words)."
  }
}

/// A date as it was typed, as a question.
struct AskedDate: Sendable {
  let typed: String
  let edtf: EDTF
  let question: Question

  /// Whether it is one single day.
  var isDay: Bool { question.first == question.last }

  /// - Throws: `ValidationError` that says what is wrong with it and what a good date looks like.
  init(_ typed: String) throws {
    let good = "a date looks like 2012-06-01, 2012-06, 2012 or 2011/2013"
    do {
      edtf = try EDTF(typed)
    } catch {
      throw ValidationError("\(error); \(good).")
    }
    guard let asked = Question(during: edtf) else {
      throw ValidationError("“\(typed)” lies outside the years that can be counted; \(good).")
    }
    self.typed = typed
    question = asked.first == asked.last ? Question(on: asked.first) : asked
  }
}
