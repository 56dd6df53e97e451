import Glibc
import Synchronization

/// A running `LibraryProbe`, and the lines that it says.
final class Probe {
    private let pid: pid_t
    private let output: UnsafeMutablePointer<FILE>
    private let input: CInt

    init(_ arguments: String...) throws {
        let program = try Self.program()
        let started = try Self.oneAtATime.withLock { _ in try Self.start([program] + arguments) }
        (pid, input) = (started.pid, started.input)
        guard let file = fdopen(started.output, "r") else { throw Errno(code: errno) }
        output = file
    }

    /// A probe must not inherit the pipes of another one that is being started.
    private static let oneAtATime = Mutex(())

    private static func start(
        _ arguments: [String]
    ) throws -> (pid: pid_t, input: CInt, output: CInt) {
        let (childInput, input) = try pipeEnds()
        let (output, childOutput) = try pipeEnds()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, childInput, 0)
        posix_spawn_file_actions_adddup2(&actions, childOutput, 1)
        let pid = try spawn(arguments, actions)
        close(childInput)
        close(childOutput)
        return (pid, input, output)
    }

    private static func pipeEnds() throws -> (read: CInt, write: CInt) {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw Errno(code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    deinit {
        fclose(output)
        close(input)
    }

    /// The next line that it says; `nil` after its end.
    func line() -> String? {
        var text: UnsafeMutablePointer<CChar>?
        var size = 0
        let count = getline(&text, &size, output)
        defer { free(text) }
        guard count > 0, let text else { return nil }
        return String(String(cString: text).dropLast())
    }

    /// All lines until its end.
    func lines() -> [String] {
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        return lines
    }

    func kill() { Glibc.kill(pid, SIGKILL) }

    /// Waits for its end: its exit status, or `nil` when a signal ended it.
    func wait() -> Int? {
        var status: CInt = 0
        waitpid(pid, &status, 0)
        return status & 0x7F == 0 ? Int(status >> 8) & 0xFF : nil
    }

    /// Waits for its end and leaves it among the processes, as a parent does that has not asked yet.
    func waitUnasked() {
        var info = siginfo_t()
        waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT)
    }

    /// It is built beside the tests.
    private static func program() throws -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { throw Errno(code: errno) }
        let tests = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return tests.prefix(through: tests.lastIndex(of: "/") ?? tests.startIndex) + "LibraryProbe"
    }

    private static func spawn(
        _ arguments: [String], _ actions: posix_spawn_file_actions_t
    ) throws -> pid_t {
        let copies = arguments.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        var pid: pid_t = 0
        let code = withUnsafePointer(to: actions) {
            posix_spawn(&pid, arguments[0], $0, nil, copies + [nil], environ)
        }
        guard code == 0 else { throw Errno(code: code) }
        return pid
    }
}
