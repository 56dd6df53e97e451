import ChatCompletions
import Foundation
import Support
import Testing

/// Keys and headers as the commands find them, tell of them, and let go of them.
@Suite(.timeLimit(.minutes(2)))
struct KeyPlaceTests {
    private static let canary = "sk-canary-7f3a9e2b1c"
    private let desk: CommandDesk

    init() throws { desk = try CommandDesk() }

    /// A provider at an address, with more lines of its table.
    private func configure(_ baseURL: String, _ lines: String...) throws {
        let table = ["[providers.here]", "base_url = \"\(baseURL)\"", "model = \"tiny\""]
        try desk.writeConfiguration((table + lines).joined(separator: "\n"))
    }

    @Test(arguments: [["send", "Hi"], ["send", "--dry-run", "Hi"], ["models"], ["doctor"]])
    func aCommandThatHangsEndsWithItsGroupWhenItIsInterrupted(command: [String]) async throws {
        let file = desk.home.appending(path: "group")
        try configure(
            "https://here.example/v1",
            "key_command = [\"sh\", \"-c\", \"echo $$ > \(file.path); sleep 1000 & sleep 1000\"]")
        let run = try desk.start(
            [command[0], "--provider", "here"] + command.dropFirst(),
            environment: ["TERM": "xterm"])
        var group: pid_t?
        while group == nil {
            await Task.yield()
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            group = pid_t(text.filter(\.isNumber))
        }
        run.send(SIGINT)
        #expect(await run.end().status == 130)
        #expect(kill(group ?? 0, 0) != 0)
    }

