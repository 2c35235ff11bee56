internal import Chronology

/// One question put to one account.
struct Answering {
  let question: Question
  let account: Account

  var answer: Answer {
    Answer(account: account, truth: .possibly, reason: "", passages: [account.mission.passage])
  }
}
