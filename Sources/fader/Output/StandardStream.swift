import Glibc
import ScreenKit
import Words

/// Standard output or standard error, written at once and whole.
struct StandardStream {
    static let output = StandardStream(descriptor: STDOUT_FILENO)
    static let error = StandardStream(descriptor: STDERR_FILENO)

    /// The reader is gone: nobody wants the rest.
    struct Closed: Error {}

    /// Puts `/dev/null` where a stream is closed. Else the next file that is opened, say the
    /// library, would be taken for standard output, and be written to.
    static func fillGaps() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // For reading only: what is printed there shall fail and be told.
            _ = open("/dev/null", O_RDONLY)
        }
    }

    private let descriptor: Int32
    let isTerminal: Bool

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    func write(_ bytes: some Collection<UInt8>) throws {
        let isWritten: Void? = try bytes.withContiguousStorageIfAvailable {
            try writeAll(UnsafeRawBufferPointer($0))
        }
        if isWritten == nil { try ContiguousArray(bytes).withUnsafeBytes(writeAll) }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno == EPIPE {
                throw Closed()
            } else if errno != EINTR {
                let why = String(cString: strerror(errno))
                throw CommandProblem(.unwritten(why))
            }
        }
    }

    /// Exact into a pipe or a file; what could drive a terminal is made visible on one, and in what
    /// is said to people wherever it goes: a log is looked at on a terminal some day.
    func write(_ text: String) throws {
        try write((isTerminal || isForPeople ? text.safeForTerminal : text).utf8)
    }

    private var isForPeople: Bool { descriptor == STDERR_FILENO }

    /// A long text is made longer where it lies.
    func writeLine(_ text: consuming String) throws {
        text += "\n"
        try write(text)
    }

    /// A line for the person who called: never in the way of the answer, and no failure if nobody
    /// reads it.
    static func tell(_ what: Phrase) {
        try? error.writeLine("fader: \(what.here)")
    }
}
