extension PhraseReading {
  /// What a phrase is worth, as the cells of a row of text.
  public struct Row: Hashable, Sendable {
    /// The EDTF text; `ambiguous` or `needs-context` where there is no one value; empty where EDTF
    /// has no text for what is said.
    public let edtf: String
    /// ISO day, `-inf`, `+inf`, or `?` where the phrase says that nobody knows; empty without a value.
    public let earliest: String
    /// As `earliest`, for the last day.
    public let latest: String
    /// Four points joined by `/`, those of a list by ` ; `.
    public let points: String

    /// The cells separated by tabs.
    public var text: String { [edtf, earliest, latest, points].joined(separator: "\t") }

    private init(_ word: String) {
      (edtf, earliest, latest, points) = (word, "", "", "")
    }

    static let ambiguous = Row("ambiguous")
    static let needsContext = Row("needs-context")

    /// The row of a value, whose bounds come from the days where they can be counted.
    init(_ edtf: EDTF?, _ extent: Extent?, seasons: EDTF.Seasons) {
      self.edtf = edtf?.description ?? ""
      guard let extent else {
        let bounds = edtf?.boundTexts(seasons: seasons)
        (earliest, latest, points) = (bounds?.earliest ?? "", bounds?.latest ?? "", "")
        return
      }
      let spans = extent.spans
      earliest =
        spans.contains { $0.beginIsUnknown }
        ? "?" : spans.map(\.beginEarliest).min()?.description ?? ""
      latest =
        spans.contains { $0.endIsUnknown }
        ? "?" : spans.map(\.endLatest).max()?.description ?? ""
      points = spans.map(\.description).joined(separator: " ; ")
    }
  }

  /// The row of a reading.
  ///
  /// - Parameters:
  ///   - asOf: the day up to which the source speaks, which what goes on reaches at least.
  ///   - seasons: what seasons mean whose hemisphere is not written.
  ///   - extensions: `.boundedEnds` gives `..2012/..` for "since at least 2012".
  public func row(
    asOf: Day? = nil, seasons: EDTF.Seasons = .northern, extensions: EDTF.Extensions = []
  ) -> Row {
    switch self {
    case .means(let phrase): phrase.row(asOf: asOf, seasons: seasons, extensions: extensions)
    case .edtf(let value):
      Row(value, value.extent(asOf: asOf, seasons: seasons), seasons: seasons)
    case .ambiguous: .ambiguous
    case .needsContext, .noDate, .unread: .needsContext
    }
  }
}

extension Phrase {
  /// The row of a phrase with a year to each date; see `PhraseReading.row`.
  public func row(
    asOf: Day? = nil, seasons: EDTF.Seasons = .northern, extensions: EDTF.Extensions = []
  ) -> PhraseReading.Row {
    let isExtended = extensions.contains(.boundedEnds)
    let edtf = isExtended ? extendedEDTF(seasons: seasons) : edtf(seasons: seasons)
    return PhraseReading.Row(edtf, extent(asOf: asOf, seasons: seasons), seasons: seasons)
  }
}
