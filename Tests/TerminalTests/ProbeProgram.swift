import Glibc
import Support

/// The program that the tests drive; see Tests/TerminalProbe.
enum ProbeProgram {
    /// It is built beside the test bundle.
    static var path: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let name = String(
            decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)]) + "/terminal-probe"
    }

    static let environment = [
        "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
        "LD_LIBRARY_PATH": getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? "",
    ]

    /// The program on a pty, its first frame shown.
    static func open(
        _ variables: [String: String] = [:], rows: Int = 24, columns: Int = 80
    ) throws -> Pty {
        let all = environment.merging(variables) { $1 }
        let pty = try Pty([path], environment: all, rows: rows, columns: columns)
        try pty.wait(for: "nothing")
        return pty
    }

    /// The program as a job of a shell, which says when it stopped and waits for a line to go on.
    static func openInShell() throws -> Pty {
        let script = "\(path); echo \"stopped $?\"; read line; fg; echo \"over $?\""
        let pty = try Pty(["/bin/sh", "-mc", script], environment: environment)
        try pty.wait(for: "nothing")
        return pty
    }
}
