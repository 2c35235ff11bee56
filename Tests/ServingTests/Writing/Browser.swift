import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Serving

/// Somebody at a browser: it keeps a cookie and says which page a form was on.
final class Browser {
  let responder: Responder
  var cookie: String?
  var origin: String? = "http://127.0.0.1:8137"

  init(_ responder: Responder) { self.responder = responder }

  /// The fields that a browser adds to every request.
  private var fields: HTTPFields {
    var fields: HTTPFields = [.accept: "text/html,application/xhtml+xml"]
    fields[.cookie] = cookie
    return fields
  }

  func get(_ path: String) async throws -> Answer {
    try await responder.get(path, headers: fields)
  }

  /// Sends a form.
  /// - Parameter more: fields of the head that come besides, or in place of the usual.
  func post(
    _ path: String, _ form: [String: String], more: HTTPFields = [:]
  ) async throws -> Answer {
    let text = form.map { "\(Browser.encoded($0))=\(Browser.encoded($1))" }.joined(separator: "&")
    var fields = self.fields
    fields[.contentType] = "application/x-www-form-urlencoded"
    fields[.contentLength] = String(text.utf8.count)
    fields[.origin] = origin
    for field in more { fields[field.name] = field.value.isEmpty ? nil : field.value }
    let answer = try await responder.get(
      path, method: .post, headers: fields, body: .init(buffer: ByteBuffer(string: text)))
    if let set = answer.header(.setCookie) {
      cookie = set.contains("Max-Age=0") ? nil : String(set.prefix { $0 != ";" })
    }
    return answer
  }

  /// Sends a body as it is.
  func post(_ body: String, type: String, to path: String) async throws -> Answer {
    var fields = self.fields
    fields[.contentType] = type
    fields[.contentLength] = String(body.utf8.count)
    fields[.origin] = origin
    return try await responder.get(
      path, method: .post, headers: fields, body: .init(buffer: ByteBuffer(string: body)))
  }

  /// Opens the link that the program prints and says who is there.
  @discardableResult
  func signIn(as name: String = "A. Reader") async throws -> Answer {
    let link = try #require(URLComponents(string: responder.invite(as: nil)))
    let secret = try #require(link.queryItems?.first?.value)
    return try await post("/sign-in", ["link": secret, "name": name])
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
