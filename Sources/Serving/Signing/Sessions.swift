internal import Foundation
internal import HTTPTypes
internal import Keeping
internal import Synchronization

/// Who is signed in by a browser, and the links that sign in. They are kept in memory, as digests,
/// and end with the program.
final class Sessions: Sendable {
  /// A link that signs in.
  struct Invitation: Hashable, Sendable {
    /// Whom it signs in; nil where the person says so.
    let name: String?
    let ends: Date
  }

  /// What is told on the next page that somebody sees.
  struct Notice: Hashable, Sendable {
    let text: String
    /// The action that can be taken back there; nil for none.
    let action: String?
  }

  private struct Session {
    let name: String
    let began: Date
    /// The digest of the token that began it; nil where a link did.
    let token: String?
    var notice: Notice?
  }

  private struct State {
    var invitations: [(digest: String, invitation: Invitation)] = []
    var sessions: [String: Session] = [:]
  }

  /// How long a link holds.
  static let linkLife: TimeInterval = 15 * 60
  /// How long somebody stays signed in: a day's work.
  static let life: TimeInterval = 12 * 60 * 60
  /// How many are signed in at the same time; the one that began first gives way.
  static let most = 64

  private let state = Mutex(State())
  private let guards: Guards
  private let now: @Sendable () -> Date

  init(_ guards: Guards, now: @escaping @Sendable () -> Date) {
    self.guards = guards
    self.now = now
  }

  /// The secret of a new link.
  func invite(as name: String?) -> String {
    let secret = Secret.random()
    let now = now()
    let invitation = Invitation(name: name, ends: now + Sessions.linkLife)
    if let digest = Secret.digest(secret) {
      state.withLock { state in
        if guards.contains(.expiry) { state.invitations.removeAll { $0.invitation.ends <= now } }
        state.invitations.append((digest, invitation))
      }
    }
    return secret
  }

  /// The link of a secret, which stays what it is; nil where it was used, has ended or is none.
  func invitation(_ secret: String) -> Invitation? {
    state.withLock { state in place(of: secret, state).map { state.invitations[$0].invitation } }
  }

  /// Uses a link up: the name that it signs in.
  /// - Parameter name: who the person says to be; what the link says comes first.
  func use(_ secret: String, as name: String?) throws(Problem) -> String {
    let found = state.withLock { state in
      place(of: secret, state).map { state.invitations[$0].invitation }
    }
    guard let found else { throw Sessions.noLink }
    // The name first: who mistypes it may try again.
    let name = try Author.checked(found.name ?? name)
    let wasUsed = state.withLock { state in
      guard let place = place(of: secret, state) else { return false }
      if guards.contains(.linkOnce) { state.invitations.remove(at: place) }
      return true
    }
    guard wasUsed else { throw Sessions.noLink }
    return name
  }

  /// The secret of a new session.
  /// - Parameter token: the digest of the token that begins it.
  func begin(as name: String, token: String? = nil) -> String {
    let secret = Secret.random()
    let session = Session(name: name, began: now(), token: token)
    guard let digest = Secret.digest(secret) else { return secret }
    state.withLock { state in
      if state.sessions.count >= Sessions.most,
        let first = state.sessions.min(by: { $0.value.began < $1.value.began })
      {
        state.sessions[first.key] = nil
      }
      state.sessions[digest] = session
    }
    return secret
  }

  /// Whose session a secret is; nil where it has ended or is none.
  func author(_ secret: String) -> Author? {
    guard let digest = Secret.digest(secret) else { return nil }
    return state.withLock { state in
      guard let (key, session) = state.sessions.first(where: { Secret.matches($0.key, digest) })
      else { return nil }
      if guards.contains(.expiry), now() >= session.began + Sessions.life {
        state.sessions[key] = nil
        return nil
      }
      return Author(name: session.name, proof: .session(key, token: session.token))
    }
  }

  /// Signs somebody out.
  func end(_ author: Author) {
    guard case .session(let key, _) = author.proof else { return }
    state.withLock { $0.sessions[key] = nil }
  }

  // MARK: Notices

  /// Tells somebody something on the next page.
  func tell(_ author: Author, _ notice: Notice) {
    guard case .session(let key, _) = author.proof else { return }
    state.withLock { $0.sessions[key]?.notice = notice }
  }

  /// What is to be told to somebody, once.
  func notice(for author: Author) -> Notice? {
    guard case .session(let key, _) = author.proof else { return nil }
    return state.withLock { state in
      defer { state.sessions[key]?.notice = nil }
      return state.sessions[key]?.notice
    }
  }

  private func place(of secret: String, _ state: borrowing State) -> Int? {
    guard let digest = Secret.digest(secret) else { return nil }
    let found = state.invitations.firstIndex { Secret.matches($0.digest, digest) }
    guard let found else { return nil }
    let hasEnded = guards.contains(.expiry) && now() >= state.invitations[found].invitation.ends
    return hasEnded ? nil : found
  }

  private static let noLink = Problem(
    .forbidden,
    "This link has been used, or its time is over. For a new one, send SIGUSR1 to annals serve "
      + "(kill -USR1, with the number that it gave when it started), or sign in by a token.",
    field: "link")
}
