internal import Glibc
internal import Synchronization

/// A program that is run for what it prints: no shell, no input, bounded time and output.
struct CommandRun: Sendable {
    private let arguments: [String]
    private let environment: [String: String]
    private let limit: Duration
    private static let outputLimit = 65_536

    /// - Parameter environment: What the program sees, to be free of keys.
    init(_ arguments: [String], environment: [String: String], limit: Duration) {
        self.arguments = arguments
        self.environment = environment
        self.limit = limit
    }

    /// Its standard output, when it ended well. When the task is cancelled, so is the program.
    func output() async -> Result<[UInt8], KeyProblem> {
        let stop = StopSign()
        return await withTaskCancellationHandler {
            await OwnThread.result {
                Result { () throws(KeyProblem) in try outputWaiting(stop) }
            }
        } onCancel: {
            stop.isUp.store(true, ordering: .relaxed)
        }
    }

    private final class StopSign: Sendable {
        let isUp = Atomic(false)
    }

    private func outputWaiting(_ stop: StopSign) throws(KeyProblem) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .cannotStart }
        defer { close(ends[0]) }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        let child = ChildProcess.spawn(arguments, environment: environment, output: ends[1])
        close(ends[1])
        guard let child else { throw .cannotStart }
        return try read(ends[0], of: child, stop)
    }

    /// Reads until the program has ended. Something that it left behind in the background may hold
    /// the pipe open for ever, so its end is not waited for.
    private func read(
        _ file: Int32, of child: ChildProcess, _ stop: StopSign
    ) throws(KeyProblem) -> [UInt8] {
        let end = Instant.now + limit
        var bytes: [UInt8] = []
        var isOpen = true
        while true {
            let status = child.status
            isOpen = Self.takeAll(of: file, into: &bytes) && isOpen
            if let status {
                guard status == 0 else { throw .failed(status: status) }
                return bytes
            }
            if let problem = problem(bytes, end, stop) {
                child.end()
                throw problem
            }
            var ready = pollfd(fd: isOpen ? file : -1, events: Int16(POLLIN), revents: 0)
            // Who has closed its output has next to nothing left to do.
            poll(&ready, 1, isOpen ? 5 : 1)
        }
    }

    private func problem(_ bytes: [UInt8], _ end: Instant, _ stop: StopSign) -> KeyProblem? {
        if bytes.count > Self.outputLimit { return .tooMuch }
        if stop.isUp.load(ordering: .relaxed) { return .wasInterrupted }
        return Instant.now >= end ? .tookTooLong(limit) : nil
    }

    /// - Returns: Whether more may come.
    private static func takeAll(of file: Int32, into bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= outputLimit {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return false }
            guard count > 0 else { return errno == EAGAIN || errno == EINTR }
            bytes += buffer.prefix(count)
        }
        return true
    }
}
