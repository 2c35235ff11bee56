import Chronology
import Foundation
import HTTPTypes
import Hummingbird
import Keeping
import Statements
import Testing

@testable import Publishing
@testable import Serving

/// The forms of a page, as a browser without a script has them.
struct PageForm {
  let action: String
  var fields: [String: String] = [:]
  /// The names and values of its buttons.
  var buttons: [(name: String, value: String)] = []

  /// The forms of a page that send something.
  static func all(in page: String) -> [PageForm] {
    page.matches(
      of: #/<form[^>]* action="([^"]+)" method="post">(.*?)</form>/#.dotMatchesNewlines()
    )
    .map { match in
      var form = PageForm(action: plain(match.output.1))
      for tag in match.output.2.matches(of: #/<(input|button|textarea|select)([^>]*)>([^<]*)/#) {
        func attribute(_ name: String) -> String? {
          String(tag.output.2).firstMatch(of: try! Regex("(?:^| )\(name)=\"([^\"]*)\""))
            .flatMap { $0.output[1].substring.map(plain) }
        }
        guard let name = attribute("name") else { continue }
        switch tag.output.1 {
        case "button": form.buttons.append((name, attribute("value") ?? ""))
        case "textarea": form.fields[name] = plain(tag.output.3)
        case "select":
          let rest = match.output.2[tag.range.upperBound...]
          let chosen = rest.firstMatch(of: #/<option value="([^"]*)" selected>/#)
          form.fields[name] = chosen.map { plain($0.output.1) }
        default: form.fields[name] = attribute("value") ?? ""
        }
      }
      return form
    }
  }

  private static func plain(_ text: some StringProtocol) -> String {
    String(text).replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}

@Suite struct `Somebody who reviews in a browser` {
  let desk: Desk
  let responder: Responder
  let browser: Browser
  init() async throws {
    desk = try await Desk(["Dossiers/iraq.txt": iraq])
    responder = try desk.responder(writes: true)
    browser = Browser(responder)
    try await browser.signIn()
  }

  private func items(_ state: ReviewFilter.State = .open) async throws -> [Reviewable] {
    try await desk.register.reviewables(matching: ReviewFilter(state: state)).items
  }

  private func form(_ page: Answer, _ kind: String) throws -> PageForm {
    let forms = PageForm.all(in: page.text)
    return try #require(
      forms.first {
        switch kind {
        case "undo": $0.action == "/undo"
        case "amend": $0.fields["verdict"] == "amended"
        case "bulk": $0.action == "/review/bulk"
        default: $0.buttons.contains { $0.value == kind }
        }
      }, "\(kind) in \(forms)")
  }

  /// Presses a button of a page's form.
  private func press(
    _ kind: String, on page: Answer, by browser: Browser? = nil,
    _ change: (inout PageForm) -> Void = { _ in }
  ) async throws -> Answer {
    var form = try form(page, kind)
    if let button = form.buttons.first(where: { $0.value == kind }) {
      form.fields[button.name] = button.value
    }
    change(&form)
    return try await (browser ?? self.browser).post(form.action, form.fields)
  }

  /// Where an answer leads.
  private func follow(_ answer: Answer) async throws -> Answer {
    #expect(answer.status == 303)
    let path = try #require(answer.header(.location))
    return try await browser.get(String(path.prefix { $0 != "#" }))
  }

  @Test func `finds forms only where something may be decided, and else the way there`()
    async throws
  {
    let shown = try await desk.get("/review")
    #expect(PageForm.all(in: shown.text).isEmpty && shown.text.contains("annals serve --write"))
    let stranger = try await Browser(responder).get("/review")
    #expect(PageForm.all(in: stranger.text).isEmpty && stranger.text.contains("href=\"/sign-in\""))
    let page = try await browser.get("/review")
    #expect(!page.text.contains("annals serve --write"))
    for key in ["accept", "reject", "amend", "skip", "next"] {
      #expect(page.text.contains("data-key=\"\(key)\""), "\(key)")
    }
    #expect(try await responder.get("/review/bulk?verdict=accepted").status == 200)
  }

  @Test(arguments: ["accepted", "rejected"])
  func `decides by a form, keeps the filter and the note, and goes on with the next`(
    verdict: String
  ) async throws {
    let mission = try #require(try await items().first).label
    let page = try await browser.get("/review?mission=\(mission)&lang=fr")
    let answer = try await press(verdict, on: page) { $0.fields["note"] = "seen in the annex" }
    let location = try #require(answer.header(.location))
    #expect(location.contains("mission=\(mission)") && location.hasSuffix("lang=fr#passage"))
    let decided = try #require(try await items(.all).first { $0.decision != nil })
    #expect(decided.decision?.verdict.word == verdict && decided.decision?.by == "A. Reader")
    #expect(decided.decision?.note == "seen in the annex")
    let next = try await follow(answer)
    #expect(next.text.contains(" par A. Reader"))
    #expect(try form(next, "accepted").action != form(page, "accepted").action)
  }

  @Test func `decides once, however often a form is sent`() async throws {
    let page = try await browser.get("/review")
    let first = try await press("accepted", on: page)
    let second = try await press("accepted", on: page)
    #expect(second.status == 303 && second.header(.location) == first.header(.location))
    #expect(try await desk.register.log(limit: 10).count { $0.kind == "decide" } == 1)
  }

  @Test func `is told what another decided meanwhile, and nothing is changed`() async throws {
    let page = try await browser.get("/review")
    let other = Browser(responder)
    try await other.signIn(as: "B. Other")
    #expect(try await press("rejected", on: page, by: other).status == 303)
    for kind in ["accepted", "rejected", "amend"] {
      let answer = try await press(kind, on: page) {
        $0.fields["note"] = "but I think"
        if kind == "amend" { $0.fields["valid"] = "2005-01" }
      }
      #expect(answer.status == 409, "\(kind)")
      #expect(answer.text.contains("It is rejected by B. Other since"))
      #expect(answer.text.contains("class=\"badge rejected\""))
      #expect(answer.text.contains("but I think"))
    }
    let decided = try await items(.all).compactMap(\.decision)
    #expect(decided.map(\.by) == ["B. Other"])
    // Who has seen what holds may decide otherwise.
    let now = try await press(
      "accepted", on: press("accepted", on: page))
    #expect(now.status == 303)
    #expect(try await items(.all).compactMap(\.decision).map(\.by) == ["A. Reader"])
  }

  @Test func `corrects a date`() async throws {
    let closed = try #require(try await items().first { $0.statement.property == .closed })
    let page = try await browser.get("/review?at=\(closed.id.inAddress)")
    let answer = try await press("amend", on: page) { $0.fields["valid"] = "2011-12-18" }
    #expect(answer.status == 303)
    let now = try #require(try await items(.amended).first)
    guard case .amended(let statement) = now.decision?.verdict else {
      Issue.record("it is amended")
      return
    }
    #expect(statement.valid == (try EDTF("2011-12-18")))
    #expect(statement.value == closed.statement.value && statement.property == .closed)
    #expect(try await follow(answer).text.contains("amended by A. Reader"))
  }

  @Test(arguments: [
    ("valid", "18.12.2011", "write a date such as"), ("valid", "", ""),
    ("value", " ", "the value is empty"), ("property", "shape", ""), ("none", "", "says already"),
  ])
  func `keeps what was typed beside what is wrong with it`(
    field: String, typed: String, words: String
  ) async throws {
    let closed = try #require(try await items().first { $0.statement.property == .closed })
    let page = try await browser.get("/review?at=\(closed.id.inAddress)&source=iraq.txt")
    let answer = try await press("amend", on: page) {
      if field != "none" { $0.fields[field] = typed }
      $0.fields["note"] = "see <page> 3"
    }
    if field == "valid", typed.isEmpty {
      // No date is something to say.
      #expect(answer.status == 303)
      return
    }
    #expect(answer.status == 400)
    #expect(try await items(.amended).isEmpty)
    #expect(answer.text.contains("<details class=\"amend\" data-key=\"amend\" open>"))
    let again = try form(answer, "amend")
    #expect(again.fields["note"] == "see <page> 3")
    #expect(again.fields["back"] == "/review?source=iraq.txt#passage")
    if field == "valid" {
      #expect(again.fields["valid"] == typed)
      #expect(answer.text.contains("aria-invalid=\"true\" autofocus"))
    }
    #expect(answer.text.contains(words) && answer.text.contains("-error\">") || field == "property")
  }

  @Test func `keeps the upper end of a number when only its date is corrected`() async throws {
    try await desk.read(
      "Valley Observer Mission (VOM): 2001–2004\n\n- VOM had 300 to 400 troops in 2003.", "v.txt")
    let strength = try #require(
      try await items().first {
        if case .quantity(let quantity) = $0.statement.value {
          quantity.upper != nil
        } else {
          false
        }
      })
    let page = try await browser.get("/review?at=\(strength.id.inAddress)")
    #expect(try await press("amend", on: page) { $0.fields["valid"] = "2002" }.status == 303)
    guard case .amended(let statement) = try await items(.amended).first?.decision?.verdict else {
      Issue.record("it is amended")
      return
    }
    #expect(statement.value == strength.statement.value)
  }

