extension Route {
  /// All that can be asked for. Where two fit, the one without an ending comes first: routes are
  /// tried in this order, and the forms of each in theirs.
  static let all: [Route] =
    overview + missions + timeline + asking + lines + dropped + review + search + checks + history
    + sources
    + files + signing + deciding + settling + uploading
}
