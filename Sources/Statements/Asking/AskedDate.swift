package import Chronology

/// A date as it was typed, as a question.
package struct AskedDate: Hashable, Sendable {
  package let typed: String
  package let edtf: EDTF
  package let question: Question

  /// Whether it is one single day.
  package var isDay: Bool { question.first == question.last }

  package init(_ typed: String) throws(AskedDateError) {
    let edtf: EDTF
    do {
      edtf = try EDTF(typed)
    } catch {
      throw AskedDateError(typed: typed, reason: .noDate(error))
    }
    guard let asked = Question(during: edtf) else {
      throw AskedDateError(typed: typed, reason: .outOfRange)
    }
    self.typed = typed
    self.edtf = edtf
    question = asked.first == asked.last ? Question(on: asked.first) : asked
  }
}

/// Why words are no date that can be asked about.
package struct AskedDateError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case noDate(EDTFError)
    /// Its years lie outside the days that can be counted.
    case outOfRange
  }
  package let typed: String
  package let reason: Reason

  /// What is wrong, and what a good date looks like: one sentence without a full stop.
  package var description: String {
    let good = "a date looks like 2012-06-01, 2012-06, 2012 or 2011/2013"
    return switch reason {
    // What is wrong at a byte helps where a date was meant, not where words were typed.
    case .noDate(let error) where typed.contains(where: \.isNumber): "\(error); \(good)"
    case .noDate: "“\(typed)” is no date; \(good)"
    case .outOfRange: "“\(typed)” lies outside the years that can be counted; \(good)"
    }
  }
}
