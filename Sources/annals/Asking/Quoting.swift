import Chronology
import Publishing
import Statements

extension Console {
  /// A passage with its place: `nato-iraq.txt:57 “…”`.
  mutating func quote(
    _ passage: Passage, in document: Document, indent: Int
  ) throws(OutletError) {
    try print(
      "\(document.placeWords(of: passage)) “\(passage.quote.printable)”", indent: indent)
  }

  /// The passages of an account, at most so many, and how many there are besides.
  mutating func quote(
    _ passages: [Passage], of account: Account, indent: Int, atMost limit: Int = .max
  ) throws(OutletError) {
    for passage in passages.prefix(limit) {
      try quote(passage, in: account.document(holding: passage), indent: indent)
    }
    if passages.count > limit { try print("… and \(passages.count - limit) more", indent: indent) }
  }

  /// One of the three answers, set off.
  func tinted(_ truth: Truth) -> String {
    switch truth {
    case .certainly: tinted(truth.description, .good)
    case .possibly: tinted(truth.description, .doubtful)
    case .no: tinted(truth.description, .faint)
    }
  }
}
