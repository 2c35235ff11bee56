extension EDTF {
  /// The value in the one spelling that all spellings of its meaning share.
  ///
  /// - Marks stand as far to the right as they can: `?2004-?06-11` becomes `2004-06?-11`.
  /// - A year of up to eighteen digits is written out, a longer one as a number without trailing
  ///   zero and an exponent: `Y17E7` becomes `Y170000000`.
  /// - A shift of no time is `Z`, one of whole hours has no minutes.
  /// - The members of a set stand in the order of time, each once; a range of one is that one.
  ///
  /// Digits left open stay open, also where only one digit fits. The canonical value has the bounds
  /// and the qualifiers of its origin, and is canonical itself.
  public var canonical: EDTF {
    if case .dateTime(let date, let time) = storage { return EDTF(.dateTime(date, time.canonical)) }
    let (shape, years) = storage.shape
    var kept: [VastYear] = []
    let spelt: Vast.Shape =
      switch shape {
      case .date(let date): .date(date.canonical(years, &kept))
      case .interval(let begin, let end):
        .interval(begin.canonical(years, &kept), end.canonical(years, &kept))
      case .list(let quantifier, let members):
        .list(quantifier, Member.canonical(members, years, &kept))
      }
    return EDTF(Storage(spelt, kept))
  }
}

extension EDTF.Member {
  fileprivate static func canonical(
    _ members: [EDTF.Member], _ years: [VastYear], _ kept: inout [VastYear]
  ) -> [EDTF.Member] {
    var spelt = members.map { member in
      let first = member.first.canonical(years, &kept)
      let last = member.last?.canonical(years, &kept)
      return EDTF.Member(first: first, last: last.flatMap { $0 == first ? nil : $0 })
    }
    // Texts break ties between members of the same bounds, so that any order of them ends as one.
    let texts = spelt.map { $0.text(kept) }
    let order = spelt.indices.sorted {
      spelt[$0].isBefore(spelt[$1], kept) ?? texts[$0].lexicographicallyPrecedes(texts[$1])
    }
    var previous: [UInt8] = []
    spelt = order.compactMap { index in
      defer { previous = texts[index] }
      return texts[index] == previous ? nil : spelt[index]
    }
    // Long years stand in the order of the members, as when the text is read.
    let unordered = kept
    kept = []
    return spelt.map { member in
      EDTF.Member(
        first: member.first.moved(unordered, &kept), last: member.last?.moved(unordered, &kept))
    }
  }

  private func text(_ years: [VastYear]) -> [UInt8] {
    var bytes: [UInt8] = []
    first.write(to: &bytes, years)
    last?.write(to: &bytes, years)
    return bytes
  }

  /// Whether it stands before another in the order of time; nil where their bounds are the same.
  private func isBefore(_ other: EDTF.Member, _ years: [VastYear]) -> Bool? {
    // Grammar: "or earlier" stands first, "or later" last.
    let places = (place, other.place)
    if places.0 != places.1 { return places.0 < places.1 }
    return first.isBefore(other.first, latest: false, years)
      ?? (last ?? first).isBefore(other.last ?? other.first, latest: true, years)
  }

  private var place: Int {
    first.flags.contains(.orBefore) ? 0 : first.flags.contains(.orAfter) ? 2 : 1
  }
}

extension PartialDate {
  fileprivate func isBefore(
    _ other: PartialDate, latest: Bool, _ years: [VastYear]
  ) -> Bool? {
    if let mine = units(.northern), let others = other.units(.northern) {
      let days = latest ? (mine.last.end, others.last.end) : (mine.first.begin, others.first.begin)
      return days.0 == days.1 ? nil : days.0 < days.1
    }
    let pair = (decimalYear(latest: latest, years), other.decimalYear(latest: latest, years))
    return pair.0 < pair.1 ? true : pair.1 < pair.0 ? false : nil
  }

  /// The date with its marks and its year in canonical spelling; a long year moves from `years`
  /// to `kept`.
  fileprivate func canonical(_ years: [VastYear], _ kept: inout [VastYear]) -> PartialDate {
    var date = self
    if marks != 0 { date.respellMarks() }
    if flags.contains(.letter) { date.respellYear(years, &kept) }
    return date
  }

  /// The date with its long year, if it has one, moved from `years` to the end of `kept`.
  fileprivate func moved(_ years: [VastYear], _ kept: inout [VastYear]) -> PartialDate {
    guard flags.contains(.vast) else { return self }
    var date = self
    date.magnitude = Int64(kept.count)
    kept.append(years[Int(magnitude)])
    return date
  }

  private mutating func respellMarks() {
    let (year, month, day) = qualifiers
    marks = 0
    // What is said against all components, then against the first two, then against each.
    let all = hasDay ? year.intersection(month).intersection(day) : year.intersection(month)
    let ofDate = hasMonth ? all : year
    self[hasDay ? .dayRight : hasMonth ? .monthRight : .yearRight] = ofDate
    guard hasMonth else { return }
    let ofMonth = hasDay ? year.intersection(month).subtracting(ofDate) : []
    if hasDay {
      self[.dayLeft] = day.subtracting(ofDate)
      self[.monthRight] = ofMonth
    }
    self[.monthLeft] = month.subtracting(ofDate).subtracting(ofMonth)
    self[.yearRight] = year.subtracting(ofDate).subtracting(ofMonth)
  }

  private mutating func respellYear(_ years: [VastYear], _ kept: inout [VastYear]) {
    if let written = scaled {
      magnitude = written
      exponent = 0
      return
    }
    var year =
      flags.contains(.vast)
      ? years[Int(magnitude)]
      : VastYear(
        digits: Array(String(magnitude).utf8),
        exponent: exponent > 0 ? Array(String(exponent).utf8) : [], significant: Int(significant))
    year.moveZeros()
    flags.remove(.vast)
    if year.digits.count <= 18, year.exponentValue <= 0xFF, year.significant <= 0xFF {
      magnitude = Int64(VastYear.value(of: year.digits))
      exponent = UInt8(year.exponentValue)
      significant = UInt8(year.significant)
    } else {
      flags.insert(.vast)
      (exponent, significant) = (0, 0)
      magnitude = Int64(kept.count)
      kept.append(year)
    }
  }
}

extension VastYear {
  /// Turns trailing zeros of the digits into a greater exponent.
  fileprivate mutating func moveZeros() {
    let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    guard zeros > 0 else { return }
    digits.removeLast(zeros)
    // Added digit by digit, since an exponent may have any number of them.
    var carry = zeros
    for place in exponent.indices.reversed() where carry > 0 {
      let sum = Int(exponent[place] - UInt8(ascii: "0")) + carry
      exponent[place] = UInt8(sum % 10) + UInt8(ascii: "0")
      carry = sum / 10
    }
    if carry > 0 { exponent = Array(String(carry).utf8) + exponent }
  }
}

extension TimeOfDay {
  fileprivate var canonical: TimeOfDay {
    var time = self
    switch zone {
    case .hours(0, _), .minutes(0, 0, _): time.zone = .utc
    case .minutes(let hours, 0, let isNegative): time.zone = .hours(hours, negative: isNegative)
    default: break
    }
    return time
  }
}
