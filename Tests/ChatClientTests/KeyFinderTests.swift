import ChatClient
import ChatCompletions
import Foundation
import Testing
import Words

@Suite(.timeLimit(.minutes(1)))
struct KeyFinderTests {
    private let home = TemporaryFolder()
    private let own = "https://api.example.com/v1"

    private var provider: Provider {
        var provider = Provider(id: "example", title: "Example", endpoints: [.init(own)])
        provider.keyVariable = "EXAMPLE_API_KEY"
        return provider
    }

    private func find(
        _ environment: [String: String] = [:],
        at url: String? = nil,
        named name: String? = nil,
        command: [String]? = nil,
        limit: Duration = .seconds(10)
    ) async -> Found {
        let finding = await KeyFinder.find(
            provider: provider,
            baseURL: url,
            keyEnvironmentName: name,
            keyCommand: command,
            environment: environment.merging(
                ["HOME": home.path, "PATH": "/usr/bin:/bin"],
                uniquingKeysWith: { first, _ in first }),
            limit: limit
        )
        return Found(finding)
    }

    @Test func theCommandComesFirst() async {
        let found = await find(
            ["EXAMPLE_API_KEY": "env-key"], command: ["printf", "cmd-key\nnot this"])
        #expect(found.key == "cmd-key")
        #expect(found.text == "the key command printf")
    }

    @Test func theVariableOfTheProvider() async {
        let found = await find(["EXAMPLE_API_KEY": "env-key", "FADER_API_KEY": "other"])
        #expect(found.key == "env-key")
        #expect(found.text == "the environment variable EXAMPLE_API_KEY")
    }

    @Test func anotherHostGetsNoKeyOfTheProvider() async {
        let environment = ["EXAMPLE_API_KEY": "env-key"]
        let others = [
            "https://evil.example/api.example.com/v1", "https://api.example.com.evil.example/v1",
            "https://api.example.com:8443/v1", "http://api.example.com/v1",
        ]
        for url in others {
            let found = await find(environment, at: url, command: ["printf", "cmd-key"])
            #expect(found.key == nil)
            #expect(found.text?.contains("FADER_API_KEY") == true)
        }
    }

