/// How a timeline is drawn for a terminal. The environment is read by whoever makes the value.
package struct TerminalStyle: Hashable, Sendable {
  package enum Glyphs: Hashable, Sendable {
    /// Block, arrow and line characters.
    case unicode
    /// ASCII alone in all that the drawing itself adds; names and quotes stay as they are, but for
    /// characters that are not ASCII, which become `?`.
    case ascii
  }

  /// The columns that no line exceeds; at least 40.
  package let width: Int
  package let glyphs: Glyphs
  /// Whether ANSI colours are added. Nothing is told by colour alone.
  package let colour: Bool
  /// Whether the list below the bars names the dated events, too.
  package let listsEvents: Bool

  package init(
    width: Int = 80, glyphs: Glyphs = .unicode, colour: Bool = false, listsEvents: Bool = true
  ) {
    self.width = max(40, width)
    self.glyphs = glyphs
    self.colour = colour
    self.listsEvents = listsEvents
  }
}
