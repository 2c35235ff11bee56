import ArgumentParser
import Keeping

/// Which part of a long listing is shown.
struct PagingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Show at most so many missions, and count the rest.", valueName: "number"),
    transform: { try PagingOptions.count($0) })
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Go on behind the page that ended with this word.", valueName: "word"),
    transform: { try PagingOptions.end($0) })
  var after: PageEnd?

  func validate() throws {
    if after != nil, limit == nil { throw ValidationError("--after goes with --limit.") }
  }

  /// Says how the next page is asked for.
  func say(_ next: PageEnd?, on console: inout Console) {
    if let next { console.say("  The next page: --after \(next.token)") }
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(text), (1...1_000_000).contains(count) else {
      throw ValidationError("“\(text)” is no number of missions, such as 20.")
    }
    return count
  }

  private static func end(_ text: String) throws -> PageEnd {
    guard let end = PageEnd(token: text) else {
      throw ValidationError("“\(text)” is no word that a page ended with; leave out --after.")
    }
    return end
  }
}
