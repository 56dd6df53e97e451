import Glibc

/// Standard input or a file, piece by piece as it comes.
struct InputBytes {
    private let descriptor: Int32
    /// For what is said of it.
    private let name: String

    static let standard = InputBytes(descriptor: STDIN_FILENO, name: "standard input")
    static var standardIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// - throws: `CommandProblem` when the file cannot be opened.
    init(file: String) throws {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandProblem("\(file) cannot be opened: \(String(cString: strerror(errno)))")
        }
        self.init(descriptor: descriptor, name: file)
    }

    private init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Hands out what each read gave, until the end.
    func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                try body(Array(buffer[..<count]))
            } else if errno != EINTR {
                throw CommandProblem("\(name) cannot be read: \(String(cString: strerror(errno)))")
            }
        }
    }

    func readAll() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece { bytes += $0 }
        return bytes
    }

    /// The whole as text. - throws: `CommandProblem` when it is no UTF-8.
    func readText() throws -> String {
        guard let text = String(validating: try readAll(), as: UTF8.self) else {
            throw CommandProblem("\(name) is no UTF-8 text")
        }
        return text
    }
}
