internal import HTTPTypes
internal import Publishing

/// What a route answers, before the headers that every answer has.
struct Reply: Sendable {
  var status: HTTPResponse.Status = .ok
  var headers: HTTPFields = [:]
  var body: [UInt8]

  private init(_ type: String, _ body: [UInt8]) {
    self.body = body
    headers[.contentType] = type
  }

  static func html(_ page: HTMLWriter) -> Reply { Reply("text/html; charset=utf-8", page.bytes) }

  static func json(_ json: JSON) -> Reply {
    Reply("application/json", Array((json.text() + "\n").utf8))
  }

  static func problem(_ json: JSON) -> Reply {
    Reply("application/problem+json", Array((json.text() + "\n").utf8))
  }

  /// A text that is shown as such, never as what it may pretend to be.
  static func text(_ text: String) -> Reply {
    Reply("text/plain; charset=utf-8", Array(text.utf8))
  }

  static func csv(_ text: String) -> Reply {
    Reply("text/csv; charset=utf-8; header=present", Array(text.utf8))
  }

  static func file(_ bytes: [UInt8], type: String) -> Reply { Reply(type, bytes) }

  /// An answer that leads elsewhere.
  static func redirect(to link: Link) -> Reply {
    var reply = Reply("text/plain; charset=utf-8", [])
    reply.status = .seeOther
    reply.headers[.location] = link.text
    return reply
  }

  /// The next page of a list, for programs.
  ///
  /// Source: RFC 8288.
  func with(next: Link?) -> Reply {
    guard let next else { return self }
    var reply = self
    reply.headers[.link] = "<\(next.text)>; rel=\"next\""
    return reply
  }
}

extension HTTPField.Name {
  static let link = Self("Link")!
}
