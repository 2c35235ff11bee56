import ArgumentParser
import Chronology
import Statements

/// The day or period that a question is about.
struct QuestionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which were running on this day; of a month or year, at any time in it.",
      valueName: "date"),
    transform: { try AskedDate(argument: $0) })
  var on: AskedDate?

  @Option(
    help: ArgumentHelp("Which were running at any time in this period.", valueName: "date/date"),
    transform: { try AskedDate(argument: $0) })
  var during: AskedDate?

  /// Both at once where both are given.
  var question: Question? {
    guard let on else { return during?.question }
    return during.map { on.question.and($0.question) } ?? on.question
  }

  /// The asked days for a person to read: " on 1 June 2012", " in 2011–2013"; empty where none are.
  var words: String {
    (on.map { $0.isDay ? " on \($0.question.words)" : " in \($0.question.words)" } ?? "")
      + (during.map { " in \($0.question.words)" } ?? "")
  }

  /// What must be said of a question that is not the one that was typed; nil where it is.
  var remark: String? {
    guard let on, !on.isDay else { return nil }
    return "“\(on.typed)” is no single day: asked is whether a mission ran at any time in "
      + "\(on.question.words)."
  }
}

extension AskedDate {
  /// - Throws: `ValidationError` that says what is wrong with it and what a good date looks like.
  init(argument: String) throws {
    do { self = try AskedDate(argument) } catch { throw ValidationError("\(error).") }
  }
}
