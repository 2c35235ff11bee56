import HTTPTypes
import Hummingbird
import NIOCore

/// A server that says hello and nothing else: what an answer costs before anything is done for it.
///
///     ServingHello PORT
@main struct Hello {
  static func main() async throws {
    let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8_138
    let responder = CallbackResponder<BasicRequestContext> { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: "hello\n")))
    }
    let application = Application(
      responder: responder,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
    try await application.runService()
  }
}
