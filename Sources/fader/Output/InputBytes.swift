import Glibc
import Words

/// Standard input or a file, piece by piece as it comes.
struct InputBytes {
    /// More than any model reads, and little enough to hold several times.
    static let mostBytes = 16 << 20

    private let descriptor: Int32
    /// For what is said of it.
    let name: Phrase

    static let standard = InputBytes(descriptor: STDIN_FILENO, name: .standardInput)

    /// - throws: `CommandProblem` when the file cannot be opened.
    init(file: String) throws {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandProblem(.unopened(file, String(cString: strerror(errno))))
        }
        self.init(descriptor: descriptor, name: Phrase(verbatim: file))
    }

    private init(descriptor: Int32, name: Phrase) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Hands out what each read gave, until the end.
    ///
    /// - Parameter onWait: called once, where two seconds pass and nothing comes.
    func forEachPiece(
        onWait: (() -> Void)? = nil, _ body: ([UInt8]) throws -> Void
    ) throws {
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var buffer = [UInt8](repeating: 0, count: 65536)
        var onWait = onWait
        while true {
            if let call = onWait, isSilent(for: 2_000) {
                call()
                onWait = nil
            }
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                try body(Array(buffer[..<count]))
            } else if errno != EINTR {
                throw CommandProblem(.unread(name, String(cString: strerror(errno))))
            }
        }
    }

    private func isSilent(for milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) == 0
    }

    /// The whole of it.
    ///
    /// - throws: `CommandProblem` when it cannot be read, is too much, or is no UTF-8.
    func readText(onWait: (() -> Void)? = nil) throws -> String {
        var bytes: [UInt8] = []
        try forEachPiece(onWait: onWait) { piece in
            bytes += piece
            if bytes.count > Self.mostBytes {
                throw CommandProblem(.tooLong(name))
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandProblem(.noUTF8(name))
        }
        return text
    }
}
