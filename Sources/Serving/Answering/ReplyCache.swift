internal import HTTPTypes
internal import Synchronization

/// Answers for readers that were made already, so that what many ask is made once.
///
/// An answer is kept under the tag of its state, which is asked anew of the register for each request:
/// one that is not true any more is never found, and goes when newer ones need its room.
final class ReplyCache: Sendable {
  struct Key: Hashable, Sendable {
    /// Names the state of the register, the program and the language.
    let tag: String
    let path: [String]
    let query: [Target.Pair]
    let format: Form
  }

  /// The newest answers, and those before them: when the first are too much, the second go.
  private struct Shelf {
    var new: [Key: Reply] = [:]
    var old: [Key: Reply] = [:]
    var bytes = 0
  }

  private let shelf = Mutex(Shelf())
  /// How many bytes either half holds at most.
  private let room: Int

  /// - Parameter room: how many bytes of answers are kept at most.
  init(room: Int) { self.room = room / 2 }

  subscript(key: Key) -> Reply? {
    shelf.withLock { shelf in
      if let reply = shelf.new[key] { return reply }
      guard let reply = shelf.old[key] else { return nil }
      ReplyCache.keep(reply, key, &shelf, room)
      return reply
    }
  }

  /// Keeps an answer that anybody may get again: a whole one that says nothing against it.
  func keep(_ reply: Reply, _ key: Key) {
    guard reply.status == .ok, reply.headers[.cacheControl] == nil, reply.body.count <= room / 4
    else { return }
    shelf.withLock { ReplyCache.keep(reply, key, &$0, room) }
  }

  private static func keep(_ reply: Reply, _ key: Key, _ shelf: inout Shelf, _ room: Int) {
    if shelf.bytes + reply.body.count > room {
      shelf.old = shelf.new
      shelf.new = [:]
      shelf.bytes = 0
    }
    guard shelf.new.updateValue(reply, forKey: key) == nil else { return }
    shelf.bytes += reply.body.count + 1_000
  }
}
