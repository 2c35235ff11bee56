package import HTTPTypes
internal import Publishing

/// Why a request is not answered, for a program (RFC 9457) or a person.
package struct Problem: Error, Sendable {
  package let status: HTTPResponse.Status
  /// One sentence, or two: what is wrong and what to do about it.
  package let detail: String
  /// The parameter that is wrong; nil where none is.
  package let field: String?
  /// Header fields that the answer must have besides.
  package var headers: HTTPFields

  init(
    _ status: HTTPResponse.Status, _ detail: String, field: String? = nil, headers: HTTPFields = [:]
  ) {
    self.status = status
    self.detail = detail
    self.field = field
    self.headers = headers
  }

  /// What is always so of problems of this status.
  var title: String { status.reasonPhrase }

  var json: JSON {
    .object(
      [
        ("type", "about:blank"), ("title", .string(title)), ("status", JSON(status.code)),
        ("detail", .string(detail)),
      ] + (field.map { [("field", .string($0))] } ?? []))
  }
}

extension Problem {
  static func notFound(_ detail: String) -> Problem { Problem(.notFound, detail) }

  /// A parameter of the address that cannot be used.
  static func badParameter(_ name: String, _ detail: String) -> Problem {
    Problem(.badRequest, detail, field: name)
  }
}
