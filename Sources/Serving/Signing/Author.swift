internal import HTTPTypes
internal import Keeping

/// Who is signed in, under whose name everything is recorded that the request changes.
struct Author: Hashable, Sendable {
  let name: String
  /// How the request shows it.
  let proof: Proof

  enum Proof: Hashable, Sendable {
    /// A cookie: the digests of its session and of the token that began it, if one did.
    case session(String, token: String?)
    /// A token of that name.
    case token(String)
  }

  var isByToken: Bool {
    if case .token = proof { true } else { false }
  }

  /// How many UTF-8 bytes a name has at most.
  static let longest = 100

  /// A name that a decision can carry, without white space at its ends.
  static func checked(_ name: String?) throws(Problem) -> String {
    let name = (name ?? "").trimmed
    guard !name.isEmpty else {
      throw .badParameter("name", "Whose decisions will it be? A decision without a name is none.")
    }
    guard name.utf8.count <= longest,
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw .badParameter("name", "A name is one line of at most \(longest) bytes.")
    }
    return name
  }
}

/// The cookie that holds the secret of a session; only those have one who signed in.
///
/// Source: RFC 6265bis, sections 4.1 and 5.6.
struct SessionCookie: Sendable {
  /// Cookies are not kept apart by port, so the port is in the name, lest two servers of one machine
  /// sign each other's authors out. Where only TLS leads here, the name's begin makes browsers refuse
  /// it from anywhere else.
  let name: String
  private let attributes: String

  /// - Parameter isSecure: whether browsers reach the server by TLS.
  init(port: Int, isSecure: Bool, _ guards: Guards) {
    name = isSecure ? "__Host-annals" : "annals-\(port)"
    attributes =
      "; Path=/" + (guards.contains(.cookie) ? "; HttpOnly; SameSite=Strict" : "")
      + (isSecure ? "; Secure" : "")
  }

  /// The secret that a request brings; nil for readers.
  func secret(in request: HTTPRequest) -> String? {
    for field in request.headerFields[values: .cookie] {
      for pair in field.split(separator: ";") {
        let sides = pair.trimmed.split(separator: "=", maxSplits: 1)
        if sides.count == 2, sides[0] == name { return String(sides[1]) }
      }
    }
    return nil
  }

  /// The field that hands out a secret: it lasts as long as the browser runs.
  func handing(out secret: String) -> String { "\(name)=\(secret)\(attributes)" }

  /// The field that takes it back.
  var takenBack: String { "\(name)=\(attributes); Max-Age=0" }
}
