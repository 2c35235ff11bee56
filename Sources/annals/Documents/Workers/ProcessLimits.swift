import CConfinement
import Foundation
import Reading

/// What a process that reads a foreign file may use.
struct ProcessLimits: Hashable, Sendable, Codable {
  /// Bytes of address space.
  var memory = 1 << 30
  /// Seconds of processor time for one file. On the clock it may take four times as long, for a
  /// busy machine's sake.
  var seconds = 60
  /// Bytes that it may answer with.
  var output = 256 << 20
  var reader = Limits()

  /// Seconds on the clock.
  var wall: Double { Double(seconds) * 4 }

  /// Confines the calling process for good: memory, open files, no files written, no network.
  func confine() {
    set(RLIMIT_AS, memory)
    set(RLIMIT_FSIZE, 0)
    set(RLIMIT_NOFILE, 32)
    set(RLIMIT_CORE, 0)
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    // Where the kernel has no such filter the other limits still hold.
    _ = annals_confine()
  }

  /// Gives the calling process that much processor time from now on.
  func restartClock() {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    unsafe getrlimit(resource, &limit)
    limit.rlim_cur = min(rlim_t(used + seconds), limit.rlim_max)
    unsafe setrlimit(resource, &limit)
  }

  private func set(_ resource: __rlimit_resource, _ value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