    @Test(arguments: [
        ["send", "Hi"], ["send", "--dry-run", "Hi"], ["models"], ["doctor"],
        ["providers", "check"],
    ])
    func aKeyThatCannotBeUsedIsToldOnThisMachineToo(command: [String]) async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await desk.run(
            command + ["--base-url", provider.baseURL, "--model", "tiny"],
            environment: ["FADER_API_KEY": "two \(Self.canary)", "TERM": "xterm"])
        let all = run.text + run.errors
        #expect(all.contains("the environment variable FADER_API_KEY: what is there is no key"))
        #expect(!all.contains(Self.canary))
        #expect(run.status == (command.contains("--dry-run") ? 0 : command == ["doctor"] ? 1 : 2))
        #expect(provider.requests.isEmpty)
    }

    @Test func whatStandsAroundAKeyIsNotSent() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await desk.send(
            to: provider, "Hi", environment: ["FADER_API_KEY": "\"Bearer \(Self.canary)\"\n"])
        #expect(run.status == 0)
        #expect(await provider.request().value(of: "Authorization") == "Bearer \(Self.canary)")
    }

    @Test func theDoctorLooksAtTheAddress() async throws {
        let url = "https://elsewhere.example/v1"
        let found = try await desk.run(
            "doctor", "--base-url", url,
            environment: ["FADER_API_KEY": Self.canary, "TERM": "xterm"])
        #expect(found.text.contains("generic at \(url): in the environment variable FADER_API_KEY"))
        let named = try await desk.run(
            "doctor", "--provider", "ppio", "--base-url", url,
            environment: ["PPIO_API_KEY": Self.canary, "TERM": "xterm"])
        #expect(named.status == 1)
        #expect(named.text.contains("ppio at \(url): No key was found."))
        let wrong = try await desk.run(
            "doctor", "--base-url", "here/v1", environment: ["TERM": "xterm"])
        #expect(wrong.status == 1)
        #expect(wrong.text.contains("the address must begin with http:// or https://"))
    }

    /// Who names a variable means that there is a key, also for a server that asks for none.
    @Test func aVariableThatTheConfigurationNamesIsMissed() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        try configure(provider.baseURL, "extends = \"generic\"", "key_env = \"LAN_KEY\"")
        let options = ["--provider", "here"]
        let sent = try await desk.run(["send", "Hi"] + options)
        #expect(sent.status == 2)
        #expect(sent.errors.contains("Set the environment variable LAN_KEY"))
        #expect(provider.connectionCount == 0)
        let doctor = try await desk.run(["doctor"] + options, environment: ["TERM": "xterm"])
        #expect(doctor.status == 1)
        #expect(doctor.text.contains("here: No key was found."))
        let run = try await desk.run(
            ["send", "Hi"] + options, environment: ["LAN_KEY": Self.canary])
        #expect(run.status == 0)
        #expect(await provider.request().value(of: "Authorization") == "Bearer \(Self.canary)")
        try configure(provider.baseURL, "key_env = \"LAN_KEY\"", "needs_key = false")
        #expect(try await desk.run(["send", "Hi"] + options).status == 0)
    }

    /// 0.0.0.0 reaches this machine, and is not known for it.
    @Test func overHTTPAKeyGoesWhereThatIsWritten() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let url = "http://0.0.0.0:\(provider.port)/v1"
        let environment = ["HERE_KEY": Self.canary]
        try configure(url, "key_env = \"HERE_KEY\"")
        let refused = try await desk.run(
            "send", "--provider", "here", "Hi", environment: environment)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("key_over_http = true"))
        #expect(provider.connectionCount == 0)
        try configure(url, "key_env = \"HERE_KEY\"", "key_over_http = true")
        let run = try await desk.run("send", "--provider", "here", "Hi", environment: environment)
        #expect(run.status == 0)
        #expect(
            run.errors.contains(
                "warning: a key goes to http://0.0.0.0:\(provider.port) unencrypted"))
        #expect(await provider.request().value(of: "Authorization") == "Bearer \(Self.canary)")
    }

    @Test func headersOfAProviderGoOutAndShowNoValue() async throws {
        let provider = try TestProvider(Streams.answer(["you are \(Self.canary)"]))
        try configure(
            provider.baseURL, "headers = { \"X-Org\" = \"${ORG}\", \"X-Title\" = \"fader\" }")
        let environment = ["ORG": Self.canary]
        let here = ["send", "--provider", "here"]
        let plain = try await desk.run(here + ["--dry-run", "Hi"], environment: environment)
        #expect(plain.text.contains("\nX-Org: •••\nX-Title: fader\n"))
        let curl = try await desk.run(
            here + ["--dry-run", "--curl", "Hi"], environment: environment)
        #expect(curl.text.contains(#"-H 'X-Org: '"$ORG""#))
        let sent = try await desk.run(here + ["--json", "Hi"], environment: environment)
        #expect(sent.status == 0)
        #expect(await provider.request().value(of: "X-Org") == Self.canary)
        for run in [plain, curl, sent] { #expect(!(run.text + run.errors).contains(Self.canary)) }
        #expect(!String(decoding: try desk.allBytes(), as: UTF8.self).contains(Self.canary))
        let shown = try await desk.run("providers", "show", "here")
        #expect(shown.text.contains("X-Org: ${ORG}, X-Title: fader"))
    }

    @Test func aHeaderWithoutItsVariableIsAMistake() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        try configure(provider.baseURL, "headers = { \"X-Org\" = \"${ORG}\" }")
        let run = try await desk.run("send", "--provider", "here", "Hi")
        #expect(run.status == 1)
        #expect(run.errors.contains("the header X-Org needs the environment variable ORG"))
        #expect(provider.connectionCount == 0)
        let doctor = try await desk.run(
            "doctor", "--provider", "here", environment: ["TERM": "xterm"])
        #expect(doctor.status == 1)
        #expect(doctor.text.contains("X-Org needs the environment variable ORG"))
    }

    @Test func aBrokenFileOfAProviderIsTheReason() async throws {
        let folder = desk.configuration.deletingLastPathComponent().appending(path: "providers")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "tower.toml")
        try Data("title = \"x\"\nbase_url = [1,}".utf8).write(to: file)
        let run = try await desk.run("send", "--provider", "tower", "Hi")
        #expect(run.status == 2)
        #expect(
            run.errors == "fader: the provider tower cannot be used: "
                + "\(file.path):2:15: expected a value, found `}`\n")
    }

    @Test func aProviderThatIsNotThereIsToldWithWhatToSet() async throws {
        let run = try await desk.run("send", "--provider", "tower", "Hi")
        #expect(run.status == 2)
        #expect(run.errors.contains("set base_url in [providers.tower] of config.toml"))
    }

    @Test func whatMayHaveBeenAnsweredIsSaidBeforeItIsAskedAgain() async throws {
        let provider = try TestProvider([.close], Streams.answer(["ok"]))
        let run = try await desk.send(to: provider, "--retries", "1", "Hi")
        #expect(run.status == 0)
        #expect(run.errors.contains("It may have been billed."))
        let once = try TestProvider([.close])
        let failed = try await desk.send(to: once, "Hi")
        #expect(failed.status == 1)
        #expect(failed.errors.contains("whether it was answered and billed"))
        #expect(once.requests.count == 1)
    }
}
