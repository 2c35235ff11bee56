internal import Publishing

extension OpenAPI {
  /// How somebody shows who they are.
  static let securitySchemes: JSON = [
    "token": [
      "type": "http", "scheme": "bearer", "description": "What annals token add printed.",
    ],
    "session": [
      "type": "apiKey", "in": "cookie", "name": "annals-PORT",
      "description": "What signing in by a link leaves; only pages of this server may use it.",
    ],
  ]

  /// What an action takes in its body, and what comes back.
  static func action(
    _ route: Route, _ form: Form, hasPath: Bool
  ) -> [(key: String, value: JSON)] {
    // What is left empty is an empty text in a form, and may be null in JSON; null in a form is a word.
    func fields(of type: String) -> [(key: String, value: JSON)] {
      let empty: [JSON] = [["const": ""]] + (type == "application/json" ? [["type": "null"]] : [])
      return route.parameters.map { parameter in
        let schema =
          parameter.isRequired
          ? parameter.schema : ["anyOf": JSON([parameter.schema] + empty) { $0 }]
        return (parameter.name, schema.with("description", .string(parameter.summary)))
      }
    }
    let takesFiles = route.body == .files
    let files: [(key: String, value: JSON)] =
      takesFiles
      ? [
        (
          "file",
          [
            "type": "array", "minItems": 1,
            "items": ["type": "string", "contentMediaType": "application/octet-stream"],
          ]
        )
      ] : []
    let required = route.parameters.filter(\.isRequired).map(\.name) + files.map(\.key)
    func schema(of type: String) -> JSON {
      let schema: JSON = [
        "type": "object", "properties": .object(files + fields(of: type)),
        "additionalProperties": false, "required": JSON(required) { .string($0) },
      ]
      guard !route.alternatives.isEmpty else { return schema }
      // One of them must be there, and say something.
      return schema.with(
        "anyOf",
        JSON(route.alternatives) { name in
          [
            "required": [.string(name)],
            "properties": .object([(name, ["type": "string", "minLength": 1])]),
          ]
        })
    }
    let types =
      takesFiles
      ? ["multipart/form-data"] : ["application/x-www-form-urlencoded", "application/json"]
    var members: [(key: String, value: JSON)] = [
      (
        "requestBody",
        [
          "required": .bool(!required.isEmpty || !route.alternatives.isEmpty),
          "content": .object(types.map { ($0, ["schema": schema(of: $0)]) }),
        ]
      ),
      ("responses", responses(toAction: route, form, hasPath: hasPath)),
    ]
    if route.access == .authors { members.append(("security", [["token": []], ["session": []]])) }
    return members
  }

  private static func responses(toAction route: Route, _ form: Form, hasPath: Bool) -> JSON {
    var responses: [(key: String, value: JSON)] = [
      form == .json || route.body == .files
        ? (
          "200",
          [
            "description": "What was done.",
            "content": [
              form.type: [
                "schema": form == .json ? ["type": "object", "required": ["schema"]] : [:]
              ]
            ],
          ]
        )
        : ("303", ["description": "It was done; `Location` is the page to go on with."]),
      ("400", problem("A parameter is unknown, missing, given twice or malformed.")),
      (
        "403",
        problem("The server only shows, the request is another site's, or the link was used.")
      ),
      ("409", problem("Something is not as the request says; nothing was changed.")),
      ("413", problem("The body is too long.")), ("414", problem("The address is too long.")),
      ("415", problem("The body is of a type that is not taken.")),
      ("422", refusal(of: route, form)),
      ("503", problem("Too much is asked at once, or the register is locked: try again.")),
      ("507", problem("No space is left for the register.")),
    ]
    if route.access == .authors || route.path == ["sign-in"] {
      responses.append(("401", problem("Nobody is signed in.")))
    }
    if hasPath {
      responses.append(
        ("404", problem("There is no such thing; `field` names the parameter that asks for it.")))
    }
    return .object(responses.sorted { $0.key < $1.key })
  }

  /// Why the register does not take something; of an upload of which nothing could be read, what
  /// became of each file.
  private static func refusal(of route: Route, _ form: Form) -> JSON {
    guard route.body == .files, form == .json else { return problem("The register refuses it.") }
    return [
      "description": "Nothing could be read, or the register refuses it.",
      "content": [
        "application/json": ["schema": ["type": "object", "required": ["schema"]]],
        "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]],
        "text/html": ["schema": [:]],
      ],
    ]
  }
}
