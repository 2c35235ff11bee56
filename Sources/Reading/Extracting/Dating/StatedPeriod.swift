import Chronology
import Statements

/// Whether a period in prose is a mission's own, not that of something it did.
struct StatedPeriod {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// - Parameters:
  ///   - quantities: the tokens of counted things; "900 monitors served from 2018 to 2021" is about
  ///     the monitors.
  func holds(
    for date: Dated, in sentence: Sentence, clause: Range<Int>, cue: EventTyping.Typed?,
    quantities: [Range<Int>], attachment: Attachment, isOwnHeading: Bool = false,
    nation: String? = nil
  ) -> Bool {
    let range = date.tokens
    if sentence.label?.role == .period { return true }
    if isOwnHeading, isFragment(range, sentence), date.expression.isPeriod { return true }
    if isBehindName(range, sentence) { return true }
    guard date.expression.isPeriod else { return false }
    // "Extended the mandate of UNMITO until 30 June 2006" foretells an end and states none.
    if cue?.property == .extended || cue?.property == .plannedEnd { return false }
    // "Under the United Nations Protection Force from 1993 to 1995", "UNMIK since June 1999".
    if sentence.mentions.contains(where: { mention in
      // "A support mission (UNSMIH) from July 1996 to July 1997"
      let gap = range.lowerBound - mention.tokens.upperBound
      return gap == 0 || gap == 1 && tokens[mention.tokens.upperBound].isMark(")")
    }) {
      return true
    }
    let before = clause.lowerBound..<range.lowerBound
    if isSince(date, in: sentence, clause: clause, attachment: attachment) { return true }
    // "It took part in INTERFET and UNTAET from 1999 to 2002"
    let edtf = date.expression.edtf.description
    let isClosed = edtf.contains("/") && !edtf.hasPrefix("../") && !edtf.hasSuffix("/..")
    if cue?.property == .joined, isClosed,
      sentence.mentions.contains(where: { $0.tokens.upperBound <= range.lowerBound })
    {
      return true
    }
    if isOwnHeading, let nation, speaks(of: nation, sentence.range),
      isClosed || edtf.hasSuffix("/..")
    {
      return true
    }
    if cue?.property == .period {
      // "900 monitors served from 2018 to 2021"
      let verb = cue?.cue.lowerBound ?? before.upperBound
      let isOfCounted = quantities.contains {
        before.contains($0.lowerBound) && (0...3).contains(verb - $0.upperBound)
      }
      guard !isOfCounted else { return false }
      // "… was a partnership that lasted from 2003 to 2017": of what the sentence began with.
      if let verb = cue?.cue.lowerBound, verb > sentence.range.lowerBound,
        tokens[verb - 1].isAny(of: [.that, .which]), !sentence.mentions.isEmpty
      {
        return true
      }
      // "In August and September 2001 the Alliance mounted Operation Essential Harvest."
      if let verb = cue?.cue,
        sentence.mentions.contains(where: {
          $0.tokens.lowerBound >= verb.upperBound && $0.tokens.lowerBound - verb.upperBound <= 2
        })
      {
        return true
      }
      return sentence.mentions.contains { before.overlaps($0.tokens) }
        || lexicon.references.first(in: tokens, before) != nil
        || attachment.anaphor(in: before) != nil
    }
    // "UNPROFOR lost 167 members up to December 1995" ends nothing, nor does what sources close to it told
    // of the time "up until July 1999".
    let isFar =
      edtf.hasPrefix("../")
      && (quantities.contains { before.contains($0.lowerBound) }
        || !sentence.mentions.contains {
          $0.tokens.upperBound <= range.lowerBound && range.lowerBound - $0.tokens.upperBound <= 12
        })
    return cue == nil && !isFar
      && (begins(before, sentence)
        || isFollowedByMission(range, sentence, isOpen: edtf.hasSuffix("/..")))
  }

  /// Whether a sentence opens with a country or with what is the country's: "Norway has sent observers",
  /// "Norwegian soldiers".
  private func speaks(of nation: String, _ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    guard let country = lexicon.countries.match(tokens, at: first, before: range.upperBound),
      country.value.name == nation
    else { return false }
    let next = country.tokens.upperBound
    return country.value.form == .adjective
      || next < range.upperBound && tokens[next].isAny(of: [.has, .have, .took, .led])
  }

  /// "Since January 2015." or "1999–2006, at most 1,200 soldiers" right below a mission's name.
  private func isFragment(_ date: Range<Int>, _ sentence: Sentence) -> Bool {
    guard sentence.mentions.isEmpty,
      (sentence.range.lowerBound..<date.lowerBound).allSatisfy({
        tokens[$0].kind == .mark || tokens[$0].isAny(of: [.from, .since])
      })
    else { return false }
    return date.upperBound == sentence.range.upperBound || tokens[date.upperBound].isMark(",")
      || tokens[date.upperBound].isMark(".") || tokens[date.upperBound].isMark(":")
      || tokens[date.upperBound].isMark(";")
  }

