import CXML2

/// What a parser tells of a page or of a part of an office document, in order.
class MarkupSink {
  /// Why parsing must stop; set by the sink itself.
  final var failure: ReadingError?

  /// - Parameters:
  ///   - name: of the element, without a namespace's prefix; in lower case for HTML.
  ///   - attributes: without their prefixes.
  func start(_ name: String, _ attributes: Attributes) {}
  func end(_ name: String) {}
  /// - Parameter utf8: a piece of text; one text may come in several pieces.
  func text(_ utf8: UnsafeBufferPointer<UInt8>) {}
}

/// The attributes of one element. Few are ever looked at, so they are made into strings on demand.
@safe struct Attributes {
  @unsafe fileprivate enum Storage {
    case html(UnsafeMutablePointer<UnsafePointer<xmlChar>?>?)
    case xml(UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int)
  }
  fileprivate let storage: Storage

  /// The value of an attribute; empty where it has none, nil where it does not stand there.
  subscript(name: StaticString) -> String? {
    switch unsafe storage {
    case .html(let list):
      guard let list = unsafe list else { return nil }
      var index = 0
      while let key = unsafe list[index] {
        if unsafe Attributes.isEqual(key, name) {
          return unsafe list[index + 1].map { unsafe String(cString: $0) } ?? ""
        }
        index += 2
      }
    case .xml(let list, let count):
      guard let list = unsafe list else { return nil }
      for index in 0..<count {
        // localname, prefix, URI, value, end.
        guard let key = unsafe list[5 * index], unsafe Attributes.isEqual(key, name),
          let value = unsafe list[5 * index + 3], let end = unsafe list[5 * index + 4]
        else { continue }
        return unsafe String(
          decoding: UnsafeBufferPointer(start: value, count: end - value), as: UTF8.self)
      }
    }
    return nil
  }

  private static func isEqual(_ text: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
    for index in 0..<name.utf8CodeUnitCount
    where unsafe text[index] != name.utf8Start[index] { return false }
    return unsafe text[name.utf8CodeUnitCount] == 0
  }
}

/// libxml2's push parsers, told to fetch nothing, keep no tree and expand no entity of a document.
enum Markup {
  private static let chunk = 1 << 16

  /// Parses HTML as browsers do, roughly: nothing is an error.
  ///
  /// - Parameter utf8: valid UTF-8 without NUL, whatever encoding the page declares.
  /// - Throws: what the sink sets as its failure, or `.damaged` where the parser gives up.
  static func parseHTML(_ utf8: [UInt8], into sink: MarkupSink) throws(ReadingError) {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { context, name, attributes in
      guard let sink = unsafe Markup.sink(context), let name = unsafe name else { return }
      unsafe sink.start(String(cString: name), Attributes(storage: .html(attributes)))
    }
    unsafe handler.endElement = { context, name in
      guard let sink = unsafe Markup.sink(context), let name = unsafe name else { return }
      sink.end(unsafe String(cString: name))
    }
    unsafe setText(&handler)
    let user = unsafe Unmanaged.passUnretained(sink).toOpaque()
    guard
      let parser = unsafe htmlCreatePushParserCtxt(
        &handler, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { throw ReadingError(.damaged("the HTML parser did not start")) }
    defer { unsafe htmlFreeParserCtxt(parser) }
    let options =
      HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue
    _ = unsafe htmlCtxtUseOptions(parser, Int32(options))
    try unsafe push(utf8, to: sink) { start, count, isLast in
      unsafe htmlParseChunk(parser, start, count, isLast ? 1 : 0)
    }
  }

  /// Parses XML; a document type declaration, which could define entities, is refused.
  ///
  /// - Returns: whether the XML is well-formed.
  /// - Throws: what the sink sets as its failure.
  @discardableResult
  static func parseXML(_ bytes: [UInt8], into sink: MarkupSink) throws(ReadingError) -> Bool {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.internalSubset = { context, _, _, _ in
      unsafe Markup.sink(context)?.failure = ReadingError(
        .hostile("a part of it declares a document type, which can define entities"))
    }
    unsafe handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let sink = unsafe Markup.sink(context), let name = unsafe name else { return }
      unsafe sink.start(
        String(cString: name), Attributes(storage: .xml(attributes, count: Int(count))))
    }
    unsafe handler.endElementNs = { context, name, _, _ in
      guard let sink = unsafe Markup.sink(context), let name = unsafe name else { return }
      sink.end(unsafe String(cString: name))
    }
    unsafe setText(&handler)
    let user = unsafe Unmanaged.passUnretained(sink).toOpaque()
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
      throw ReadingError(.damaged("the XML parser did not start"))
    }
    defer { unsafe xmlFreeParserCtxt(parser) }
    let options =
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
      | XML_PARSE_RECOVER.rawValue
    _ = unsafe xmlCtxtUseOptions(parser, Int32(options))
    try unsafe push(bytes, to: sink) { start, count, isLast in
      unsafe xmlParseChunk(parser, start, count, isLast ? 1 : 0)
    }
    return unsafe parser.pointee.wellFormed == 1
  }

  private static func setText(_ handler: inout xmlSAXHandler) {
    unsafe handler.characters = { context, text, count in
      guard let sink = unsafe Markup.sink(context), let text = unsafe text, count > 0 else {
        return
      }
      unsafe sink.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = unsafe handler.characters
  }

  private static func push(
    _ bytes: [UInt8], to sink: MarkupSink,
    _ take: (UnsafePointer<CChar>?, Int32, Bool) -> Int32
  ) throws(ReadingError) {
    var offset = 0
    while offset < bytes.count {
      let end = min(offset + chunk, bytes.count)
      _ = unsafe bytes.withUnsafeBytes { raw in
        unsafe take(
          raw.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self),
          Int32(end - offset), false)
      }
      offset = end
      if let failure = sink.failure { throw failure }
    }
    _ = take(nil, 0, true)
    if let failure = sink.failure { throw failure }
  }

  private static func sink(_ context: UnsafeMutableRawPointer?) -> MarkupSink? {
    guard let context = unsafe context else { return nil }
    let sink = unsafe Unmanaged<MarkupSink>.fromOpaque(context).takeUnretainedValue()
    return sink.failure == nil ? sink : nil
  }
}
