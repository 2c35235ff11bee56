extension Timeline {
  /// The timeline as a standalone SVG document: no scripts, no references to anything outside it.
  ///
  /// The same timeline and style give the same bytes.
  package func svg(_ style: SVGStyle = SVGStyle()) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(style.width)" height="40" role="img"></svg>

    """
  }
}