    @Test func anotherHostGetsTheKeyThatWasNamedForIt() async {
        let environment = ["FADER_API_KEY": "fader-key", "MINE": "mine"]
        #expect(await find(environment, at: "https://other.example/v1").key == "fader-key")
        #expect(
            await find(environment, at: "https://other.example/v1", named: "MINE").key == "mine")
        #expect(await find(environment, at: own + "/", named: "MINE").key == "mine")
    }

    /// Somebody meant a key to be sent: a misspelt name must not send none.
    @Test func aVariableThatWasNamedAndIsNotThereIsMissed() async {
        let found = await find(at: "http://localhost:1/v1", named: "MINE")
        #expect(!found.isNotNeeded)
        #expect(found.text?.contains("MINE") == true)
    }

    @Test func thisMachineNeedsNone() async {
        for url in ["http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:1/v1"] {
            #expect(await find(at: url).isNotNeeded)
        }
        let given = await find(["FADER_API_KEY": "fader-key"], at: "http://localhost:8000/v1")
        #expect(given.key == "fader-key")
    }

    @Test func theFileOfKeys() async throws {
        try home.write(
            "# mine\nOTHER_API_KEY = \"no\"\n EXAMPLE_API_KEY =  \"file-key\" # here\n",
            to: ".config/fader/keys.toml",
            mode: 0o600
        )
        let found = await find()
        #expect(found.key == "file-key")
        #expect(found.text == home.path + "/.config/fader/keys.toml")
        #expect(await find(["XDG_CONFIG_HOME": home.path + "/nowhere"]).key == nil)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660] as [mode_t])
    func aFileThatOthersMayReadIsRefused(mode: mode_t) async throws {
        try home.write("EXAMPLE_API_KEY = 'file-key'", to: ".config/fader/keys.toml", mode: mode)
        let found = await find()
        #expect(found.key == nil)
        #expect(found.text?.contains("chmod 600") == true)
    }

    @Test func aLinkAFolderAndAPipeAreRefused() async throws {
        try home.write("EXAMPLE_API_KEY = 'file-key'", to: "elsewhere.toml", mode: 0o600)
        let path = home.path + "/.config/fader/keys.toml"
        try home.write("", to: ".config/fader/other", mode: 0o600)
        let made: [(words: String, () -> Int32)] = [
            ("link to elsewhere", { symlink(self.home.path + "/elsewhere.toml", path) }),
            ("link to elsewhere", { symlink(self.home.path + "/nowhere", path) }),
            ("no regular file", { mkfifo(path, 0o600) }),
            ("no regular file", { mkdir(path, 0o700) }),
        ]
        for (words, make) in made {
            try #require(make() == 0)
            let found = await find()
            #expect(found.key == nil)
            #expect(found.text?.contains(words) == true, "\(found.text ?? "")")
            #expect(found.text?.contains(path) == true)
            remove(path)
        }
    }

    @Test(arguments: [
        "env-key\n", "env-key\r\n", "  env-key\t", "Bearer env-key", "bearer  env-key ",
        "\"env-key\"",
        "'env-key'", "\"Bearer env-key\"\n", "\u{201C}env-key\u{201D}", "\u{FEFF}env-key\u{200B}",
        "\u{A0}env-key",
    ])
    func whatIsCertainlyNoPartOfAKeyIsTakenOff(written: String) async throws {
        #expect(await find(["EXAMPLE_API_KEY": written]).key == "env-key")
        #expect(await find(command: ["printf", "%s", written]).key == "env-key")
    }

    @Test(arguments: [
        "two words", "line\nend", "\"half", "half'", "schl\u{FC}ssel", "a\u{200B}b", " ",
        "Bearer a b",
    ])
    func whatIsThereAndNoKeyIsToldOnThisMachineToo(written: String) async {
        for url in [own, "http://127.0.0.1:8080/v1"] {
            let found = await find(
                ["EXAMPLE_API_KEY": written, "FADER_API_KEY": written], at: url)
            #expect(found.key == nil)
            #expect(!found.isNotNeeded)
            #expect(found.text?.contains("_API_KEY: ") == true, "\(found.text ?? "")")
        }
    }

    /// What was meant for this provider and cannot be used: another key is not taken in its place.
    @Test func noOtherPlaceTakesThePartOfAKeyThatCannotBeUsed() async throws {
        try home.write("EXAMPLE_API_KEY = 'file-key'", to: ".config/fader/keys.toml", mode: 0o600)
        #expect(await find(["EXAMPLE_API_KEY": "two words"]).key == nil)
        let found = await find(command: ["false"])
        #expect(found.key == "file-key")
        #expect(found.text?.contains("the key command false: it ended with status 1") == true)
    }

    @Test func theFileOfKeysIsTOML() async throws {
        let texts = [
            "\u{FEFF}EXAMPLE_API_KEY = \"file-key\"\r\n", "\"EXAMPLE_API_KEY\" = 'file-key'",
            "'EXAMPLE_API_KEY' = \"\"\"\nfile-key\"\"\"", #"EXAMPLE_API_KEY = "file\u002dkey""#,
            "EXAMPLE_API_KEY = \" Bearer file-key\\n\"",
        ]
        for text in texts {
            try home.write(text, to: ".config/fader/keys.toml", mode: 0o600)
            #expect(await find().key == "file-key", "\(text)")
        }
    }

    @Test(arguments: [
        ("A = 'x'\nexport EXAMPLE_API_KEY=sk-canary-12345", "line 2, column 8"),
        ("EXAMPLE_API_KEY = sk-canary-12345", "line 1, column 19"),
        ("EXAMPLE_API_KEY: sk-canary-12345", "line 1, column 16"),
        ("EXAMPLE_API_KEY = \"sk-canary-12345", "line 1, column 19"),
        ("EXAMPLE_API_KEY = \"sk-canary-12345\" sk-canary-12345", "line 1, column 37"),
        ("sk-canary-12345 = \"a\"\nsk-canary-12345 = \"b\"", "line 2, column 1"),
        ("\nEXAMPLE_API_KEY = 12345678", "line 2, column 19"),
        ("[keys]\nEXAMPLE_API_KEY = \"sk-canary-12345\"", "line 1, column 2"),
    ])
    func aFileThatIsNoneOfKeysIsComplainedOfByLineAndNeverShown(text: String, place: String)
        async throws
    {
        try home.write(text, to: ".config/fader/keys.toml", mode: 0o600)
        let found = await find()
        #expect(found.key == nil)
        #expect(found.text?.contains(place) == true, "\(found.text ?? "")")
        #expect(found.text?.contains("canary") == false)
        #expect(found.text?.contains("is a table") == text.hasPrefix("[keys]"))
        if text.hasPrefix("[keys]") { #expect(found.text?.contains("no TOML") == false) }
    }

    @Test func anEmptyLineOfTheFileIsNoKey() async throws {
        for line in ["EXAMPLE_API_KEY =", "EXAMPLE_API_KEY = # later", "EXAMPLE_API_KEY = ''"] {
            try home.write(line, to: ".config/fader/keys.toml", mode: 0o600)
            #expect(await find().key == nil, "\(line)")
        }
    }

    @Test func theSecretServiceWhereItAnswers() async throws {
        let script =
            "#!/bin/sh\n[ \"$*\" = 'lookup service fader variable EXAMPLE_API_KEY' ] && echo desk-key\n"
        try home.write(script, to: "bin/secret-tool", mode: 0o700)
        let environment = [
            "PATH": home.path + "/bin:/usr/bin:/bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/none",
        ]
        #expect(await find(environment).key == "desk-key")
        #expect(await find(["PATH": home.path + "/bin:/usr/bin:/bin"]).key == nil)
    }

    @Test func aCommandThatFailsIsNamed() async {
        let trials: [([String], String)] = [
            (["false"], "ended with status 1"), (["no-such-program-here"], "no such program"),
            (["true"], "printed nothing"), (["printf", "two words"], "characters that no key has"),
        ]
        for (command, words) in trials {
            let found = await find(command: command)
            #expect(found.text?.contains(words) == true, "\(command)")
            #expect(found.text?.contains("EXAMPLE_API_KEY") == true)
        }
    }

    @Test func aCommandThatHangsIsStopped() async {
        let found = await find(command: ["sleep", "1000"], limit: .milliseconds(50))
        #expect(found.text?.contains("did not end within 50 ms") == true)
    }

    @Test func aCommandThatTalksForEverIsStopped() async {
        let found = await find(command: ["yes"])
        #expect(found.text?.contains("far more than a key") == true)
    }

    /// What a helper leaves in the background, say an agent, holds its output open.
    @Test func whatACommandLeavesBehindIsNotWaitedFor() async {
        let found = await find(command: ["sh", "-c", "sleep 1000 & echo $!:key"])
        let parts = (found.key ?? "").split(separator: ":")
        #expect(parts.last == "key")
        if let process = parts.first.flatMap({ pid_t($0) }) { kill(process, SIGKILL) }
    }

    @Test func aCommandEndsWithAllThatItStartedWhenTheTaskIsCancelled() async throws {
        let file = home.path + "/group"
        try home.write("", to: "group", mode: 0o600)
        let script = "echo $$ > \(file); sleep 1000 & sleep 1000"
        let task = Task { await find(command: ["sh", "-c", script], limit: .seconds(60)) }
        var group: pid_t?
        while group == nil {
            await Task.yield()
            group = try pid_t(String(fileAt: file).filter(\.isNumber))
        }
        task.cancel()
        #expect(await task.value.text?.contains("it was interrupted") == true)
        // The leader is gone, and whom nobody has collected yet is past doing anything.
        #expect(kill(group ?? 0, 0) != 0)
    }

    @Test func whatACommandComplainsOfIsNotShown() async {
        let found = await find(command: ["sh", "-c", "echo secret-words >&2; exit 3"])
        #expect(found.text?.contains("status 3") == true)
        #expect(found.text?.contains("secret-words") == false)
    }

    /// By their names, by the names that the configuration gives them, and by their values.
    @Test func aCommandSeesNoKeyAtAll() async throws {
        let key = "sk-canary-0123456789"
        let keys = [
            "OTHER_API_KEY": key, "EXAMPLE_API_KEY": "env-key-89", "MINE": "mine-123456",
            "THEIRS": "theirs-1234", "PPIO_API_KEY": "ppio-12345",
            "COPY": "Bearer \(key)", "CODED": "c2stY2FuYXJ5LTAxMjM0NTY3ODk=",
        ]
        let file = home.path + "/seen"
        try home.write("", to: "seen", mode: 0o600)
        let finding = await KeyFinder.find(
            provider: provider, keyEnvironmentName: "MINE",
            keyCommand: ["sh", "-c", "env > \(file); echo key-of-command"],
            environment: keys.merging(["PATH": "/usr/bin:/bin", "KEPT": "yes"]) { $1 },
            keyVariables: ["THEIRS"])
        #expect(Found(finding).key == "key-of-command")
        let seen = try String(fileAt: file)
        #expect(seen.contains("KEPT=yes"))
        for (name, value) in keys {
            #expect(!seen.contains(name + "="))
            #expect(!seen.contains(value))
        }
    }
}

extension String {
    fileprivate init(fileAt file: String) throws {
        self.init(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    }
}

/// What a search gave, for comparing.
private struct Found {
    var key: String?
    var text: String?
    var isNotNeeded = false

    init(_ finding: KeyFinder.Finding) {
        switch finding {
        case .found(let secret, let place): (key, text) = (secret.revealed, place.english)
        case .notNeeded: isNotNeeded = true
        case .missing(let advice): text = advice.english
        }
    }
}
