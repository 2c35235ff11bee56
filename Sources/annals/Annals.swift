import ArgumentParser

/// The root command: only a name for its subcommands.
struct Annals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annals",
    abstract: "Turns briefings about international missions into a sourced chronology.",
    discussion: """
      EXAMPLES:
        annals read Dossiers/              read documents into the register
        annals missions --on 2012-06-01    which missions were running, with the evidence
        annals show NTM-I                  one mission: what is said of it, and where
        annals timeline                    all missions, drawn in the terminal
        annals review                      decide on what was read, one by one
        annals serve                       all of it in a browser

      The register is one file: --register FILE, else $ANNALS_REGISTER, else ./annals.sqlite.
      Every command ends with a number that scripts can rely on: annals help exit-codes.
      """,
    version: "0.1.0",
    subcommands: [
      ReadCommand.self, MissionsCommand.self, ShowCommand.self, SearchCommand.self,
      TimelineCommand.self, TotalsCommand.self, LineageCommand.self, GapsCommand.self,
      StatementsCommand.self, ReviewCommand.self, AcceptCommand.self, RejectCommand.self,
      AmendCommand.self, UndoCommand.self, CheckCommand.self, SettleCommand.self, SameCommand.self,
      DistinctCommand.self, PartOfCommand.self, LogCommand.self, DiffCommand.self,
      BackupCommand.self, DoctorCommand.self, ServeCommand.self, TokenDoors.self,
      ExtractCommand.self,
      TagCommand.self, EDTFDoors.self,
    ])

  /// What usage errors begin with: the program's name, as with all others.
  static var _errorLabel: String { "annals" }
}
