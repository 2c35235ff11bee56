/// What the names, classes and roles of HTML mean for reading.
///
/// Source: HTML Living Standard, § 4 (elements), § 15.3 (rendering); WAI-ARIA 1.2, § 5.4 (landmarks).
enum HTMLElement {
  /// Elements whose content is no text of the page, or not shown.
  static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas", "audio",
    "video", "map", "select", "option", "textarea", "button", "input", "datalist", "del",
    "rp", "rt", "dialog", "frameset", "noframes",
  ]

  /// Elements around the content: they are left out.
  static let boilerplate: Set<String> = ["nav", "footer", "aside", "menu"]

  private static let boilerplateRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar",
    "alert", "dialog", "alertdialog",
  ]

  /// Classes and ids that say “not the content”, as whole words of the attribute.
  private static let boilerplateNames: Set<String> = [
    "nav", "navbar", "navbox", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar",
    "footer", "cookie", "cookies", "cookie-banner", "cookie-consent", "share", "sharing", "social",
    "social-share", "related", "related-articles", "skip-link", "skiplink", "newsletter", "advert",
    "advertisement", "ads", "pagination", "pager", "toc", "mw-editsection", "noprint",
    "printfooter",
    "catlinks", "mw-jump-link", "metadata", "ambox", "hatnote", "reference", "reflist",
    "references",
    "sr-only", "visually-hidden", "site-header", "site-footer", "mw-footer", "vector-menu",
    "siteSub", "contentSub",
  ]

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "ul",
  ]

  /// The level of `h1` to `h6`, nil for other elements.
  static func headingLevel(_ name: String) -> Int? {
    let utf8 = Array(name.utf8)
    guard utf8.count == 2, utf8[0] == UInt8(ascii: "h"), utf8[1] >= UInt8(ascii: "1"),
      utf8[1] <= UInt8(ascii: "6")
    else { return nil }
    return Int(utf8[1] - UInt8(ascii: "0"))
  }

  /// Whether an element and all in it is not shown.
  static func isHidden(_ attributes: Attributes) -> Bool {
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    guard let style = attributes["style"]?.lowercased() else { return false }
    let plain = style.filter { !$0.isWhitespace }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  /// Whether an element says of itself that it is not the content.
  static func isBoilerplate(_ name: String, _ attributes: Attributes) -> Bool {
    if boilerplate.contains(name) { return true }
    if let role = attributes["role"], boilerplateRoles.contains(role.lowercased()) { return true }
    guard name != "body", name != "main", name != "article", name != "html" else { return false }
    for value in [attributes["class"], attributes["id"]] {
      guard let value else { continue }
      for word in value.split(whereSeparator: \.isWhitespace)
      where boilerplateNames.contains(String(word)) { return true }
    }
    return false
  }
}
