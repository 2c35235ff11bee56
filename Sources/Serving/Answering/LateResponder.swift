internal import Hummingbird
internal import Logging
internal import Synchronization

/// Passes requests on to a responder that is made when the port is known.
final class LateResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  private let inner = Mutex<(Responder, Logger)?>(nil)

  func set(_ responder: Responder, logger: Logger) {
    inner.withLock { $0 = (responder, logger) }
  }

  /// The path of a new link that signs in; nil where nobody does.
  func invite(as name: String?) -> String? {
    guard let (responder, _) = inner.withLock({ $0 }), responder.takesAuthors else { return nil }
    return responder.invite(as: name)
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    guard let (responder, logger) = inner.withLock({ $0 }) else {
      return Response(status: .serviceUnavailable)
    }
    var context = context
    context.logger = logger
    return try await responder.respond(to: request, context: context)
  }
}
