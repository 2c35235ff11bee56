/// What the accounts of one mission say about one thing: each different saying once, however many
/// documents repeat it, so that a hundred documents are compared by the few things they say.
struct Voices<Item> {
  /// A saying, with the account that says it.
  typealias Voice = (account: Account, item: Item)

  /// The first that says it, and the first of another document.
  fileprivate struct Saying {
    let first: Voice
    var other: Voice?
  }

  fileprivate var sayings: [Saying] = []

  /// - Parameters:
  ///   - key: what makes two sayings one.
  ///   - items: what an account says.
  init<Key: Hashable>(
    of group: [Account], by key: (Item) -> Key, _ items: (Account) -> [Item]
  ) {
    var places: [Key: Int] = [:]
    for account in group {
      for item in items(account) {
        guard let place = places[key(item)] else {
          places[key(item)] = sayings.count
          sayings.append(Saying(first: (account, item)))
          continue
        }
        if sayings[place].other == nil,
          sayings[place].first.account.document.id != account.document.id
        {
          sayings[place].other = (account, item)
        }
      }
    }
  }

  /// Every two sayings of different documents.
  var pairs: [(Voice, Voice)] {
    sayings.indices.flatMap { left in
      sayings[(left + 1)...].compactMap { Voices.pair(sayings[left], $0) }
    }
  }

  /// The same of those that have something in common.
  func pairs<Key: Hashable>(alikeIn key: (Item) -> Key) -> [(Voice, Voice)] {
    var places: [Key: Int] = [:]
    var parts: [Voices] = []
    for saying in sayings {
      let key = key(saying.first.item)
      if let place = places[key] {
        parts[place].sayings.append(saying)
      } else {
        places[key] = parts.count
        parts.append(Voices(sayings: [saying]))
      }
    }
    return parts.flatMap(\.pairs)
  }

  private init(sayings: [Saying]) { self.sayings = sayings }

  /// Every one of these with every one of the others, of different documents.
  func pairs<Other>(with others: Voices<Other>) -> [(Voice, Voices<Other>.Voice)] {
    sayings.flatMap { left in others.sayings.compactMap { Voices.pair(left, $0) } }
  }

  /// Nil where one document alone says both.
  private static func pair<Other>(
    _ left: Saying, _ right: Voices<Other>.Saying
  ) -> (Voice, Voices<Other>.Voice)? {
    for a in [left.first, left.other] {
      for b in [right.first, right.other] {
        if let a, let b, a.account.document.id != b.account.document.id { return (a, b) }
      }
    }
    return nil
  }
}
