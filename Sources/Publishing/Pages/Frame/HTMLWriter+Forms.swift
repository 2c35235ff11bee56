extension HTMLWriter {
  /// A form that does something or asks something, which keeps the language of the page.
  /// - Parameter back: the address of the site where a browser goes when it was done.
  package mutating func form(
    _ method: HTMLAttribute.Method, to link: Link, _ frame: PageFrame, class names: String? = nil,
    back: String? = nil, hasFiles: Bool = false, content: (inout HTMLWriter) -> Void
  ) {
    element(
      .form, names.map { .class($0) }, .action(link), .method(method), hasFiles ? .multipart : nil
    ) { out in
      if let language = frame.addresses.language { out.hidden("lang", language) }
      if let back { out.hidden("back", back) }
      content(&out)
    }
  }

  /// A field that nobody sees.
  package mutating func hidden(_ name: String, _ value: String) {
    void(.input, .type("hidden"), .name(name), .value(value))
  }
}
