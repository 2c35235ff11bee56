extension EDTF: CustomStringConvertible {
  /// The text that this value was read from.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    storage.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension EDTF.Storage {
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .date(let date): date.write(to: &bytes, [])
    case .dateTime(let date, let time):
      date.write(to: &bytes, [])
      time.write(to: &bytes)
    case .interval(let begin, let end): Self.write(begin, end, to: &bytes, [])
    case .list(let quantifier, let members):
      Self.write(quantifier, members, to: &bytes, [])
    case .vast(let vast):
      switch vast.shape {
      case .date(let date): date.write(to: &bytes, vast.years)
      case .interval(let begin, let end): Self.write(begin, end, to: &bytes, vast.years)
      case .list(let quantifier, let members):
        Self.write(quantifier, members, to: &bytes, vast.years)
      }
    }
  }

  private static func write(
    _ begin: PartialDate, _ end: PartialDate, to bytes: inout [UInt8], _ years: [VastYear]
  ) {
    begin.write(to: &bytes, years)
    bytes.append(UInt8(ascii: "/"))
    end.write(to: &bytes, years)
  }

  private static func write(
    _ quantifier: EDTF.Quantifier, _ members: [EDTF.Member], to bytes: inout [UInt8],
    _ years: [VastYear]
  ) {
    bytes.append(quantifier == .oneOf ? UInt8(ascii: "[") : UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      member.first.write(to: &bytes, years)
      if let last = member.last {
        bytes.append(contentsOf: "..".utf8)
        last.write(to: &bytes, years)
      }
    }
    bytes.append(quantifier == .oneOf ? UInt8(ascii: "]") : UInt8(ascii: "}"))
  }
}

extension PartialDate {
  func write(to bytes: inout [UInt8], _ years: [VastYear]) {
    guard isDate else {
      if flags.contains(.open) { bytes.append(contentsOf: "..".utf8) }
      return
    }
    if flags.contains(.orBefore) { bytes.append(contentsOf: "..".utf8) }
    write(.yearLeft, to: &bytes)
    writeYear(to: &bytes, years)
    write(.yearRight, to: &bytes)
    if hasMonth {
      bytes.append(UInt8(ascii: "-"))
      write(.monthLeft, to: &bytes)
      write(pair: month, open: monthMask, to: &bytes)
      write(.monthRight, to: &bytes)
    }
    if hasDay {
      bytes.append(UInt8(ascii: "-"))
      write(.dayLeft, to: &bytes)
      write(pair: day, open: dayMask, to: &bytes)
      write(.dayRight, to: &bytes)
    }
    if flags.contains(.orAfter) { bytes.append(contentsOf: "..".utf8) }
  }

  private func write(_ place: Place, to bytes: inout [UInt8]) {
    if let byte = self[place].byte { bytes.append(byte) }
  }

  private func write(pair number: UInt8, open: UInt8, to bytes: inout [UInt8]) {
    bytes.append(open & 2 != 0 ? UInt8(ascii: "X") : number / 10 + UInt8(ascii: "0"))
    bytes.append(open & 1 != 0 ? UInt8(ascii: "X") : number % 10 + UInt8(ascii: "0"))
  }

  private func writeYear(to bytes: inout [UInt8], _ years: [VastYear]) {
    if flags.contains(.letter) { bytes.append(UInt8(ascii: "Y")) }
    if flags.contains(.negative) { bytes.append(UInt8(ascii: "-")) }
    var kept = Int(significant)
    if flags.contains(.vast) {
      let year = years[Int(magnitude)]
      bytes.append(contentsOf: year.digits)
      if !year.exponent.isEmpty {
        bytes.append(UInt8(ascii: "E"))
        bytes.append(contentsOf: year.exponent)
      }
      kept = year.significant
      if !year.significantDigits.isEmpty {
        bytes.append(UInt8(ascii: "S"))
        bytes.append(contentsOf: year.significantDigits)
        kept = 0
      }
    } else if flags.contains(.letter) {
      bytes.append(contentsOf: String(magnitude).utf8)
      if exponent > 0 { bytes.append(contentsOf: "E\(exponent)".utf8) }
    } else {
      var rest = magnitude
      var digits: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
      func next(_ open: UInt8) -> UInt8 {
        defer { rest /= 10 }
        return yearMask & open != 0 ? UInt8(ascii: "X") : UInt8(rest % 10) + UInt8(ascii: "0")
      }
      digits.3 = next(1)
      digits.2 = next(2)
      digits.1 = next(4)
      digits.0 = next(8)
      bytes.append(digits.0)
      bytes.append(digits.1)
      bytes.append(digits.2)
      bytes.append(digits.3)
    }
    if kept > 0 { bytes.append(contentsOf: "S\(kept)".utf8) }
  }
}

extension TimeOfDay {
  func write(to bytes: inout [UInt8]) {
    func write(_ separator: Unicode.Scalar, _ number: UInt8) {
      bytes.append(UInt8(ascii: separator))
      bytes.append(number / 10 + UInt8(ascii: "0"))
      bytes.append(number % 10 + UInt8(ascii: "0"))
    }
    write("T", hour)
    write(":", minute)
    write(":", second)
    switch zone {
    case .none: break
    case .utc: bytes.append(UInt8(ascii: "Z"))
    case .hours(let hours, let isNegative): write(isNegative ? "-" : "+", hours)
    case .minutes(let hours, let minutes, let isNegative):
      write(isNegative ? "-" : "+", hours)
      write(":", minutes)
    }
  }
}
