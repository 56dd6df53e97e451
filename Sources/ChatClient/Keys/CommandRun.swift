internal import Glibc

/// A program that is run for what it prints: no shell, no input, bounded time and output.
struct CommandRun: Sendable {
    private let arguments: [String]
    private let environment: [String: String]
    private let limit: Duration
    private static let outputLimit = 65_536

    init(_ arguments: [String], environment: [String: String], limit: Duration) {
        self.arguments = arguments
        self.environment = environment
        self.limit = limit
    }

    /// Its standard output, when it ended well.
    func output() async -> Result<[UInt8], KeyProblem> {
        await OwnThread.result {
            Result { () throws(KeyProblem) in try outputWaiting() }
        }
    }

    private func outputWaiting() throws(KeyProblem) -> [UInt8] {
        let end = Instant.now + limit
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .cannotStart }
        defer { close(ends[0]) }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        let child = spawn(output: ends[1])
        close(ends[1])
        guard let child else { throw .cannotStart }
        let bytes = read(ends[0], until: end)
        let status = bytes == nil ? nil : wait(for: child, until: end)
        guard let bytes, let status else {
            kill(-child, SIGKILL)
            waitpid(child, nil, 0)
            throw .tookTooLong(limit)
        }
        if status != 0 { throw .failed(status: status) }
        return bytes
    }

    /// - Returns: `nil` when the time is over.
    private func read(_ file: Int32, until end: Instant) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < Self.outputLimit {
            var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            let found = poll(&ready, 1, milliseconds(until: end))
            if found == 0 { return nil }
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { break }
            bytes += buffer.prefix(max(count, 0))
        }
        return bytes
    }

    /// - Returns: The exit status, 128 and more for a signal; `nil` when the time is over.
    private func wait(for child: pid_t, until end: Instant) -> Int? {
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            if Instant.now >= end { return nil }
            poll(nil, 0, 2)
        }
        let signal = status & 0x7F
        return Int(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
    }

    private func milliseconds(until end: Instant) -> Int32 {
        Int32(clamping: max(0, end.since(.now).wholeNanoseconds / 1_000_000))
    }
}

extension CommandRun {
    /// In a process group of its own, so that its children end with it.
    private func spawn(output: Int32) -> pid_t? {
        guard let path else { return nil }
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
        var child: pid_t = 0
        let problem = Self.withCStrings(arguments) { arguments in
            Self.withCStrings(childEnvironment) { environment in
                posix_spawn(&child, path, &files, &habits, arguments, environment)
            }
        }
        return problem == 0 ? child : nil
    }

    private func setSignals(_ habits: inout posix_spawnattr_t) {
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
    private var path: String? {
        guard let name = arguments.first, !name.isEmpty else { return nil }
        if name.contains("/") { return name }
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Other keys are not this program's business.
    private var childEnvironment: [String] {
        environment.filter { !$0.key.hasSuffix("_API_KEY") }.map { "\($0.key)=\($0.value)" }
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
