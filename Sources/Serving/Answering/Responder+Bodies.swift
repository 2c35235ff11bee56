internal import HTTPTypes

extension Responder {
  /// What a request brings besides its address.
  struct Brought: Sendable {
    let pairs: [Target.Pair]
    var files: [UploadBody.File] = []
  }

  /// The parameters of a page, which are in its address, or those of an action, which are in its
  /// body; that is read no further and no longer than it may be.
  func body(
    of request: HTTPRequest, _ asked: Asked, _ intake: Intake
  ) async throws -> Brought {
    let kind = asked.route.body
    let limit = kind == .files ? limits.upload : limits.body
    if guards.contains(.bodyLength) { try limits.check(bodyOf: request, atMost: limit) }
    guard kind != .none else { return Brought(pairs: asked.target.query) }
    if let pair = asked.target.query.first {
      throw Problem.badParameter(pair.name, "An action has its parameters in its body.")
    }
    let bytes = try await bytes(of: intake, atMost: limit, kind)
    let type = request.headerFields[.contentType]
    guard kind == .files else { return Brought(pairs: try FormBody.pairs(bytes, type: type)) }
    let body = try UploadBody(bytes, type: type)
    return Brought(pairs: body.pairs, files: body.files)
  }

  private func bytes(
    of intake: Intake, atMost limit: Int, _ kind: Route.Body
  ) async throws -> [UInt8] {
    let limit = guards.contains(.body) ? limit : nil
    guard guards.contains(.time) else { return try await intake.bytes(atMost: limit) }
    let time = kind == .files ? limits.uploadTime : limits.time
    return try await within(time) { try await intake.bytes(atMost: limit) }
  }
}
