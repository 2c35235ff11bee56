import Keeping
import Statements

/// What became of one input.
struct Verdict: Sendable {
  enum Kind: String, Sendable {
    /// New in the register.
    case read
    /// The register knew the document, but not all that was read now.
    case updated
    /// The register knew all of it.
    case known
    case failed
  }

  let path: String
  let kind: Kind
  let proposals: Proposals?
  let addition: Addition?
  let failure: Failure?

  init(path: String, proposals: Proposals, addition: Addition) {
    self.path = path
    self.proposals = proposals
    self.addition = addition
    failure = nil
    kind = addition.isNewDocument ? .read : addition.isNothing ? .known : .updated
  }

  init(path: String, failure: Failure) {
    self.path = path
    self.failure = failure
    proposals = nil
    addition = nil
    kind = .failed
  }
}
