/// An attribute of an element. Only those that are listed here can be written: none runs a script
/// or carries a style, and those that hold addresses take a `Link`.
package struct HTMLAttribute: Hashable, Sendable {
  let name: String
  /// Nil for an attribute that says what it says by being there.
  let value: String?

  private init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  package static func `class`(_ names: String) -> Self { Self("class", names) }
  package static func id(_ id: String) -> Self { Self("id", id) }
  package static func lang(_ code: String) -> Self { Self("lang", code) }
  package static func title(_ text: String) -> Self { Self("title", text) }
  package static func role(_ role: String) -> Self { Self("role", role) }
  /// `aria-` and a name: `aria("label", "Pages")`.
  package static func aria(_ name: AriaName, _ value: String) -> Self {
    Self("aria-\(name.rawValue)", value)
  }
  package enum AriaName: String, Sendable {
    case label, labelledby, describedby, current, live, hidden, controls, expanded, invalid
  }
  /// The direction of a text is its own, not that of the page around it.
  package static let ownDirection = Self("dir", "auto")
  package static let hidden = Self("hidden", nil)
  /// Whether the keyboard reaches it: 0 in the page's order, -1 only by a link or script.
  package static func tabIndex(_ index: Int) -> Self { Self("tabindex", String(index)) }
  /// `data-` and a name, for a script of the site's own.
  package static func data(_ name: DataName, _ value: String) -> Self {
    Self("data-\(name.rawValue)", value)
  }
  package enum DataName: String, Sendable { case key, keys, line, note, passage, number, label }
  /// The head of a cell's column, for windows too narrow for columns.
  package static func label(_ text: String) -> Self { data(.label, text) }

  package static func href(_ link: Link) -> Self { Self("href", link.text) }
  package static func rel(_ words: String) -> Self { Self("rel", words) }
  package static func type(_ type: String) -> Self { Self("type", type) }
  package static func hreflang(_ code: String) -> Self { Self("hreflang", code) }
  package static func dateTime(_ text: String) -> Self { Self("datetime", text) }
  package static func scope(_ scope: Scope) -> Self { Self("scope", scope.rawValue) }
  package enum Scope: String, Sendable {
    case column = "col"
    case row
  }
  package static func colspan(_ count: Int) -> Self { Self("colspan", String(count)) }

  package static func src(_ link: Link) -> Self { Self("src", link.text) }
  package static func srcset(_ link: Link) -> Self { Self("srcset", link.text) }
  /// An image that nobody sees is not loaded.
  package static let loadedLate = Self("loading", "lazy")
  package static func alt(_ text: String) -> Self { Self("alt", text) }
  package static func media(_ query: MediaQuery) -> Self { Self("media", query.rawValue) }
  package enum MediaQuery: String, Sendable {
    case narrow = "(max-width: 48rem)"
    case phone = "(max-width: 30rem)"
  }

  package static let charset = Self("charset", "utf-8")
  package static func name(_ name: String) -> Self { Self("name", name) }
  package static func content(_ text: String) -> Self { Self("content", text) }
  package static let open = Self("open", nil)
}

/// Attributes of forms.
extension HTMLAttribute {
  package static func action(_ link: Link) -> Self { Self("action", link.text) }
  package static func method(_ method: Method) -> Self { Self("method", method.rawValue) }
  package enum Method: String, Sendable { case get, post }
  package static let multipart = Self("enctype", "multipart/form-data")
  package static func `for`(_ id: String) -> Self { Self("for", id) }
  package static func value(_ text: String) -> Self { Self("value", text) }
  package static func placeholder(_ text: String) -> Self { Self("placeholder", text) }
  package static func size(_ count: Int) -> Self { Self("size", String(count)) }
  package static func rows(_ count: Int) -> Self { Self("rows", String(count)) }
  package static func maxLength(_ count: Int) -> Self { Self("maxlength", String(count)) }
  package static func autocomplete(_ word: String) -> Self { Self("autocomplete", word) }
  package static let selected = Self("selected", nil)
  package static let checked = Self("checked", nil)
  package static let multiple = Self("multiple", nil)
  package static let required = Self("required", nil)
  package static let autofocus = Self("autofocus", nil)
}
