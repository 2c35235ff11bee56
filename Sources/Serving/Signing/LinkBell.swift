internal import ServiceLifecycle
internal import UnixSignals

/// Makes a new link that signs in whenever the program is sent SIGUSR1, so that nobody has to start it
/// again for one.
///
/// Only the program's own user can send it, and the link is told nowhere but where the first was: who gets
/// one this way could as well have started the program.
struct LinkBell: Service {
  let ring: @Sendable () async -> Void

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sigusr1)
    for await _ in signals.cancelOnGracefulShutdown() { await ring() }
  }
}
