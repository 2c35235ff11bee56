internal import Keeping
internal import Publishing
internal import Statements

/// What can be asked of the server and what comes back, made from the table of routes.
///
/// Source: OpenAPI Specification 3.1.1.
enum OpenAPI {
  /// - Parameter examples: something that there is, by the first segment of the path.
  static func document(
    of routes: [Route], version: String, examples: [String: String]
  ) -> JSON {
    var paths: [(key: String, value: [(key: String, value: JSON)])] = []
    for route in routes {
      for form in route.formats {
        let operation = (
          key: route.method.rawValue,
          value: operation(route, form, route.path.first.flatMap { examples[$0] })
        )
        let path = path(route, form)
        if let place = paths.firstIndex(where: { $0.key == path }) {
          paths[place].value.append(operation)
        } else {
          paths.append((path, [operation]))
        }
      }
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Annals", "version": .string(version),
        "summary": "Missions over time, with the passage behind every value.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "paths": .object(paths.map { ($0.key, .object($0.value)) }),
      "components": [
        "schemas": ["Problem": problem], "securitySchemes": securitySchemes,
      ],
    ]
  }

  /// `/missions/{id}.json`.
  static func path(_ route: Route, _ form: Form) -> String {
    let path = form.ending.map { Route.path(route.path, ending: $0) } ?? route.path
    return "/" + path.joined(separator: "/")
  }

  private static func operation(_ route: Route, _ form: Form, _ example: String?) -> JSON {
    let captured = route.path.filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
    let language = form == .html ? [] : ["lang"]
    let parameters =
      captured.map { name -> JSON in
        [
          "name": .string(String(name)), "in": "path", "required": true,
          "schema": ["type": "string", "minLength": 1, "pattern": "^[^/\\u0000]+$"],
          "example": JSON(example),
        ]
      }
      + (route.method == .get ? route.parameters : []).filter {
        !language.contains($0.name)
      }.map { parameter -> JSON in
        [
          "name": .string(parameter.name), "in": "query",
          "required": .bool(parameter.isRequired),
          "description": .string(parameter.summary),
          // Forms send their empty fields, which count as not given.
          "schema": form == .html && !parameter.isRequired
            ? ["anyOf": [parameter.schema, ["const": ""]]] : parameter.schema,
        ]
      }
    let common: [(key: String, value: JSON)] = [
      ("summary", .string(route.summary)), ("operationId", .string(name(route, form))),
      ("parameters", .array(parameters)),
    ]
    guard route.method == .get else {
      return .object(common + action(route, form, hasPath: !captured.isEmpty))
    }
    return .object(
      common + [("responses", responses(route, form, hasPath: !captured.isEmpty))])
  }

  /// `missions-id.json`.
  private static func name(_ route: Route, _ form: Form) -> String {
    let words = route.path.map { $0.filter { $0 != "{" && $0 != "}" } }
    let begin = route.method == .get ? "" : "\(route.method.rawValue)-"
    return begin + (words.isEmpty ? "index" : words.joined(separator: "-")) + "." + form.rawValue
  }

  private static func responses(_ route: Route, _ form: Form, hasPath: Bool) -> JSON {
    let types = form == .file ? ["text/css", "text/javascript", "image/svg+xml"] : [form.type]
    let schema: JSON = form == .json ? ["type": "object", "required": ["schema"]] : [:]
    let content = types.map { type in (key: type, value: JSON.object([("schema", schema)])) }
    var responses: [(key: String, value: JSON)] = [
      ("200", ["description": "What was asked for.", "content": .object(content)]),
      ("304", ["description": "Nothing changed since the copy that If-None-Match names."]),
      ("400", problem("A parameter is unknown, given twice or malformed; `field` names it.")),
    ]
    if hasPath || ["timeline", "review", "statements"].contains(route.path.first) {
      responses.append(("404", problem("There is no such thing.")))
    }
    if [["totals"], ["gaps"], ["statements"]].contains(route.path) {
      responses.append(("422", problem("There are too many missions to be asked about at once.")))
    }
    responses += [
      ("414", problem("The address is too long.")),
      ("503", problem("Too much is asked at once, or the register is locked: try again.")),
    ]
    return .object(responses)
  }

  static func problem(_ description: String) -> JSON {
    [
      "description": .string(description),
      "content": [
        "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]],
        "text/html": ["schema": [:]],
      ],
    ]
  }

  /// RFC 9457.
  private static let problem: JSON = [
    "type": "object", "required": ["type", "title", "status", "detail"],
    "properties": [
      "type": ["type": "string"], "title": ["type": "string"],
      "status": ["type": "integer"], "detail": ["type": "string"],
      "field": ["type": "string", "description": "The parameter that is wrong."],
    ],
  ]
}

extension Route {
  /// The routes, and the one that describes them.
  static let served: [Route] =
    all + [
      Route(["openapi"], "This description.", formats: [.json]) { call in
        let register = call.site.register
        let mission = try await register.page(limit: 1).accounts.first?.id.rawValue
        let source = try await register.shelf(limit: 1).first?.id.rawValue
        let open = ReviewFilter(state: .open)
        let statement = try await register.reviewStretch(matching: open, .first, limit: 1)?
          .items.first?.id.rawValue
        let found = [
          "missions": mission, "sources": source, "statements": statement, "review": statement,
        ]
        return .json(
          OpenAPI.document(
            of: served, version: call.site.version,
            examples: ["files": "annals.css"].merging(
              found.compactMapValues { $0 }
            ) { $1 }))
      }
    ]
}
