import Dispatch
import Foundation
import Reading
import Statements
import Synchronization

/// One worker as the program that asks it sees it: it is started when it is first needed, and anew
/// after it was stopped.
///
/// A worker that has run a parser written in C is not asked again, so that what one file did to it
/// cannot reach the next.
struct WorkerProcess: ~Copyable {
  private let limits: ProcessLimits
  private var child: ChildProcess?

  init(limits: ProcessLimits) { self.limits = limits }

  deinit {
    child?.closeInput()
    child?.kill()
    _ = child?.wait()
  }

  /// What the worker makes of a file.
  /// - Throws: `Failure` with what the worker says is wrong, or how it ended instead.
  mutating func read(
    _ bytes: [UInt8], _ job: Job, id: DocumentID
  ) throws(Failure) -> Proposals {
    let name = job.location
    return try answer(bytes, job) { (wire: inout WireReader) throws(WireReader.Malformed) in
      try wire.proposals(id: id, location: name)
    }
  }

  /// What the columns of a table seem to mean to the worker, which is asked by a job for a guess.
  mutating func guess(_ bytes: [UInt8], _ job: Job) throws(Failure) -> MappingGuess {
    try answer(bytes, job) { (wire: inout WireReader) throws(WireReader.Malformed) in
      try wire.guess()
    }
  }

  private mutating func answer<Answer>(
    _ bytes: [UInt8], _ job: Job,
    _ decode: (inout WireReader) throws(WireReader.Malformed) -> Answer
  ) throws(Failure) -> Answer {
    let name = job.location
    let child = try started()
    let watch = Watch(child, seconds: limits.wall)
    let answer = ask(child, job, bytes)
    let wasLate = watch.end()
    guard let answer else { throw stopped(name, wasLate: wasLate) }
    if job.format?.needsForeignParser == true { retire() }
    var wire = WireReader(answer)
    let refusal: String
    do throws(WireReader.Malformed) {
      if try wire.bool() { return try decode(&wire) }
      refusal = try wire.string()
    } catch {
      retire()
      throw Failure(
        .inputFailed, "\(name): the process that read it gave an answer without sense",
        remedy: "Do not trust the file.")
    }
    throw Failure(.inputFailed, "\(name): \(refusal)")
  }

  private mutating func started() throws(Failure) -> ChildProcess {
    if let child { return child }
    guard let data = try? JSONEncoder().encode(limits) else {
      throw Failure(.inputFailed, "the limits cannot be written down")
    }
    let new = try ChildProcess(
      Crew.program, [Worker.argument, String(decoding: data, as: UTF8.self)],
      environment: Crew.environment, leadsGroup: true)
    child = new
    return new
  }

  private mutating func retire() {
    guard let child else { return }
    self.child = nil
    child.closeInput()
    child.kill()
    _ = child.wait()
  }

  /// Why there is no answer, after the process has ended.
  private mutating func stopped(_ name: String, wasLate: Bool) -> Failure {
    guard let child else { return Failure(.inputFailed, "\(name): no process to read it") }
    self.child = nil
    child.closeInput()
    // It may be alive and have answered with too much.
    let isAlive = !wasLate && !child.endsSoon()
    child.kill()
    let end = child.wait()
    let what: String
    let remedy: String
    switch end {
    case _ where wasLate, .signal(SIGXCPU):
      what = "took longer than \(limits.seconds) seconds of processor time"
      remedy = "A longer time is --max-seconds N, if you trust the file."
    case _ where isAlive:
      what = "gave more than \(limits.output >> 20) MB"
      remedy = "Split it, or allow more with --max-output N, if you trust the file."
    case .signal(let number):
      what =
        "stopped the process that read it (signal \(number)), perhaps at the limit of "
        + "\(limits.memory >> 20) MB of memory"
      remedy = "More memory is --max-memory N, if you trust the file."
    case .code(let code):
      what = "ended the process that read it (exit code \(code))"
      remedy = "Do not trust the file."
    }
    return Failure(.inputFailed, "\(name): \(what)", remedy: remedy)
  }

  private func ask(_ child: ChildProcess, _ job: Job, _ bytes: [UInt8]) -> [UInt8]? {
    guard let header = try? JSONEncoder().encode(job) else { return nil }
    for frame in [Array(header), bytes] {
      guard Descriptors.write(Descriptors.header(frame.count), to: child.input),
        Descriptors.write(frame, to: child.input)
      else { return nil }
    }
    guard let answer = Descriptors.read(8, from: child.output),
      let count = Descriptors.count(answer), count <= limits.output
    else { return nil }
    return Descriptors.read(count, from: child.output)
  }

  /// Kills a child that takes too long on the clock.
  private final class Watch: Sendable {
    private enum State { case running, ended, late }
    private let state = Mutex(State.running)

    init(_ child: ChildProcess, seconds: Double) {
      DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in
        self?.state.withLock { state in
          guard state == .running else { return }
          state = .late
          child.kill()
        }
      }
    }

    /// Ends the watch.
    /// - Returns: whether the child was killed.
    func end() -> Bool {
      state.withLock { state in
        if state == .running { state = .ended }
        return state == .late
      }
    }
  }
}
