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
          schema: ["type": "string", "format": "date"])
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
      var results: [Uploaded] = []
      for file in call.files {
        results.append(
          try await read(
            Upload(name: file.name, bytes: file.bytes, author: act.by, asOf: asOf)))
      }
      let page = UploadPage(
        rows: results.map { result in
          UploadPage.Row(
            name: result.name, verdict: result.verdict, reason: result.reason,
            document: result.document, notes: result.warnings + result.doubts)
        })
      var reply =
        call.format == .json
        ? Reply.json([
          "schema": "annals.upload.1", "by": .string(act.by), "recorded": .string(act.recorded),
          "documents": JSON(results, \.json),
        ]) : .html(page.html(call.frame([])))
      if results.allSatisfy({ $0.document == nil }) { reply.status = .unprocessableContent }
      return reply
    }
  ]
}
