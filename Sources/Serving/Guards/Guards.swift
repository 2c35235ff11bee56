/// The guards that keep out what a server must not do, by name.
///
/// A server has all of them. That they can be taken away one by one is for tests, which show that an
/// attack succeeds without its guard, so that the refusal is the guard's work and no accident.
package struct Guards: OptionSet, Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Only requests that name this server as their host.
  static let host = Guards(rawValue: 1 << 0)
  /// Changes only by pages of this server.
  static let origin = Guards(rawValue: 1 << 1)
  /// Changes only by those who signed in.
  static let author = Guards(rawValue: 1 << 2)
  /// Nothing is changed by a server that was started to be read only.
  static let writing = Guards(rawValue: 1 << 3)
  /// A link that signs in does so once.
  static let linkOnce = Guards(rawValue: 1 << 4)
  /// Links and sessions end.
  static let expiry = Guards(rawValue: 1 << 5)
  /// The cookie is not for scripts, nor for pages of other sites.
  static let cookie = Guards(rawValue: 1 << 6)
  /// The header fields that protect a page.
  static let fields = Guards(rawValue: 1 << 7)
  /// How long an address may be.
  static let target = Guards(rawValue: 1 << 8)
  /// A body that says it is too long is refused before it is read.
  static let bodyLength = Guards(rawValue: 1 << 9)
  /// A body is read no further than it may be long.
  static let body = Guards(rawValue: 1 << 10)
  /// How long an answer, or a body on its way, may take.
  static let time = Guards(rawValue: 1 << 11)
  /// How many requests are answered at the same time.
  static let requests = Guards(rawValue: 1 << 12)

  /// A token that was revoked signs in nobody.
  static let revocation = Guards(rawValue: 1 << 13)
  /// Where other machines reach the server, only those who signed in read.
  static let reading = Guards(rawValue: 1 << 14)

  package static let all = Guards(rawValue: (1 << 15) - 1)
}
