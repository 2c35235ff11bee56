/// The keys of the review: shown, and changed, where a script runs.
enum ReviewKeys {
  /// What a key can do, with the key that does it unless somebody chose another.
  static let usual: [(name: String, key: String, phrase: PageText)] = [
    ("accept", "a", .accept), ("reject", "r", .reject), ("amend", "e", .amend),
    ("skip", "s", .passOver), ("undo", "u", .undo), ("next", "j", .next),
    ("previous", "k", .previous), ("help", "?", .keys),
  ]

  /// Hidden until the script shows it, since without one there are no keys.
  static func write(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.details, .class("keys"), .id("keys"), .hidden) { out in
      out.element(.summary, text: wording(.keys))
      out.element(.p, .id("keys-hint"), text: wording(.keysHint))
      out.element(.p, .class("field check")) { out in
        out.void(.input, .type("checkbox"), .id("keys-on"), .checked)
        out.element(.label, .for("keys-on"), text: wording(.keysOn))
      }
      out.element(.div, .class("choices")) { out in
        for item in usual {
          out.element(.p, .class("field")) { out in
            out.element(.label, .for("key-\(item.name)"), text: wording(item.phrase))
            out.void(
              .input, .id("key-\(item.name)"), .data(.keys, item.name), .value(item.key),
              .size(3), .maxLength(1), .autocomplete("off"), .aria(.describedby, "keys-wrong"))
          }
        }
      }
      out.element(
        .p, .class("error"), .id("keys-wrong"), .role("alert"), .hidden, text: wording(.keyTaken))
      out.element(
        .button, .type("button"), .class("quiet"), .id("keys-usual"), text: wording(.keysUsual))
    }
  }
}
