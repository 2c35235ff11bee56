import Keeping
import Publishing
import Reading
import Serving

/// Reads what is uploaded as `annals read` reads a file: by a process with limits and no network.
struct Uploads: Sendable {
  let register: Register
  let limits: ProcessLimits

  /// - Throws: `RegisterError` where the register fails, `UploadRefusal` for a mapping that is none; what
  ///   is wrong with the file is in the answer.
  func read(_ upload: Upload) async throws -> Uploaded {
    var intake = Intake(limits: limits, sourceDate: upload.asOf)
    intake.mapping = try mapping(upload)
    if upload.wantsGuess { return await proposal(upload, intake) }
    let format = Format(path: upload.name)
    if intake.mapping == nil, format == .csv || format == .tsv {
      return await unmapped(upload, intake)
    }
    let outcome = await Crew.read(.given(upload.location, upload.bytes), with: intake)
    return uploaded(
      upload, try await register.keep(outcome, of: upload.location, by: upload.author))
  }

  private func mapping(_ upload: Upload) throws(UploadRefusal) -> Mapping? {
    guard let text = upload.mapping, !upload.wantsGuess else { return nil }
    do { return try MappingFile.mapping(Array(text.utf8), path: "map") } catch {
      throw UploadRefusal(field: "map", words: Uploads.sentences(error))
    }
  }

  /// What became of a file that was read, or could not be.
  private func uploaded(_ upload: Upload, _ verdict: Verdict) -> Uploaded {
    Uploaded(
      name: upload.name, verdict: verdict.kind.rawValue,
      reason: Uploads.bare(verdict.words, upload), document: verdict.found?.document,
      warnings: verdict.found?.warnings ?? [],
      doubts: verdict.found?.doubts.map { "\($0.place): \($0.reason): “\($0.quote)”" } ?? [],
      json: verdict.json)
  }

  // MARK: Tables

  private func guess(_ upload: Upload, _ intake: Intake) async -> Result<MappingGuess, Failure> {
    await Crew.alone(intake.limits) {
      intake.guess(.given(upload.location, upload.bytes), by: &$0)
    }
  }

  /// A mapping that was asked for: nothing is read.
  private func proposal(_ upload: Upload, _ intake: Intake) async -> Uploaded {
    switch await guess(upload, intake) {
    case .failure(let failure): uploaded(upload, Verdict(path: upload.location, failure: failure))
    case .success(let guess):
      Uploaded(
        name: upload.name, verdict: "proposed",
        reason: "a mapping of its columns is proposed; nothing was read", document: nil,
        warnings: Uploads.gaps(in: guess), doubts: [],
        mapping: MappingFile.toml(guess, table: upload.name),
        json: [
          "path": .string(upload.location), "verdict": "proposed",
          "mapping": MappingFile.json(guess),
          "map": .string(MappingFile.toml(guess, table: upload.name)),
        ])
    }
  }

  /// A table that came without a mapping: it fails as on the command line, and what could be said of its
  /// columns is there at once.
  private func unmapped(_ upload: Upload, _ intake: Intake) async -> Uploaded {
    switch await guess(upload, intake) {
    case .failure(let failure):
      return uploaded(upload, Verdict(path: upload.location, failure: failure))
    case .success(let guess):
      let toml = MappingFile.toml(guess, table: upload.name)
      let failure = Failure(
        .inputFailed, "\(upload.location): a table needs to be told what its columns mean",
        remedy: "Correct the mapping that is proposed in “map”, and send it along.")
      let verdict = Verdict(path: upload.location, failure: failure)
      let json = verdict.json.with("mapping", MappingFile.json(guess)).with("map", .string(toml))
      return Uploaded(
        name: upload.name, verdict: verdict.kind.rawValue,
        reason: Uploads.bare(verdict.words, upload), document: nil,
        warnings: Uploads.gaps(in: guess), doubts: [], mapping: toml, json: json)
    }
  }

  /// What a person must add to a guess, as `--guess-map` says it.
  private static func gaps(in guess: MappingGuess) -> [String] {
    let columns = guess.mapping.columns
    if columns[.mission] == nil, columns[.acronym] == nil {
      return ["No column was found that names missions; write mission = \"…\" yourself."]
    }
    guard !guess.isEnough else { return [] }
    return [
      "No column was found that says anything of them; write start, end, host, strength or as-of "
        + "= \"…\" yourself."
    ]
  }

  // MARK: Words

  /// Words about a file without its name, which stands beside them.
  private static func bare(_ words: String, _ upload: Upload) -> String {
    let prefix = "\(upload.location): "
    return words.hasPrefix(prefix) ? String(words.dropFirst(prefix.count)) : words
  }

  private static func sentences(_ failure: Failure) -> String {
    failure.what + (failure.remedy.map { ". \($0)" } ?? ".")
  }
}
