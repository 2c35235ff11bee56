/// Why a command stopped: what is wrong, with the place in it, and what the user can do.
struct Failure: Error, Sendable {
  let outcome: Outcome
  /// One sentence part without a full stop: "Dossiers/a.txt, byte 14: not UTF-8".
  let what: String
  /// What to do about it, as a sentence part; nil where there is nothing to do.
  let remedy: String?

  init(_ outcome: Outcome, _ what: String, remedy: String? = nil) {
    self.outcome = outcome
    self.what = what
    self.remedy = remedy
  }

  /// The words for standard error.
  var message: String { "annals: \(what)" + (remedy.map { "\n  \($0)" } ?? "") }
}
