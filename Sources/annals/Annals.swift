import ArgumentParser

@main
struct Annals: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns briefings about international missions into a sourced chronology.",
    version: "0.1.0")
}
