internal import Statements

extension Mission {
  /// The name behind an acronym; nil where the label says it already.
  var fullName: String? { label == name ? nil : name }
}
