import Foundation
import Support

/// A machine for `.ci/setup` that is made up of small scripts: what its Swift lacks, what its package
/// manager knows and does.
final class SetUpDesk: Sendable {
    private let desk: CommandDesk
    private var programs: URL { desk.home.appending(path: "programs") }

    /// With a Swift that builds nothing until something was installed.
    init() throws {
        desk = try CommandDesk()
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        for tool in [
            "cat", "chmod", "dirname", "env", "grep", "ls", "mkdir", "mktemp", "rm", "sed", "sort",
            "tail", "touch",
        ] {
            try FileManager.default.createSymbolicLink(
                at: programs.appending(path: tool),
                withDestinationURL: URL(filePath: "/usr/bin/\(tool)"))
        }
        for program in ["ar", "git", "pkg-config"] { try place(program, "exit 0") }
        try place("locale", "echo C.utf8")
        try place("id", "echo 0")
        try place("swift", "exit 0")
        try place(
            "swiftc",
            """
            test -e \(desk.home.path)/whole || { echo 'ld: error: cannot find -lgcc'; exit 1; }
            for program; do :; done; echo '#!/bin/sh' > $program; chmod +x $program
            """)
        try place(
            "ldd", "test -e whole || printf '\\t%s => not found\\n' libxml2.so.16 libcurl.so.4")
        try place("dpkg-query", "test -e whole && echo installed")
        try place(
            "apt-cache",
            """
            case $3 in libxml2-16 | libcurl4t64 | libc6-dev) echo "Package: $3" ;; esac
            """)
    }

    /// A program of this machine.
    func place(_ name: String, _ script: String) throws {
        try desk.write("#!/bin/sh\n\(script)\n", to: "programs/\(name)", mode: 0o755)
    }

    /// Lets Swift build programs, and the package manager say that everything is installed.
    func mend() throws { try desk.write("", to: "whole") }

    func setUp(_ door: String = "build") async throws -> CommandRun {
        let script = repository(".ci/setup").path
        return try await RunningCommand(
            "/bin/sh",
            ["-c", "cd \"$1\" && exec /bin/sh \"$2\" \"$3\"", "sh", desk.home.path, script, door],
            environment: ["PATH": programs.path, "HOME": desk.home.path]
        ).end()
    }

    /// What the programs wrote down.
    func text(of name: String) throws -> String { try desk.text(of: name) }
}
