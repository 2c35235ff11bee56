import Statements
import Testing

@testable import Reading

@Suite struct `A number about a mission` {
  private func counts(_ body: String) throws -> [String] {
    try read("The UN Mission in Togo (UNMITO) works in Lomé. \(body)").statements.compactMap {
      guard case .quantity(let quantity) = $0.value else { return nil }
      return "\($0.property.rawValue) \(quantity.words)"
    }
  }

  @Test(arguments: [
    ("UNMITO drew on forces from up to 51 nations.", ["contributors up to 51 nations"]),
    (
      "UNMITO had 3 staff commanders, 10 engineers and 31 drivers.",
      ["strength 3 staff commanders", "strength 10 engineers", "strength 31 drivers"]
    ),
    ("In UNMITO 602 Canadians served.", ["strength 602 Canadians"]),
    ("Of UNMITO approximately 7,000 remained.", ["strength about 7,000 people"]),
    ("The staff of UNMITO went up to three hundred.", ["strength 300 staff"]),
    (
      "Sixteen members of UNMITO died, four of them in May.",
      ["strength 16 members", "strength 4 members"]
    ),
    ("UNMITO had between 350 and 400 soldiers.", ["strength 350–400 soldiers"]),
    ("UNMITO has 34 military liaison officers.", ["strength 34 military liaison officers"]),
    ("UNMITO cost over 17.5 million euros.", ["cost over 17,500,000 EUR"]),
    ("UNMITO has an authorised strength of 1,200 troops.", ["authorised-strength 1,200 troops"]),
    ("At its peak UNMITO had 900 police officers.", ["peak-strength 900 police officers"]),
    ("UNMITO sent a 173-strong contingent to the border.", ["strength 173 contingent"]),
    ("UNMITO was 600 strong.", ["strength 600 strong"]),
    ("UNMITO has a battalion of 775 from Ghana.", ["strength 775 battalion"]),
    (
      "UNMITO has 46 international and 137 local members.",
      [
        "strength 46 international members", "strength 137 local members",
      ]
    ),
    ("UNMITO had over a thousand soldiers.", ["strength over 1,000 soldiers"]),
    (
      "UNMITO was cut to 500 troops by 2001 and to 300 by 2003.",
      [
        "strength 500 troops", "strength 300 troops",
      ]
    ),
    ("In all sixty thousand (60,000) soldiers served in UNMITO.", ["strength 60,000 soldiers"]),
  ])
  func `is counted with what the text counts`(body: String, expected: [String]) throws {
    #expect(try counts(body) == expected)
  }

  @Test(arguments: [
    "UNMITO is run by one of the nations.", "UNMITO lasted 19 months.",
    "UNMITO rests on resolution 1244 and decision 454.", "UNMITO began in 2004.",
    "The United States has 2,500 troops in Ghana.", "Two thirds of UNMITO went home.",
  ])
  func `is not a number of something else`(body: String) throws {
    #expect(try counts(body) == [])
  }
}
