/// Values such as `-0043` on a command line, where a minus sign begins an option.
///
/// No option of `annals edtf` begins with a digit, so a word that looks like a year before year 0 is
/// one. A private character stands for its sign while the arguments are parsed.
enum EarlyYears {
  private static let sign: Character = "\u{E000}"

  /// The arguments with the signs of early years out of the parser's sight.
  static func hidden(_ arguments: [String]) -> [String] {
    guard arguments.first == "edtf" else { return arguments }
    return arguments.map { word in
      guard word.first == "-", let next = word.dropFirst().utf8.first,
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= next || next == UInt8(ascii: "X")
      else { return word }
      return "\(sign)\(word.dropFirst())"
    }
  }

  /// An argument as it was typed.
  static func shown(_ argument: String) -> String {
    argument.first == sign ? "-\(argument.dropFirst())" : argument
  }
}
