import Foundation
import Testing

/// What is sent in a form with files: a file where it has a file's name.
private struct Part {
  let name: String
  var fileName: String?
  let text: String
}

extension `annals serve` {
  private static let table =
    "mission,begin,finish,country\nVOM,1994,1999,France\nXYZ,2001,,Italy\n"

  /// What the answer is to a form with files that a script sends.
  private func upload(
    _ parts: [Part], secret: String, port: Int, to path: String = "/sources.json"
  ) throws -> String {
    let form = parts.map { part in
      let file = part.fileName.map { "; filename=\"\($0)\"" } ?? ""
      return "--b\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n"
        + "\(part.text)\r\n"
    }
    let body = form.joined() + "--b--\r\n"
    let head = [
      "POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Authorization: Bearer \(secret)",
      "Content-Type: multipart/form-data; boundary=b", "Content-Length: \(body.utf8.count)",
      "Connection: close", "Accept: text/html",
    ]
    let request = try desk.write(head.joined(separator: "\r\n") + "\r\n\r\n" + body, to: "request")
    return try desk.shell(
      "exec 3<>/dev/tcp/127.0.0.1/\(port); cat '\(request)' >&3; timeout 30 cat <&3"
    ).output
  }

  @Test func `proposes a mapping for a table that comes without, and reads it by the mapping`()
    throws
  {
    let secret = try desk.annals("token", "add", "t", "--by", "N. Script").output
      .trimmingCharacters(in: .newlines)
    let (running, port) = try serving("--write")
    defer { running.process.terminate() }
    let table = Part(name: "file", fileName: "list.csv", text: Self.table)
    func send(_ parts: Part..., to path: String = "/sources.json") throws -> String {
      try upload(parts, secret: secret, port: port, to: path)
    }

    // Without a mapping nothing is read, and the answer has what is missing.
    let bare = try send(table)
    #expect(bare.hasPrefix("HTTP/1.1 422 ") && bare.contains("\"annals.mapping.1\""))
    #expect(bare.contains("what its columns mean") && bare.contains("\"verdict\": \"failed\""))
    let page = try send(table, to: "/sources")
    #expect(
      page.hasPrefix("HTTP/1.1 422 ") && page.contains("name=\"map\"") && page.contains("[columns]")
    )
    #expect(try desk.annals("show", "VOM").code == 1)

    // Asked for, the proposal is the answer; of what is no table there is none.
    let guess = try send(table, Part(name: "guess-map", text: "true"))
    #expect(guess.hasPrefix("HTTP/1.1 200 ") && guess.contains("\"verdict\": \"proposed\""))
    #expect(guess.contains("“mission”"))
    let prose = Part(name: "file", fileName: "a.txt", text: "KFOR: since 1999\n")
    let none = try send(prose, Part(name: "guess-map", text: "true"))
    #expect(none.hasPrefix("HTTP/1.1 422 ") && none.contains("no table"))
    #expect(try desk.annals("show", "VOM").code == 1)

    // A mapping that is none is refused before anything is read, as the command line does.
    let toml =
      "[columns]\nacronym = \"mission\"\nstart = \"begin\"\nend = \"finish\"\nhost = \"country\"\n"
    for (text, words) in [
      ("[columns]\nacronym = ", "map:2"),
      ("[columns]\ncolour = \"mission\"\n", "no field “colour”"),
      ("[cells]\ndates = \"any\"\n", "day-first or month-first"),
    ] {
      let refused = try send(prose, table, Part(name: "map", text: text))
      #expect(refused.hasPrefix("HTTP/1.1 400 ") && refused.contains(words), "\(refused)")
      #expect(refused.contains("\"field\": \"map\""))
    }
    #expect(try desk.annals("show", "KFOR").code == 1)
    // One that does not fit its table is told of the file.
    let misfit = try send(
      table, Part(name: "map", text: toml.replacing("\"begin\"", with: "\"started\"")))
    #expect(misfit.hasPrefix("HTTP/1.1 422 ") && misfit.contains("the mapping does not fit"))

    // As a file or as a text with the line ends of a browser; several files at once.
    let read = try send(table, prose, Part(name: "map", fileName: "map.toml", text: toml))
    #expect(read.hasPrefix("HTTP/1.1 200 ") && !read.contains("\"failed\""))
    #expect(try desk.annals("show", "VOM").output.contains("1994"))
    #expect(try desk.annals("show", "KFOR").code == 0)
    let again = try send(
      table, Part(name: "map", text: toml.replacing("\n", with: "\r\n")), to: "/sources")
    #expect(again.hasPrefix("HTTP/1.1 200 ") && again.contains("known already"))
  }

  @Test func `reads by the mapping that it proposes where that is enough`() throws {
    let secret = try desk.annals("token", "add", "t", "--by", "N. Script").output
      .trimmingCharacters(in: .newlines)
    let (running, port) = try serving("--write")
    defer { running.process.terminate() }
    let text = "mission,start,end,host\nVOM,1994,1999,France\nXYZ,2001,2003,Italy\n"
    let table = Part(name: "file", fileName: "list.csv", text: text)
    let answer = try upload([table], secret: secret, port: port)
    let body = try #require(answer.split(separator: "\r\n\r\n", maxSplits: 1).last)
    let json = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
    let document = try #require((json?["documents"] as? [[String: Any]])?.first)
    let map = try #require(document["map"] as? String)
    let read = try upload([table, Part(name: "map", text: map)], secret: secret, port: port)
    #expect(read.hasPrefix("HTTP/1.1 200 ") && read.contains("\"verdict\": \"read\""))
    #expect(try desk.annals("show", "VOM").output.contains("1994"))
  }
}
