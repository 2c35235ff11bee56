/// The elements that pages are made of. What could run or load something foreign – `script`,
/// `style`, `iframe`, `object`, `base` – is not among them.
package enum HTMLTag: String, Sendable {
  case html, head, title, meta, link, body
  case header, nav, main, footer, section, article, aside, div
  case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, blockquote, hr, pre
  case table, caption, thead, tbody, tr, th, td
  case figure, figcaption, picture, source, img
  case a, span, strong, em, small, q, cite, code, kbd, time, mark, bdi, abbr, br
  case details, summary, form, fieldset, legend, label, input, select, option, textarea, button

  /// Whether it has neither content nor end tag.
  var isVoid: Bool {
    switch self {
    case .meta, .link, .hr, .br, .input, .source, .img: true
    default: false
    }
  }

  /// Whether a line may end after it without changing what is shown. An `aside` stands within lines
  /// whose white space is kept.
  var isBlock: Bool {
    switch self {
    case .a, .span, .strong, .em, .small, .q, .cite, .code, .kbd, .time, .mark, .bdi, .abbr, .br,
      .label, .input, .select, .textarea, .button, .pre, .aside:
      false
    default: true
    }
  }
}
