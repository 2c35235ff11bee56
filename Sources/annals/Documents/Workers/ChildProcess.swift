import Foundation

/// A program that runs beside this one, in a process group of its own, with pipes to talk to it.
struct ChildProcess {
  let id: pid_t
  /// Writes to its standard input; reads from its standard output.
  let input: Int32
  let output: Int32
  private let leadsGroup: Bool

  /// How it ended.
  enum End: Hashable, Sendable {
    case code(Int32)
    case signal(Int32)
  }

  /// Starts a program; what it says on standard error is not heard.
  ///
  /// - Parameters:
  ///   - environment: all that it gets, as `NAME=value`.
  ///   - leadsGroup: whether it and all it starts make a process group of their own: Ctrl-C is then
  ///     for this program alone, and killing it kills all of them.
  /// - Throws: `Failure` where the system does not start it.
  init(_ path: String, _ arguments: [String], environment: [String], leadsGroup: Bool = false)
    throws(Failure)
  {
    self.leadsGroup = leadsGroup
    guard let toChild = Descriptors.pipe(), let fromChild = Descriptors.pipe() else {
      throw Failure(.inputFailed, "no pipe for \(path): \(systemWords(errno))")
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, toChild.reading, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, fromChild.writing, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    for number in [SIGINT, SIGTERM, SIGPIPE, SIGXCPU] { unsafe sigaddset(&defaults, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    // Threads block signals that a child must see, above all the one that its time is up.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(
        (leadsGroup ? POSIX_SPAWN_SETPGROUP : 0) | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var words = CStrings([path] + arguments)
    var variables = CStrings(environment)
    defer {
      words.free()
      variables.free()
    }
    var id: pid_t = 0
    let result = unsafe posix_spawnp(&id, path, &actions, &attributes, &words.list, &variables.list)
    close(toChild.reading)
    close(fromChild.writing)
    guard result == 0 else {
      close(toChild.writing)
      close(fromChild.reading)
      throw Failure(.inputFailed, "\(path) cannot be started: \(systemWords(result))")
    }
    self.id = id
    input = toChild.writing
    output = fromChild.reading
  }

  func closeInput() { close(input) }

  /// Kills it and all it started.
  func kill() { _ = Foundation.kill(leadsGroup ? -id : id, SIGKILL) }

  /// Whether it ends by itself within a second. It can still be waited for.
  func endsSoon() -> Bool {
    for _ in 0..<50 {
      var info = unsafe siginfo_t()
      let result = unsafe waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT)
      let signal = unsafe info.si_signo
      if result != 0 || signal != 0 { return true }
      usleep(20_000)
    }
    return false
  }

  /// Waits for its end.
  func wait() -> End {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    close(output)
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }
}

/// A list of C strings with NULL at its end, as programs are started with.
@safe private struct CStrings {
  var list: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { unsafe list = texts.map { unsafe strdup($0) } + [nil] }

  func free() {
    for index in unsafe list.indices { unsafe Foundation.free(list[index]) }
  }
}
