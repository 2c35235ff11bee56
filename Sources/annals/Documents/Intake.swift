import Chronology
import Foundation
import Keeping
import Reading
import Statements

/// From a file on the disk to what it says, by a process that is not trusted with anything else.
struct Intake: Sendable {
  /// What a file says, with what is needed to keep it.
  struct Reading: Sendable {
    let proposals: Proposals
    let original: Original?
    let recipe: String
  }

  let limits: ProcessLimits
  var sourceDate: Day?
  var mapping: Mapping?
  /// Word lists that are laid over those of the program, by their names.
  var vocabulary: [String: String] = [:]
  /// Whether only the documents' texts are wanted.
  var isTextOnly = false
  /// Readings that need not be made again.
  var known: Set<Recipe> = []

  /// What the document says, or that it is known, or why it cannot be read.
  func read(_ input: InputFiles.Input, by worker: inout WorkerProcess) -> Crew.Outcome {
    do throws(Failure) {
      let (bytes, format) = try contents(of: input)
      guard let digest = Digest.sha256(bytes) else {
        throw Failure(.inputFailed, "\(input.name): its digest cannot be computed")
      }
      let id = DocumentID(rawValue: digest)
      let recipe = recipe(format)
      let name = Recipe(document: id, name: recipe)
      if known.contains(name) { return .known(name) }
      let job = Job(
        format: format, document: digest, location: input.name, asOf: sourceDate?.number,
        mapping: format?.isTable == true ? mapping : nil,
        vocabulary: vocabulary.isEmpty ? nil : vocabulary, isTextOnly: isTextOnly)
      let proposals = try worker.read(bytes, job, id: id)
      let isText = proposals.document.text.utf8.elementsEqual(bytes)
      let isPlain = isText && proposals.document.places == .lines
      let original =
        isPlain
        ? nil : Original(format: format?.rawValue ?? "text", bytes: isText ? nil : bytes)
      return .read(Reading(proposals: proposals, original: original, recipe: recipe))
    } catch {
      return .failed(error)
    }
  }

  /// What the columns of a table seem to mean, or why that cannot be told.
  func guess(
    _ input: InputFiles.Input, by worker: inout WorkerProcess
  ) -> Result<MappingGuess, Failure> {
    do throws(Failure) {
      let (bytes, format) = try contents(of: input)
      let isTable = format?.isTable ?? true
      guard isTable else {
        throw Failure(
          .inputFailed, "\(input.name): it is \(format?.name ?? "no table"), no table",
          remedy: "Tables end in .csv, .tsv or .json.")
      }
      let job = Job(
        format: format, document: "", location: input.name, asOf: nil, mapping: nil,
        vocabulary: nil, isGuess: true)
      return .success(try worker.guess(bytes, job))
    } catch {
      return .failure(error)
    }
  }

  /// The bytes of an input, and the format that its name or its beginning tells.
  func contents(of input: InputFiles.Input) throws(Failure) -> ([UInt8], Format?) {
    switch input {
    case .unreadable(let path, let what, let remedy):
      throw Failure(.inputFailed, "\(path): \(what)", remedy: remedy)
    case .standardInput:
      let bytes = try FileBytes.readStandardInput(limit: limits.reader.file)
      return (bytes, Format.sniffed(bytes))
    case .given(let name, let bytes):
      return (bytes, Format(path: name) ?? Format.sniffed(bytes))
    case .file(let path):
      return (try FileBytes.read(path, limit: limits.reader.file), Format(path: path))
    }
  }

  /// All that a reading depends on besides the bytes: this program, the format, the options.
  private func recipe(_ format: Format?) -> String {
    var options = sourceDate.map { "as of \($0)" } ?? ""
    if format?.isTable == true, let mapping, let data = try? Intake.encoder.encode(mapping) {
      options += " " + (Digest.sha256(Array(data)) ?? "")
    }
    if !vocabulary.isEmpty, let data = try? Intake.encoder.encode(vocabulary) {
      options += " words " + (Digest.sha256(Array(data)) ?? "")
    }
    return "\(Intake.program) \(format?.rawValue ?? "") \(options)"
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }()

  /// Names this build of the program, so that a newer one reads everything anew: the size and the
  /// time of its own file.
  static let program: String = {
    var status = stat()
    guard unsafe stat(Crew.program, &status) == 0 else { return "unknown" }
    return "\(status.st_size)-\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)"
  }()
}

extension Format {
  /// Whether a mapping may be needed to read it.
  var isTable: Bool { self == .csv || self == .tsv || self == .json }
}

extension InputFiles.Input {
  /// The path, or what standard input is called.
  var name: String { self == .standardInput ? "standard input" : path }
}
