import ArgumentParser

/// The group of commands about dates in EDTF.
struct EDTFDoors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edtf",
    abstract: "Checks, compares and reads imprecise dates (EDTF).",
    discussion: """
      EXAMPLES:
        echo '2004-06?' | annals edtf bounds
        annals edtf relate 2004/2011 2008-01-01 --predicate contains
        annals edtf read 'from March 2004 to June 2011'

      EDTF is the Extended Date/Time Format of ISO 8601-2:2019, levels 0 to 2.
      """,
    subcommands: [EDTFBounds.self, EDTFRelate.self, EDTFRead.self, EDTFExplain.self])
}
