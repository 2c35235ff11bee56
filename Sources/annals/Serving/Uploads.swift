import Keeping
import Publishing
import Reading
import Serving

/// Reads what is uploaded as `annals read` reads a file: by a process with limits and no network.
struct Uploads: Sendable {
  let register: Register
  let limits: ProcessLimits

  /// - Throws: `RegisterError` where the register fails; what is wrong with the file is in the answer.
  func read(_ upload: Upload) async throws -> Uploaded {
    let intake = Intake(limits: limits, sourceDate: upload.asOf)
    let outcome = await Crew.read(.given(upload.location, upload.bytes), with: intake)
    let verdict = try await register.keep(outcome, of: upload.location, by: upload.author)
    let prefix = "\(upload.location): "
    let reason = verdict.words
    return Uploaded(
      name: upload.name, verdict: verdict.kind.rawValue,
      reason: reason.hasPrefix(prefix) ? String(reason.dropFirst(prefix.count)) : reason,
      document: verdict.found?.document, warnings: verdict.found?.warnings ?? [],
      doubts: verdict.found?.doubts.map { "\($0.place): \($0.reason): “\($0.quote)”" } ?? [],
      json: verdict.json)
  }
}
