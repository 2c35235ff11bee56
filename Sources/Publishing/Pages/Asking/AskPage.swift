/// All questions that the register answers, each with its form.
package struct AskPage: Sendable {
  package init() {}

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.ask), in: .ask) { out in
      out.element(.h1, text: wording(.ask))
      out.element(.p, .class("lead"), text: wording(.askLead))
      for inquiry in Inquiry.allCases {
        let id = "ask-\(inquiry.rawValue)"
        out.element(.section, .aria(.labelledby, id)) { out in
          out.element(.h2, .id(id), text: wording(inquiry.words))
          MissionsForm(question: MissionsQuestion(), prefix: "\(inquiry.rawValue)-")
            .write(inquiry, &out, frame)
        }
      }
    }
  }
}
