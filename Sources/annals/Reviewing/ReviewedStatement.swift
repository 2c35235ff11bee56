import Chronology
import Keeping
import Publishing
import Statements

extension StatementID {
  /// The first eight digits, which mostly are enough to name it.
  var short: String { String(rawValue.prefix(8)) }
}

extension Reviewable {
  /// `NTM-I  closed  on 31 December 2011: ended`.
  func words(_ labels: Labels) -> String {
    let date = statement.valid.map { DateWords.of($0) + ": " } ?? ""
    return "\(label.printable)  \(labels[statement.property])  \(date)"
      + statement.value.words.printable
  }

  /// Who decided what, when and why; nil while nobody did.
  var decisionWords: String? { decision.map(\.words) }

  /// Two lines: what is said, and where.
  func print(_ labels: Labels, on console: inout Console) throws(OutletError) {
    try console.print("\(console.tinted(id.short, .strong))  \(words(labels))")
    for passage in statement.passages {
      let place = document.placeWords(of: passage)
      try console.print("\(place) “\(passage.quote.printable)”", indent: 10)
    }
    if let decisionWords { try console.print(decisionWords.printable, indent: 10) }
  }

  var json: JSON {
    JudgedStatement(
      id: id, statement: statement, label: label, decisions: decision.map { [$0] } ?? [],
      isProposed: isProposed
    ).json(in: document)
  }
}

extension Decision {
  /// `accepted by A. Reader on 2024-03-01T10:00:00Z: seen in the annex`.
  var words: String {
    var words = "\(verdict.word) by \(by), \(recorded)"
    if case .amended(let statement) = verdict {
      let date = statement.valid.map { DateWords.of($0) + ": " } ?? ""
      words += ", to “\(date)\(statement.value.words)”"
    }
    return words + (note.map { ": \($0)" } ?? "")
  }
}
