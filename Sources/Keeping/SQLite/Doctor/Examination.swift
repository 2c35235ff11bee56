/// What an examination of a register found.
package struct Examination: Hashable, Sendable {
  /// How one part of the register is.
  package enum Verdict: String, Hashable, Sendable {
    case sound
    /// It follows from the rest and can be made again.
    case mendable
    /// Something of the record itself is wrong or lost.
    case damaged
    /// It was not looked at, for the reason in the detail.
    case skipped
  }

  /// One part and how it is.
  package struct Check: Hashable, Sendable {
    /// One word, as in `pages`.
    package let part: String
    package let verdict: Verdict
    /// What was looked at, or what is wrong, with the places; never empty.
    package let detail: [String]
    /// What to do; nil where there is nothing to do.
    package let remedy: String?

    init(
      _ part: String, _ verdict: Verdict, _ detail: [String], remedy: String? = nil
    ) {
      self.part = part
      self.verdict = verdict
      self.detail = detail
      self.remedy = remedy
    }
  }

  /// The form of the register and the newest that this program knows.
  package let form: Int
  package let newest: Int
  package let checks: [Check]
  /// Bytes of the file, of it unused, and of the log of what is not yet folded into it.
  package let bytes: Int
  package let unused: Int
  package let log: Int

  /// The worst verdict of all.
  package var verdict: Verdict {
    for verdict in [Verdict.damaged, .mendable]
    where checks.contains(where: { $0.verdict == verdict }) {
      return verdict
    }
    return .sound
  }
}
