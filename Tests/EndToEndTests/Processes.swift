import Foundation
import Testing

/// The processes of this machine, as the kernel lists them.
enum Processes {
    /// All that run in a session, those that have ended and wait for their parent not counted.
    static func all(inSession session: pid_t) -> [pid_t] {
        numbers.filter { process in
            guard let fields = fields(of: process), fields.count > 3 else { return false }
            return fields[0] != "Z" && fields[3] == "\(session)"
        }
    }

    /// The same for a process group.
    static func all(inGroup group: pid_t) -> [pid_t] {
        numbers.filter { process in
            guard let fields = fields(of: process), fields.count > 2 else { return false }
            return fields[0] != "Z" && fields[2] == "\(group)"
        }
    }

    static func name(of process: pid_t) -> String {
        let text = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
        return text?.trimmingCharacters(in: .newlines) ?? ""
    }

    /// The most memory that a process has held so far, in megabytes.
    static func peakMemory(of process: pid_t) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let size = text.firstMatch(of: #/VmHWM:\s+(\d+) kB/#).flatMap { Int($0.1) }
        return try #require(size) / 1024
    }

    /// What the process list says of every process.
    static var commandLines: [String] {
        numbers.compactMap { try? Data(contentsOf: URL(filePath: "/proc/\($0)/cmdline")) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static var numbers: [pid_t] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
        return (names ?? []).compactMap { pid_t($0) }
    }

    /// State, parent, group, session and so on: what follows the name in brackets.
    private static func fields(of process: pid_t) -> [Substring]? {
        let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return text?.split(separator: ")").last?.split(separator: " ")
    }
}