  @Test func `takes the last action back, once`() async throws {
    let page = try await browser.get("/review")
    let first = try await follow(press("accepted", on: page))
    let second = try await follow(press("rejected", on: first))
    #expect(second.text.contains("Done last: 1 rejected"))
    let undone = try await press("undo", on: second)
    let shown = try await follow(undone)
    #expect(try form(shown, "accepted").action == form(first, "accepted").action)
    #expect(shown.text.contains("Undone: 1 rejected") && shown.text.contains("1 accepted"))
    // The same button pressed again takes back nothing else.
    let again = try await follow(press("undo", on: second))
    #expect(again.text.contains("This was undone before"))
    #expect(try await items(.accepted).count == 1)
  }

  @Test func `sees what a verdict on many would decide, confirms it and takes it back`()
    async throws
  {
    let count = try await items().count
    let page = try await browser.get("/review")
    let link = try #require(page.text.firstMatch(of: #/href="(/review/bulk\?verdict=accepted)"/#))
    let preview = try await browser.get(String(link.output.1))
    #expect(preview.text.contains("\(count) statements would be accepted"))
    #expect(preview.text.contains("Nothing was done yet."))
    #expect(preview.text.matches(of: #/<blockquote class="quote">/#).count == count)
    #expect(try await items(.accepted).isEmpty)
    let done = try await press("bulk", on: preview) { $0.fields["note"] = "read through" }
    let after = try await follow(done)
    #expect(try await items(.accepted).count == count)
    #expect(try await items(.accepted).allSatisfy { $0.decision?.note == "read through" })
    #expect(after.text.contains("Done last: \(count) accepted"))
    // Sent twice, it is done once.
    #expect(try await press("bulk", on: preview).status == 303)
    #expect(try await desk.register.log(limit: 10).count { $0.kind == "decide" } == 1)
    let undone = try await follow(press("undo", on: after))
    #expect(undone.text.contains("Undone: \(count) accepted"))
    #expect(try await items().count == count)
  }

