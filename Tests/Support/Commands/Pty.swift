package import Glibc

/// A program on a terminal of its own, and the bytes that it sends there. Nobody reads them but in
/// `wait` and `end`.
package final class Pty {
    package private(set) var output: [UInt8] = []
    package let process: pid_t
    private let controller: Int32
    private let terminal: Int32

    package struct Stopped: Error {
        package let description: String
        package init(_ description: String) { self.description = description }
    }

    /// Starts a program with exactly these variables.
    package init(
        _ arguments: [String], environment: [String: String], rows: Int = 24, columns: Int = 80
    )
        throws
    {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (locked, number) = (Int32(0), Int32(0))
        guard ioctl(controller, Self.setLock, &locked) == 0,
            ioctl(controller, Self.getNumber, &number) == 0
        else { throw Stopped("no pseudo-terminal") }
        let path = "/dev/pts/\(number)"
        // Held open, so that the settings can be compared after the program's end.
        terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        process = try Self.spawn(
            arguments, environment, on: path, size: (controller, rows, columns))
    }

    deinit {
        if !hasEnded { kill(process, SIGKILL) }
        close(controller)
        close(terminal)
        if !hasEnded { waitpid(process, nil, 0) }
    }

    private var hasEnded = false

    package var text: String { String(decoding: output, as: UTF8.self) }

    /// The terminal's settings, as `stty -g` would print them.
    package var settings: [UInt32] {
        var settings = termios()
        tcgetattr(terminal, &settings)
        let keys = withUnsafeBytes(of: settings.c_cc) { $0.map(UInt32.init) }
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag] + keys
    }

    /// The process that has the terminal.
    package var foregroundProcess: pid_t {
        get throws {
            let group = tcgetpgrp(controller)
            guard group > 0 else { throw Stopped("nobody has the terminal") }
            return group
        }
    }

    /// Bytes that were typed and nobody read.
    package var unreadInput: Int32 {
        var flags = termios()
        tcgetattr(terminal, &flags)
        flags.c_lflag &= ~UInt32(ICANON)
        tcsetattr(terminal, TCSANOW, &flags)
        var count: Int32 = 0
        _ = ioctl(terminal, UInt(FIONREAD), &count)
        return count
    }

    package func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(controller, bytes, bytes.count)
    }

    package func resize(rows: Int, columns: Int) {
        Self.resize(controller, rows, columns)
    }

    /// As closing the window does.
    package func hangUp() {
        close(terminal)
        close(controller)
    }

    package func forgetOutput() {
        output = []
    }

    /// What ended it, without reading anything; `nil` while it runs.
    package func endingUnread() -> Ending? {
        var status: Int32 = 0
        guard !hasEnded, waitpid(process, &status, WNOHANG) == process else { return nil }
        hasEnded = true
        return Self.ending(status)
    }

    private static func ending(_ status: Int32) -> Ending {
        status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    /// Collects output until it contains a text.
    package func wait(for text: String) throws {
        try wait { self.text.contains(text) }
    }

    /// Collects output until something is so.
    package func wait(within time: Duration = .seconds(10), until isTrue: () -> Bool) throws {
        let limit: ContinuousClock.Instant = .now + time
        while !isTrue() {
            guard .now < limit else {
                let end = text.suffix(2000).debugDescription
                throw Stopped("waited in vain; the output was \(end)")
            }
            collect()
        }
    }

    /// Collects output until the program has ended; what `waitpid` says about it.
    package func end(within time: Duration = .seconds(10)) throws -> Ending {
        var status: Int32 = 0
        try wait(within: time) { waitpid(process, &status, WNOHANG) == process }
        hasEnded = true
        collect()
        return Self.ending(status)
    }

    private func collect() {
        var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        var buffer = [UInt8](repeating: 0, count: 65536)
        while poll(&waiting, 1, 20) > 0 {
            let count = read(controller, &buffer, buffer.count)
            guard count > 0 else { return }
            output += buffer[..<count]
        }
    }
}

package enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
}

extension Pty {
    // Macros that Swift does not see: TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID of Linux.
    fileprivate static let setLock: UInt = 0x4004_5431
    fileprivate static let getNumber: UInt = 0x8004_5430
    fileprivate static let newSession: Int16 = 0x80

    fileprivate static func resize(_ controller: Int32, _ rows: Int, _ columns: Int) {
        var size = winsize()
        size.ws_row = UInt16(rows)
        size.ws_col = UInt16(columns)
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    }

    fileprivate static func spawn(
        _ arguments: [String], _ environment: [String: String], on path: String,
        size: (controller: Int32, rows: Int, columns: Int)
    ) throws -> pid_t {
        resize(size.controller, size.rows, size.columns)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a new session opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, newSession)
        let variables = environment.map { "\($0)=\($1)" }
        let words = (arguments.map { strdup($0) } + [nil], variables.map { strdup($0) } + [nil])
        defer { (words.0 + words.1).forEach { free($0) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, arguments[0], &actions, &attributes, words.0, words.1)
        guard result == 0 else { throw Stopped("cannot start \(arguments[0])") }
        return process
    }
}
