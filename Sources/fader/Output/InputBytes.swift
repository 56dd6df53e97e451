import Glibc

/// Standard input or a file, piece by piece as it comes.
struct InputBytes {
    private let descriptor: Int32
    private let isOwned: Bool

    static let standard = InputBytes(descriptor: STDIN_FILENO, isOwned: false)
    static var standardIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// - throws: `CommandProblem` when the file cannot be opened.
    init(file: String) throws {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandProblem("\(file) cannot be opened: \(String(cString: strerror(errno)))")
        }
        self.init(descriptor: descriptor, isOwned: true)
    }

    private init(descriptor: Int32, isOwned: Bool) {
        self.descriptor = descriptor
        self.isOwned = isOwned
    }

    /// Hands out what each read gave, until the end.
    func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
        defer { if isOwned { close(descriptor) } }
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                try body(Array(buffer[..<count]))
            } else if errno != EINTR {
                throw CommandProblem("reading failed: \(String(cString: strerror(errno)))")
            }
        }
    }

    func readAll() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece { bytes += $0 }
        return bytes
    }

    /// The whole as text. - throws: `CommandProblem` when it is no UTF-8.
    func readText(of what: String) throws -> String {
        guard let text = String(validating: try readAll(), as: UTF8.self) else {
            throw CommandProblem("\(what) is no UTF-8 text")
        }
        return text
    }
}