  @Test func `is not taken at a word about many that meanwhile are others`() async throws {
    let all = try await items()
    let preview = try await browser.get("/review/bulk?verdict=rejected&source=iraq.txt")
    try await desk.register.decide(
      [all[0].id: .accepted], Act(by: "B. Other", recorded: "2024-03-02T10:00:00Z"))
    let refused = try await press("bulk", on: preview) { $0.fields["note"] = "all of it" }
    #expect(refused.status == 409)
    #expect(refused.text.contains("nothing was done"))
    #expect(refused.text.contains("\(all.count - 1) statements would be rejected"))
    #expect(refused.text.contains("all of it</textarea>"))
    #expect(try await items(.rejected).isEmpty)
    // As many as before, and yet others.
    try await desk.read("EUFOR Althea: since 2004", "b.txt")
    let whole = try await browser.get("/review/bulk?verdict=rejected&state=all")
    try await desk.register.decide(
      [all[0].id: .amended(to: try amended(all[0]))],
      Act(by: "B. Other", recorded: "2024-03-02T11:00:00Z"))
    #expect(try await press("bulk", on: whole).status == 409)
    #expect(try await press("bulk", on: refused).status == 303)
    #expect(try await items(.rejected).count == all.count - 1)
  }

  private func amended(_ item: Reviewable) throws -> Statements.Statement {
    try Amendment(valid: "1999").applied(to: item.statement)
  }

  @Test func `finds the same for programs, with what a confirmation must name`() async throws {
    let preview = try await desk.get("/review/bulk.json?verdict=accepted&property=closed").json()
    #expect(preview["done"] as? Bool == false && preview["count"] as? Int == 1)
    let seal = try #require(preview["seal"] as? String)
    let form = ["verdict": "accepted", "property": "closed", "count": "1", "seal": seal]
    let wrong = try await browser.post(
      "/review/bulk.json", form.merging(["seal": String(repeating: "0", count: 32)]) { $1 })
    #expect(wrong.status == 409)
    let done = try await browser.post("/review/bulk.json", form).json()
    #expect(done["done"] as? Bool == true && done["by"] as? String == "A. Reader")
    #expect(try await items(.accepted).map(\.statement.property) == [.closed])
    #expect(try await desk.get("/review/bulk.json").status == 400)
    #expect(try await desk.get("/review/bulk.json?verdict=amended").status == 400)
  }

  @Test func `needs no script: everything is a link or a form`() async throws {
    let page = try await browser.get("/review").text
    let keys = page.matches(of: #/<(\w+)[^>]* data-key="(\w+)"/#)
    #expect(keys.allSatisfy { ["a", "button", "details"].contains($0.output.1) })
    // What only a script makes use of is not there without it.
    #expect(page.contains("<details class=\"keys\" id=\"keys\" hidden>"))
    #expect(page.matches(of: #/<script[^>]*>/#).allSatisfy { $0.output.contains("src=\"/files/") })
  }
}
