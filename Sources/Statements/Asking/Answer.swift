package import Chronology

/// The answer to a question about one mission, in three values, with what decided it.
package struct Answer: Hashable, Sendable {
  package let account: Account
  package let truth: Truth
  /// What decided it, in words: "begins sometime in 2021, so 1 June 2021 may lie before it".
  package let reason: String
  /// What the answer rests on; never empty.
  package let passages: [Passage]

  package init(account: Account, truth: Truth, reason: String, passages: [Passage]) {
    self.account = account
    self.truth = truth
    self.reason = reason
    self.passages = passages
  }

  /// Asks one mission.
  package init(to question: Question, about account: Account) {
    self = question.others.reduce(Answering(question: question, account: account).answer) {
      $0.and(Answer(to: $1, about: account))
    }
  }
}

extension Answer {
  /// Both answers at once, about one mission: the lesser one, with what decided either.
  private func and(_ other: Answer) -> Answer {
    let reasons = reason == other.reason ? [reason] : [reason, other.reason]
    return Answer(
      account: account, truth: min(truth, other.truth), reason: reasons.joined(separator: "; "),
      passages: passages + other.passages.filter { !passages.contains($0) })
  }

  /// The order in which answers are listed: certainly, possibly, no; then as accounts are.
  package static func precedes(_ left: Answer, _ right: Answer) -> Bool {
    left.truth == right.truth
      ? Account.precedes(left.account, right.account) : left.truth > right.truth
  }
}
