internal import Glibc

/// A program in a process group of its own, so that its children end with it.
struct ChildProcess {
    private let process: pid_t

    /// Its exit status once it has ended, 128 and more for a signal. Not to be asked for again then.
    var status: Int? {
        var status: Int32 = 0
        let ended = waitpid(process, &status, WNOHANG)
        if ended == 0 || ended < 0 && errno == EINTR { return nil }
        if ended < 0 { return 127 }
        let signal = status & 0x7F
        return Int(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
    }

    /// Ends it and all that it started, and leaves no zombie.
    func end() {
        kill(-process, SIGKILL)
        while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }

    /// - Parameter output: What becomes its standard output; it has no input and no other.
    static func spawn(
        _ arguments: [String], environment: [String: String], output: Int32
    ) -> ChildProcess? {
        guard let path = path(of: arguments.first ?? "", in: environment) else { return nil }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&files, output, 1)
        // What a helper complains about may hold secrets; the screen is not its place either.
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        var habits = posix_spawnattr_t()
        posix_spawnattr_init(&habits)
        defer { posix_spawnattr_destroy(&habits) }
        setSignals(&habits)
        let variables = environment.map { "\($0.key)=\($0.value)" }
        var child: pid_t = 0
        let problem = withCStrings(arguments) { arguments in
            withCStrings(variables) { posix_spawn(&child, path, &files, &habits, arguments, $0) }
        }
        return problem == 0 ? ChildProcess(process: child) : nil
    }

    private static func setSignals(_ habits: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&habits, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&habits, &signals)
        posix_spawnattr_setpgroup(&habits, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&habits, Int16(flags))
    }

    /// The program's file, found along the given `PATH`.
    private static func path(of name: String, in environment: [String: String]) -> String? {
        if name.isEmpty { return nil }
        if name.contains("/") { return name }
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    private static func withCStrings<Value>(
        _ texts: [String],
        _ use: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return use(copies + [nil])
    }
}
