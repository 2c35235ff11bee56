import Dispatch
import Foundation
import Keeping
import Reading
import Statements
import Synchronization

/// Reads files side by side, each worker process with a thread that waits for it.
enum Crew {
  /// What became of one input, with its place in the list.
  struct Result: Sendable {
    let index: Int
    let outcome: Outcome
  }

  enum Outcome: Sendable {
    case read(Intake.Reading)
    /// The register has it, read by the same recipe.
    case known(Recipe)
    case failed(Failure)
  }

  /// The way to this program.
  static let program: String = {
    FileManager.default.isReadableFile(atPath: "/proc/self/exe")
      ? "/proc/self/exe" : Bundle.main.executablePath ?? CommandLine.arguments[0]
  }()

  /// All that a child gets to know of this program's surroundings. A crash is a verdict here, so
  /// nothing should look into it for minutes.
  static let environment: [String] = {
    let inherited = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"].compactMap { name in
      ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
    }
    return inherited + ["LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
  }()

  /// Starts reading; results come as they are ready.
  ///
  /// - Parameters:
  ///   - count: how many processes read at a time.
  ///   - isStopped: asked before each input.
  static func read(
    _ inputs: [InputFiles.Input], with intake: Intake, count: Int,
    isStopped: @escaping @Sendable () -> Bool
  ) -> Reading {
    let (stream, continuation) = AsyncStream.makeStream(of: Result.self)
    let next = Atomic<Int>(0)
    let crew = Shift(
      inputs: inputs, intake: intake, isStopped: isStopped, continuation: continuation,
      // What is read and not yet kept takes memory: nobody runs far ahead.
      room: DispatchSemaphore(value: 2 * count), left: Atomic(count), next: next)
    for _ in 0..<count {
      let thread = Thread { crew.work() }
      thread.stackSize = 4 << 20
      thread.start()
    }
    return Reading(results: stream, room: crew.room)
  }

  /// Reads one file by a process of its own, with a thread that waits for it.
  static func read(_ input: InputFiles.Input, with intake: Intake) async -> Outcome {
    await alone(intake.limits) { intake.read(input, by: &$0) }
  }

  /// Has a process of its own do something, with a thread that waits for it.
  static func alone<Answer: Sendable>(
    _ limits: ProcessLimits, _ work: @escaping @Sendable (inout WorkerProcess) -> Answer
  ) async -> Answer {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        var worker = WorkerProcess(limits: limits)
        continuation.resume(returning: work(&worker))
      }
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  /// Results as they come; after each the taker says that it is done with it.
  struct Reading: Sendable {
    let results: AsyncStream<Result>
    fileprivate let room: DispatchSemaphore
    func done() { room.signal() }
  }

  private final class Shift: Sendable {
    let inputs: [InputFiles.Input]
    let intake: Intake
    let isStopped: @Sendable () -> Bool
    let continuation: AsyncStream<Result>.Continuation
    let room: DispatchSemaphore
    private let left: Atomic<Int>
    private let next: Atomic<Int>

    init(
      inputs: [InputFiles.Input], intake: Intake, isStopped: @escaping @Sendable () -> Bool,
      continuation: AsyncStream<Result>.Continuation, room: DispatchSemaphore,
      left: consuming Atomic<Int>, next: consuming Atomic<Int>
    ) {
      self.inputs = inputs
      self.intake = intake
      self.isStopped = isStopped
      self.continuation = continuation
      self.room = room
      self.left = left
      self.next = next
    }

    func work() {
      var worker = WorkerProcess(limits: intake.limits)
      while !isStopped() {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < inputs.count else { break }
        room.wait()
        continuation.yield(Result(index: index, outcome: intake.read(inputs[index], by: &worker)))
      }
      if left.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
        continuation.finish()
      }
    }
  }
}
