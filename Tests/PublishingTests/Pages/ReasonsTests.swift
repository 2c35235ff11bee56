import Chronology
import Statements
import Testing

@testable import Publishing

@Suite struct `Reasons in another language` {
  let french: Wording
  init() throws { french = try #require(try Wording.all().first { $0.language == "fr" }) }

  @Test(arguments: [
    ("the document gives it no period", "le document ne lui donne pas de période"),
    (
      "2004–2011 is stated; it ended on 3 May 2011",
      "énoncé : 2004–2011\u{202F}; elle a pris fin le 3 mai 2011"
    ),
    ("since around July 2006 is stated", "énoncé : depuis juillet 2006 environ"),
    ("established in 2004, closed in December 2011", "établie en 2004, close en décembre 2011"),
    (
      "begins sometime in 2012, so 15 June 2012 may lie before it",
      "commence en 2012, sans plus de précision ; le 15 juin 2012 peut venir avant"
    ),
    (
      "signed in May 2012, one of 3 dates that may be its begin; none is stated to be",
      "signée en mai 2012, l’une de 3 dates qui peuvent être son début ; aucune n’est énoncée comme telle"
    ),
    ("BOM (2 accounts): closed in 2003", "BOM (2 comptes rendus) : close en 2003"),
    (
      "“the force” taken for the mission spoken of before",
      "“the force” compris comme la mission dont il vient d’être question"
    ),
    ("authorised-strength 40 troops, without a date", "effectif autorisé : 40 troops, sans date"),
    ("at least 12 days lie between them", "au moins 12 jours les séparent"),
    ("place in the heading above", "lieu dans le titre au-dessus"),
  ]) func `are said with their dates, names and numbers`(english: String, said: String) {
    #expect(french.reason(english) == said)
  }

  @Test func `stay in English where no row has them`() throws {
    #expect(french.reason("it was raining") == nil)
    // A part of the sentence is not enough.
    #expect(french.reason("2004 is stated; it was raining") == nil)
    #expect(french.reason("32 May 2004 is stated") == nil)
    let english = try #require(try Wording.all().first)
    #expect(english.reason("it was raining") == "it was raining")
  }

  @Test func `say of a date nothing but the date`() throws {
    let dates = [
      "2004", "2004-05", "2004-05-03", "2004/2011", "2004-03/2011", "2021/..", "../2011",
      "2006-07~",
      "199X", "2004-21", "[..2014-12-31]", "1995-09-11/1995-09-20", "2011?", "-0043",
    ]
    for text in dates {
      let date = try EDTF(text)
      let said = try #require(french.reason("\(DateWords.of(date)) is stated"), "\(text)")
      #expect(said == "énoncé : \(french.words(date))")
    }
  }
}
