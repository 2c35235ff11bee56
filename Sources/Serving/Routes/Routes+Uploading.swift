internal import Chronology
internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let uploading = [
    Route.uploads(
      ["sources"], "Reads documents that are sent, in the field “file”, as annals read does.",
      parameters: [
        Parameter(
          "source-date", "The day of which they speak, where they do not say so: 2022-06-01.",
          schema: ["type": "string", "format": "date"]),
        Parameter(
          "map",
          "What the columns of tables mean, as a text or a file: TOML, or JSON, as annals read --map takes "
            + "it. A .csv or .tsv file without it is not read, but one is proposed for it.",
          longest: 1 << 16,
          schema: ["type": "string", "format": "annals-mapping", "maxLength": .int(1 << 16)]),
        Parameter(
          "guess-map", "Read nothing; propose a mapping for each table, with the reasons.",
          schema: ["type": "boolean", "default": false]),
      ]
    ) { call in
      guard let read = call.site.read else {
        throw Problem(.forbidden, "This server takes no documents.")
      }
      guard !call.files.isEmpty else {
        throw Problem.badParameter("file", "No file was chosen.")
      }
      let act = try call.act()
      let asOf = try call.arguments.value("source-date") { text in
        let asked = try AskedDate(text)
        guard asked.isDay, asked.question.first.isFinite else {
          throw Problem.badParameter(
            "source-date", "“source-date” is one single day, such as 2022-06-01.")
        }
        return asked.question.first
      }
      let wantsGuess = try call.arguments.flag("guess-map")
      var results: [Uploaded] = []
      for file in call.files {
        var upload = Upload(name: file.name, bytes: file.bytes, author: act.by, asOf: asOf)
        upload.mapping = call.arguments["map"]
        upload.wantsGuess = wantsGuess
        results.append(try await read(upload))
      }
      let page = UploadPage(
        rows: results.map { result in
          UploadPage.Row(
            name: result.name, verdict: result.verdict, reason: result.reason,
            document: result.document, notes: result.warnings + result.doubts,
            mapping: result.mapping)
        }, sourceDate: call.arguments["source-date"])
      var reply =
        call.format == .json
        ? Reply.json([
          "schema": "annals.upload.1", "by": .string(act.by), "recorded": .string(act.recorded),
          "documents": JSON(results, \.json),
        ]) : .html(page.html(call.frame([])))
      let isNothing = results.allSatisfy { $0.document == nil && $0.verdict != "proposed" }
      if isNothing { reply.status = .unprocessableContent }
      return reply
    }
  ]
}
