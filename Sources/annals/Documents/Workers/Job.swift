import Chronology
import Foundation
import Reading
import Statements

/// What a worker is told besides the bytes of the file.
struct Job: Codable, Sendable {
  let format: Format?
  let document: String
  let location: String
  /// Days since 1970-01-01.
  let asOf: Int64?
  let mapping: Mapping?
  /// Word lists to lay over those of the program, by their names.
  var vocabulary: [String: String]?
  /// Whether only the document's text is wanted.
  var isTextOnly = false
  /// Whether nothing is to be read, but a mapping proposed for a table.
  var isGuess = false

  var source: Source {
    Source(location: location, asOf: asOf.map(Day.init(number:)))
  }
}

/// The process that reads foreign files for another: this program itself, started once more.
///
/// It is given a frame with a job as JSON and one with the file's bytes, and answers with a frame:
/// a byte that says whether it went well, then the proposals or the words of what is wrong. It goes
/// on until its input ends.
enum Worker {
  /// The first argument that makes this program a worker; no command has such a name.
  static let argument = "--read-for-parent"

  /// - Parameter arguments: the limits, as JSON.
  /// - Returns: the exit code.
  static func main(_ arguments: [String]) -> Int32 {
    guard let text = arguments.first,
      let limits = try? JSONDecoder().decode(ProcessLimits.self, from: Data(text.utf8))
    else { return Outcome.usage.rawValue }
    limits.confine()
    guard let vocabulary = try? Vocabulary.builtIn(),
      var reader = try? Reader(vocabulary: vocabulary)
    else { return Outcome.refused.rawValue }
    var overlay: [String: String]?
    while let header = frame(limit: 1 << 23) {
      guard let job = try? JSONDecoder().decode(Job.self, from: Data(header)),
        let bytes = frame(limit: limits.reader.file)
      else { return Outcome.usage.rawValue }
      if job.vocabulary != overlay {
        overlay = job.vocabulary
        guard let words = try? vocabulary.overlaid(by: overlay ?? [:]),
          let new = try? Reader(vocabulary: words)
        else { return Outcome.refused.rawValue }
        reader = new
      }
      limits.restartClock()
      let answer = answer(job, bytes, reader, limits)
      guard Descriptors.write(Descriptors.header(answer.count), to: STDOUT_FILENO),
        Descriptors.write(answer, to: STDOUT_FILENO)
      else { return Outcome.inputFailed.rawValue }
    }
    return Outcome.done.rawValue
  }

  private static func answer(
    _ job: Job, _ bytes: [UInt8], _ reader: Reader, _ limits: ProcessLimits
  ) -> [UInt8] {
    var wire = WireWriter()
    do throws(ReadingError) {
      if job.isGuess {
        let guess = try reader.guessMapping(
          bytes, as: job.format ?? .csv, named: job.location, limits: limits.reader)
        wire.write(true)
        wire.write(guess)
        return wire.bytes
      }
      let isPDF = job.format == .pdf && Format.sniffed(bytes) == .pdf
      let pdf = isPDF ? try Poppler.parts(of: bytes, limits: limits) : nil
      let proposals = try reader.read(
        Manuscript(bytes, pdf: pdf), as: job.format, id: DocumentID(rawValue: job.document),
        source: job.source, by: job.mapping, limits: limits.reader,
        isTextOnly: job.isTextOnly)
      wire.write(true)
      wire.write(proposals)
    } catch {
      wire.write(false)
      wire.write("\(error)")
    }
    return wire.bytes
  }

  private static func frame(limit: Int) -> [UInt8]? {
    guard let header = Descriptors.read(8, from: STDIN_FILENO),
      let count = Descriptors.count(header), count <= limit
    else { return nil }
    return Descriptors.read(count, from: STDIN_FILENO)
  }
}
