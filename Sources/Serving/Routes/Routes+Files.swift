internal import HTTPTypes

extension Route {
  static let files = [
    Route(
      ["files", "{name}"], "A file that pages need: style sheet, script, icon.", formats: [.file],
      parameters: [Parameter("v", "The version that a page was made with.")], access: .anybody
    ) { call in
      guard let file = call.site.files.files[call["name"]] else {
        throw Problem.notFound("There is no file “\(call["name"])”.")
      }
      var reply = Reply.file(file.bytes, type: file.type)
      if call.arguments["v"].map({ file.digest.hasPrefix($0) && $0.count == 12 }) ?? false {
        // The address changes when the file does.
        reply.headers[.cacheControl] = "public, max-age=31536000, immutable"
      }
      return reply
    }
  ]
}
