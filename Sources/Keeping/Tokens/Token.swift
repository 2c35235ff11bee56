/// What a script signs in by: a secret that stands for a person, of which only the digest is kept.
package struct Token: Hashable, Sendable {
  /// What it is called, by whoever added it; no two that hold are called the same.
  package let name: String
  /// Under whose name everything is recorded that is done by it.
  package let author: String
  /// When it was added: ISO 8601, UTC, as all that follow.
  package let created: String
  /// From when on it does not hold any more; nil for never.
  package let expires: String?
  /// When it was last used, to the minute.
  package let used: String?
  /// When it was revoked; nil while it was not.
  package let revoked: String?

  /// `valid`, `expired` or `revoked`.
  /// - Parameter moment: the time now.
  package func state(at moment: String) -> String {
    if revoked != nil { return "revoked" }
    return expires.map { moment >= $0 } ?? false ? "expired" : "valid"
  }

  /// What every token begins with, so that who finds one in a file knows what it is.
  package static let begin = "annals_"
}
