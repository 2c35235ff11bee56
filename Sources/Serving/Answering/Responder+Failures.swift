internal import HTTPTypes
internal import Keeping
internal import Logging
internal import Publishing

extension Responder {
  /// The answer that says why there is none.
  func reply(
    to request: HTTPRequest, failure: any Error, _ logger: Logger
  ) -> Reply {
    let problem = Problem(failure)
    if problem.status == .internalServerError {
      logger.error("failed", metadata: ["reason": "\(failure)"])
    }
    var reply = isForPerson(request) ? page(problem, request) : .problem(problem.json)
    reply.status = problem.status
    reply.headers.append(contentsOf: problem.headers)
    reply.headers[.cacheControl] = "no-store"
    return reply
  }

  /// Whether a browser shows the answer: it asks for HTML by name, and not for another form.
  private func isForPerson(_ request: HTTPRequest) -> Bool {
    guard request.headerFields[.accept]?.contains("text/html") == true else { return false }
    let path = request.path?.prefix { $0 != "?" } ?? ""
    return !path.hasSuffix(".json") && !path.hasSuffix(".csv")
  }

  private func page(_ problem: Problem, _ request: HTTPRequest) -> Reply {
    let language = Preference.language(
      request.headerFields[.acceptLanguage], among: site.wordings.map(\.language))
    let frame = PageFrame(
      wording: site.wording(language), addresses: Addresses(), files: site.files.references,
      languages: [], twins: [])
    let page = ProblemPage(
      status: problem.status.code, title: problem.title, detail: problem.detail,
      leadsToSignIn: problem.status == .unauthorized)
    return .html(page.html(frame))
  }
}

extension Problem {
  /// The problem that an error means. What is not the reader's fault is said without details.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let refusal as UploadRefusal: self = .badParameter(refusal.field, refusal.words)
    case let error as RegisterError where error.reason == .locked:
      self.init(
        .serviceUnavailable, "The register is locked by another program; try again.",
        headers: [.retryAfter: "5"])
    case let error as RegisterError where error.reason == .cancelled:
      self.init(.serviceUnavailable, "The answer was stopped.")
    case let error as RegisterError where error.reason == .refused:
      self.init(.unprocessableContent, "The register refuses it: \(error.detail).")
    case let error as RegisterError where error.reason == .diskFull:
      self.init(
        .init(code: 507, reasonPhrase: "Insufficient Storage"),
        "No space is left for the register; nothing was changed.")
    case is CancellationError: self.init(.serviceUnavailable, "The answer was stopped.")
    default:
      self.init(
        .internalServerError, "The register could not be read; the server's log says why.")
    }
  }
}
