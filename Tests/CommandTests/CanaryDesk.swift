import Foundation
import Support
import Testing

/// A home in which a key is to be had in one way, and the commands to look for it in.
struct CanaryDesk {
    enum Way: String, CaseIterable, Sendable {
        case command, variable, namedVariable, secretService, file
    }

    let desk = try? CommandDesk()
    let way: Way

    init(_ way: Way) throws {
        self.way = way
        let desk = try home
        try desk.write("", to: "seen")
        switch way {
        case .command: try desk.write(Canary.key + "\n", to: "vault/key")
        case .secretService:
            try desk.write(Canary.key + "\n", to: "vault/key")
            try desk.write(helper("[ $1 = lookup ] || exit 3"), to: "bin/secret-tool", mode: 0o700)
        case .file:
            try desk.write("HERE_SECRET = \"\(Canary.key)\"\n", to: ".config/fader/keys.toml")
        case .variable, .namedVariable: break
        }
        try desk.write(helper(""), to: "helper")
    }

    var home: CommandDesk {
        get throws { try #require(desk) }
    }

    /// Files in which the person put the key.
    var allowed: [String] {
        switch way {
        case .command, .secretService: ["vault/key"]
        case .file: [".config/fader/keys.toml"]
        case .variable, .namedVariable: []
        }
    }

    /// It writes down what it sees of itself and of who started it.
    private func helper(_ condition: String) -> String {
        """
        #!/bin/sh
        \(condition)
        env >> "$HOME/seen"
        tr '\\0' ' ' < "/proc/$PPID/cmdline" >> "$HOME/seen"
        tr '\\0' ' ' < "/proc/$$/cmdline" >> "$HOME/seen"
        cat "$HOME/vault/key"
        cat "$HOME/vault/key" >&2

        """
    }

    /// Also a copy of the key under a name that nobody would take for one.
    var environment: [String: String] {
        get throws {
            let path = try home.home.path
            var variables = [
                "TMPDIR": "\(path)/tmp", "XDG_CONFIG_HOME": "\(path)/.config",
                "XDG_DATA_HOME": "\(path)/.local/share", "XDG_STATE_HOME": "\(path)/state",
                "XDG_CACHE_HOME": "\(path)/cache", "XDG_RUNTIME_DIR": "\(path)/run",
                "TERM": "xterm", "PATH": "\(path)/bin:/usr/bin:/bin",
            ]
            switch way {
            case .variable: variables["HERE_SECRET"] = Canary.key
            case .namedVariable: variables["MINE"] = Canary.key
            case .secretService: variables["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/none"
            case .command, .file: break
            }
            return variables
        }
    }

    private var named: [String] {
        switch way {
        case .namedVariable: ["--key-env", "MINE"]
        case .secretService: ["--key-env", "HERE_SECRET"]
        case .command, .variable, .file: []
        }
    }

    /// Makes a server the provider `here`.
    func point(at baseURL: String) throws {
        let command = "key_command = [\"/bin/sh\", \"\(try home.home.path)/helper\"]"
        try home.writeConfiguration(
            """
            [providers.here]
            base_url = "\(baseURL)"
            model = "tiny"
            key_env = "HERE_SECRET"
            \(way == .command ? command : "")
            """)
    }

    func start(_ arguments: [String], input: String = "") throws -> RunningCommand {
        let options = ["--provider", "here"] + named
        return try home.start(
            arguments + options, input: Array(input.utf8), environment: environment)
    }

    /// Runs a command and expects nothing of the key in what it prints.
    @discardableResult
    func run(_ arguments: [String], input: String = "") async throws -> CommandRun {
        let run = try await start(arguments, input: input).end()
        expectNothing(in: run, arguments)
        return run
    }

    func expectNothing(in run: CommandRun, _ arguments: [String]) {
        #expect(!Canary.isIn(run.output), "\(way) \(arguments): \(run.text)")
        #expect(!Canary.isIn(run.errors), "\(way) \(arguments): \(run.errors)")
    }

    /// In no file but those of the person's own, and in what no child saw.
    func expectNothingInFiles(_ after: String) throws {
        let found = try home.filesWithCanary()
        #expect(found == allowed, "\(way) after \(after): \(found)")
    }
}
