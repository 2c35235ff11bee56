import Foundation
import Reading

/// Poppler's command-line programs, which take the words out of a PDF.
///
/// They run as children of the worker and inherit its limits.
enum Poppler {
  static func parts(
    of bytes: [UInt8], limits: ProcessLimits
  ) throws(ReadingError) -> Manuscript.PDFParts {
    let words = try run(
      "pdftotext", ["-tsv", "-enc", "UTF-8", "-q", "-", "-"], bytes, limits: limits)
    // Metadata is worth an attempt and no more.
    let properties = try? run(
      "pdfinfo", ["-isodates", "-enc", "UTF-8", "-"], bytes, limits: limits)
    return Manuscript.PDFParts(words: words, properties: properties ?? [])
  }

  /// What a program writes when it is given the bytes.
  private static func run(
    _ name: String, _ arguments: [String], _ bytes: [UInt8], limits: ProcessLimits
  ) throws(ReadingError) -> [UInt8] {
    let child: ChildProcess
    do {
      child = try ChildProcess(name, arguments, environment: Crew.environment)
    } catch {
      throw ReadingError(
        .damaged("\(name) cannot be started; PDFs need it (Debian: apt install poppler-utils)"))
    }
    // It may answer before it has read everything, so both go on at the same time.
    let input = child.input
    let feeder = Thread {
      _ = Descriptors.write(bytes, to: input)
      close(input)
    }
    feeder.start()
    let output = Descriptors.readAll(from: child.output, limit: 16 * limits.reader.text)
    if output == nil { child.kill() }
    switch child.wait() {
    case .code(0):
      guard let output else { throw ReadingError(.tooMuchText(limit: limits.reader.text)) }
      return output
    case .code(let code):
      // 3: the owner forbids copying; 1: it cannot be opened.
      throw ReadingError(
        .damaged(
          code == 3
            ? "the PDF forbids that its text is copied"
            : "\(name) cannot read the PDF (exit code \(code)); it may need a password"))
    case .signal(let number):
      throw ReadingError(
        .hostile(
          output == nil
            ? "\(name) gave more text than \(limits.reader.text >> 20) MB"
            : number == SIGXCPU || number == SIGKILL
              ? "\(name) needed more than \(limits.seconds) seconds of processor time"
              : "\(name) stopped on it (signal \(number)), perhaps at the limit of "
                + "\(limits.memory >> 20) MB of memory"))
    }
  }
}