  /// "It has been a NATO mission since 2006", "UNMISS has operated in the country since 2011": the
  /// perfect of a mission with "since".
  func isSince(_ date: Dated, in sentence: Sentence, clause: Range<Int>, attachment: Attachment)
    -> Bool
  {
    guard date.expression.edtf.description.hasSuffix("/..") else { return false }
    // "Since August 2006 the UN has been working there through UNMIT."
    if date.tokens.lowerBound == sentence.range.lowerBound, sentence.mentions.count == 1,
      sentence.dates.count == 1,
      sentence.range.contains(where: { tokens[$0].isAny(of: [.has, .have]) })
    {
      return true
    }
    let before = clause.lowerBound..<date.tokens.lowerBound
    guard let verb = before.last(where: { tokens[$0].isAny(of: [.has, .have]) }) else {
      return false
    }
    // "It has been put into a training role since 2012" is one thing that was done to it.
    if verb + 2 < date.tokens.lowerBound, tokens[verb + 1].isWord(.been),
      !lexicon.presences.contains(tokens[verb + 2].word)
    {
      return false
    }
    let subject = max(clause.lowerBound, verb - 6)..<verb
    return sentence.mentions.contains {
      $0.tokens.upperBound <= verb && verb - $0.tokens.upperBound <= 2
    } || attachment.anaphor(in: subject) != nil && subject.count <= 4
  }

  /// "ISAF (August 2003 – December 2014)", "UNMIH, 1993–1996", "MINUSTAH: since 2004".
  private func isBehindName(_ date: Range<Int>, _ sentence: Sentence) -> Bool {
    guard date.lowerBound > sentence.range.lowerBound else { return false }
    let mark = tokens[date.lowerBound - 1]
    guard mark.isMark("(") || mark.isMark(",") || mark.isMark(":") || mark.isDash,
      let mention = dated(by: date, sentence)
    else { return false }
    let between = withoutRemarks(mention.tokens.upperBound..<date.lowerBound - 1)
    // A place may stand between: "UNMIH, Haiti (1993–1996)".
    let isPlace = between.allSatisfy { index in
      tokens[index].kind == .mark && !tokens[index].isMark(".") && !tokens[index].isMark(";")
        || lexicon.countries.match(tokens, at: index, before: date.lowerBound) != nil
        || tokens[index].isAny(of: [.in, .the])
    }
    guard isPlace else { return false }
    let isEnd =
      date.upperBound == sentence.range.upperBound || tokens[date.upperBound].kind == .mark
    // "The AU Mission in Somalia (AMISOM, 2007–2022)"
    let open = (sentence.range.lowerBound..<date.lowerBound).last { tokens[$0].isMark("(") }
    let isInside =
      mark.isMark(",")
      && open.map { open in !(open..<date.lowerBound).contains { tokens[$0].isMark(")") } } ?? false
    return isEnd
      && (mark.isMark("(") || isInside
        || mention.tokens.lowerBound - sentence.range.lowerBound <= 2)
  }

  /// The mission that a date stands behind: the one that opens the sentence, where another is only named in
  /// the parenthesis behind it ("formerly Operation Freedom Eagle"), else the nearest.
  private func dated(by date: Range<Int>, _ sentence: Sentence) -> Mentions.Mention? {
    let before = sentence.mentions.filter { $0.tokens.upperBound <= date.lowerBound }
    guard let first = before.first, let last = before.last, before.count > 1,
      first.tokens.lowerBound - sentence.range.lowerBound <= 2
    else { return before.last }
    let open = withoutRemarks(first.tokens.upperBound..<date.lowerBound)
    return open.contains(last.tokens.lowerBound) ? last : first
  }

  /// Without footnote marks and what stands in parentheses.
  private func withoutRemarks(_ range: Range<Int>) -> [Int] {
    var depth = 0
    return range.filter { index in
      if tokens[index].isMark("(") || tokens[index].isMark("[") { depth += 1 }
      defer { if tokens[index].isMark(")") || tokens[index].isMark("]") { depth -= 1 } }
      return depth == 0
    }
  }

  /// "From 2004 to 2011 the NATO Training Mission in Iraq taught …".
  private func isFollowedByMission(
    _ date: Range<Int>, _ sentence: Sentence, isOpen: Bool
  ) -> Bool {
    let opens =
      date.lowerBound == sentence.range.lowerBound || tokens[date.lowerBound - 1].kind == .mark
    // "Since January 2006 the force took over duties" is an event.
    let isEvent =
      isOpen && tokens[date.lowerBound].isAny(of: [.since, .from])
      && !sentence.range.contains { tokens[$0].isAny(of: [.has, .have, .is, .are]) }
      && sentence.mentions.contains { mention in
        let next = mention.tokens.upperBound
        return next < sentence.range.upperBound && tokens[next].kind == .word
          && !tokens[next].isCapitalised && !tokens[next].isAny(of: .inNames)
      }
    return opens && !isEvent
      && sentence.mentions.contains {
        $0.tokens.lowerBound >= date.upperBound && $0.tokens.lowerBound - date.upperBound <= 2
      }
  }

  /// Whether the clause opens with the mission's name: "Operation Amber Fox protected the monitors from
  /// September 2001 until December 2002".
  private func begins(_ before: Range<Int>, _ sentence: Sentence) -> Bool {
    sentence.mentions.contains { mention in
      before.contains(mention.tokens.lowerBound)
        && mention.tokens.lowerBound - before.lowerBound <= 1
        && !before.contains { tokens[$0].isAny(of: [.would, .should, .will]) }
    }
  }
}
