import Foundation
import Support
import Testing

/// A name server that never answers: libcurl's resolver thread hangs for minutes, Fader does not.
@Suite(
    .timeLimit(.minutes(1)), .enabled("needs a network namespace") { await Enclosure.isPossible })
struct DeafNameServerTests {
    @Test func stoppingDoesNotWaitForTheNameServer() async throws {
        let desk = try CommandDesk()
        let run = try await Enclosure.run(
            desk, send: "--base-url", "https://api.nowhere.example/v1", "--model", "m",
            "--no-library", "--json", "Hi")
        // 130 is Fader's own after a SIGINT; 137 would be that of the kill 20 s later.
        #expect(run.status == 130)
        #expect(run.text.contains(#""kind":"cancelled""#))
    }
}

/// A network of its own whose name server is an address where nobody is.
private enum Enclosure {
    private static let setUp = """
        set -e
        printf 'nameserver 192.0.2.1\\noptions timeout:30 attempts:5\\n' > "$HOME/resolv.conf"
        mount --bind "$HOME/resolv.conf" /etc/resolv.conf
        ip link set lo up
        ip addr add 192.0.2.2/32 dev lo
        ip route add 192.0.2.1/32 dev lo src 192.0.2.2

        """
    // The signal comes when the query is out, or before: it must end the program either way.
    private static let send = #"exec timeout -s INT -k 20 --preserve-status 1 "$0" send "$@""#

    static var isPossible: Bool {
        get async {
            guard let desk = try? CommandDesk() else { return false }
            return await (try? start(desk, setUp, []).end().status) == 0
        }
    }

    static func run(_ desk: CommandDesk, send arguments: String...) async throws -> CommandRun {
        try await start(desk, setUp + send, [RunningCommand.binary] + arguments).end()
    }

    private static func start(_ desk: CommandDesk, _ script: String, _ arguments: [String]) throws
        -> RunningCommand
    {
        let environment = desk.environment.merging(
            ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "FADER_API_KEY": "sk-0123456789"]
        ) { $1 }
        let enclosed = ["--user", "--map-root-user", "--mount", "--net", "/bin/sh", "-c", script]
        return try RunningCommand(
            "/usr/bin/unshare", enclosed + arguments, environment: environment)
    }
}
