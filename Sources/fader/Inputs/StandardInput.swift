import Glibc
import Words

/// What another program, or a file, hands over beside the command line.
enum StandardInput {
    /// Whether somebody handed something over: a terminal and `/dev/null` hold nothing to be read.
    static var isPiped: Bool {
        var input = stat()
        var null = stat()
        guard isatty(STDIN_FILENO) == 0, fstat(STDIN_FILENO, &input) == 0 else { return false }
        let isDevice = input.st_mode & S_IFMT == S_IFCHR
        return !(isDevice && stat("/dev/null", &null) == 0 && input.st_rdev == null.st_rdev)
    }

    /// The whole of it, for a prompt; blank counts as nothing.
    static func prompt() throws -> String? {
        let text = try InputBytes.standard.readText {
            guard isatty(STDIN_FILENO) == 0 else { return }
            StandardStream.tell(.waitingForInput)
        }
        return text.allSatisfy(\.isWhitespace) ? nil : text.withoutLastLineEnd
    }

    /// Says that something is there which is not read. It is not waited for.
    static func tellIfIgnored(because reason: Phrase) {
        guard isPiped, holdsSomething else { return }
        StandardStream.tell(.warning(.inputIgnored(because: reason)))
    }

    private static var holdsSomething: Bool {
        var count: Int32 = 0
        guard ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 else { return false }
        return count > 0
    }
}

extension String {
    /// What `echo` and editors put at the end is no part of a text.
    var withoutLastLineEnd: String {
        var bytes = utf8[...]
        guard bytes.last == UInt8(ascii: "\n") else { return self }
        bytes.removeLast()
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(bytes) ?? self
    }
}
