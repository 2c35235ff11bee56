import ArgumentParser
import Foundation
import Publishing
import Reading
import Statements

/// How tables are told what their columns mean.
struct MappingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the columns of tables mean: a TOML or JSON file.", valueName: "file"),
    completion: .file(extensions: ["toml", "json"]))
  var map: String?

  @Flag(
    help: "Read nothing; propose a mapping for a table from its header, with the reasons.")
  var guessMap = false

  /// The mapping that `--map` names.
  /// - Throws: `Failure` with the file, the place in it and what is wrong.
  func mapping() throws(Failure) -> Mapping? {
    guard let map else { return nil }
    let bytes = try FileBytes.read(map, limit: 1 << 20)
    return try MappingFile.mapping(bytes, path: map)
  }
}

extension ReadCommand {
  /// Proposes a mapping for the table that is named.
  func guess(on console: inout Console) throws -> Outcome {
    guard paths.count == 1 else {
      throw Failure(.usage, "--guess-map takes one table, not \(paths.count) paths")
    }
    let inputs = InputFiles(paths) { _ in true }
    guard let input = inputs.inputs.first, inputs.inputs.count == 1 else {
      throw Failure(.usage, "--guess-map takes one table and no folder")
    }
    let intake = Intake(limits: limits.limits)
    let (bytes, format) = try intake.contents(of: input)
    guard let format = format ?? Optional(.csv), format.isTable || input == .standardInput else {
      throw Failure(
        .usage, "\(input.name) is \(format?.name ?? "no table"), no table",
        remedy: "Tables end in .csv, .tsv or .json.")
    }
    let reader = try Reader(vocabulary: .builtIn())
    let guess: MappingGuess
    do {
      guess = try reader.guessMapping(
        bytes, as: format.isTable ? format : .csv, named: input.name, limits: intake.limits.reader)
    } catch {
      throw Failure(.inputFailed, "\(input.name): \(error)")
    }
    if look.json {
      try console.print(MappingFile.json(guess).text())
    } else {
      try console.write(MappingFile.toml(guess, table: input.name))
    }
    if guess.mapping.columns[.mission] == nil, guess.mapping.columns[.acronym] == nil {
      console.say("No column was found that names missions; write mission = \"…\" yourself.")
      return .negative
    }
    if !guess.isEnough {
      console.say(
        "No column was found that says anything of them; write start, end, host, strength or as-of "
          + "= \"…\" yourself.")
      return .negative
    }
    console.say("Look at it, correct it, and read the table with --map FILE.")
    return .done
  }
}
