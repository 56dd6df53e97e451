import ChatCompletions
import Foundation
import Support
import Testing

/// What goes into a request from standard input and from files: it is used, or it is told.
struct SendInputTests {
    /// What was asked, once the command is through.
    private func prompts(_ provider: TestProvider) throws -> [String?] {
        let body = try JSONValue(parsing: try #require(provider.requests.first).body)
        return body["messages"]?.array?.map { $0["content"]?.string } ?? []
    }

    private func send(
        _ desk: CommandDesk, to provider: TestProvider, _ arguments: [String], input: [UInt8]
    ) async throws -> CommandRun {
        let options = ["send", "--base-url", provider.baseURL, "--model", "tiny"]
        return try await desk.run(options + arguments, input: input)
    }

    // MARK: Standard input

    @Test(arguments: [
        ("a\nb\n", ["sum up"], "a\nb\n\nsum up"), ("a\r\n", ["sum up"], "a\n\nsum up"),
        ("", ["sum up"], "sum up"), ("\n \n", ["sum up"], "sum up"),
        ("a", ["--no-stdin", "sum up"], "sum up"), ("a\n", [""], "a"), ("a\n\n", [], "a\n"),
        ("图\u{0}\u{FEFF}", ["-"], "图\u{0}\u{FEFF}"),
    ])
    func aPipeGoesBeforeThePrompt(
        input: String, arguments: [String], expected: String
    ) async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await send(
            CommandDesk(), to: provider, arguments, input: Array(input.utf8))
        #expect(run.status == 0, "\(run.errors)")
        #expect(try prompts(provider) == [expected])
        #expect(run.errors == "")
    }

    @Test func aPipeFollowsTheMessagesOfAFile() async throws {
        let desk = try CommandDesk()
        try desk.write(#"[{"role":"user","content":"a"}]"#, to: "m.json")
        let provider = try TestProvider(Streams.answer(["ok"]))
        let options = ["--messages", desk.home.path + "/m.json"]
        _ = try await send(desk, to: provider, options, input: Array("b\n".utf8))
        #expect(try prompts(provider) == ["a", "b"])
    }

    @Test(arguments: [
        ("< /dev/null", ["Hi"]), ("<&-", ["Hi"]), ("< question.txt", ["from a file\n\nHi"]),
    ])
    func whereStandardInputComesFrom(redirection: String, expected: [String]) async throws {
        let desk = try CommandDesk()
        try desk.write("from a file\n", to: "question.txt")
        let provider = try TestProvider(Streams.answer(["ok"]))
        let line = """
            cd \(desk.home.path); exec \(RunningCommand.binary) send --base-url \
            \(provider.baseURL) --model tiny Hi \(redirection)
            """
        let shell = try RunningCommand("/bin/sh", ["-c", line], environment: desk.environment)
        let run = await shell.end()
        #expect(run.status == 0, "\(run.errors)")
        #expect(try prompts(provider) == expected)
    }

    @Test func aPipeThatKeepsOneWaitingIsTold() async throws {
        let desk = try CommandDesk()
        let fifo = desk.home.path + "/fifo"
        #expect(mkfifo(fifo, 0o600) == 0)
        let provider = try TestProvider(Streams.answer(["ok"]))
        let line = """
            exec \(RunningCommand.binary) send --base-url \(provider.baseURL) --model tiny Hi \
            < \(fifo)
            """
        let shell = try RunningCommand("/bin/sh", ["-c", line], environment: desk.environment)
        let end = open(fifo, O_WRONLY | O_CLOEXEC)
        await shell.printed(errors: "--no-stdin")
        #expect(provider.requests.isEmpty)
        #expect(write(end, "late", 4) == 4)
        close(end)
        #expect(await shell.end().status == 0)
        #expect(try prompts(provider) == ["late\n\nHi"])
    }

    @Test(
        arguments: [
            (["Hi"], [0x61, 0xFF], "standard input is no UTF-8 text"),
            ([], [0xC3], "standard input is no UTF-8 text"),
            ([], [], "there is nothing to send"), ([], [0x0A], "there is nothing to send"),
            ([" "], [], "there is nothing to send"), (["-", "--no-stdin"], [0x61], "--no-stdin"),
            (["--no-stdin"], [0x61], "there is nothing to send"),
        ] as [([String], [UInt8], String)])
    func inputThatCannotBeSentHasItsSentence(
        arguments: [String], input: [UInt8], sentence: String
    ) async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await send(CommandDesk(), to: provider, arguments, input: input)
        #expect(run.status == 2)
        #expect(run.errors.contains(sentence), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count <= 2)
        #expect(provider.requests.isEmpty)
    }

    @Test func moreThanSixteenMebibytesAreRefused() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let input = [UInt8](repeating: 0x61, count: 16 << 20 | 1)
        let run = try await send(CommandDesk(), to: provider, ["Hi"], input: input)
        #expect(run.status == 2)
        #expect(run.errors.contains("standard input is more than 16 MiB"))
        #expect(provider.requests.isEmpty)
    }

    @Test func sixteenMebibytesAreTaken() async throws {
        let input = [UInt8](repeating: 0x61, count: 16 << 20)
        let run = try await CommandDesk().run(["send", "--dry-run", "-"], input: input)
        #expect(run.status == 0)
        #expect(run.output.count > input.count)
    }

    // MARK: Messages

    @Test func messagesAreSentMemberForMember() async throws {
        let messages = """
            [{"content":"Hi","name":"Ann","role":"user"},\
            {"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,x"}}]},\
            {"role":"assistant","content":"He","prefix":true,"seed":18446744073709551615}]
            """
        let desk = try CommandDesk()
        try desk.write("\u{FEFF}" + messages, to: "m.json")
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await desk.send(to: provider, "--messages", desk.home.path + "/m.json")
        #expect(run.status == 0, "\(run.errors)")
        let body = String(decoding: try #require(provider.requests.first).body, as: UTF8.self)
        #expect(body.contains(#""messages":"# + messages))
        let recorded = try desk.allBytes()
        #expect(Data(recorded).range(of: Data((#""messages":"# + messages).utf8)) != nil)
        let turns = try await desk.onlySession()["turns"]?.array ?? []
        let whole = turns.map { $0["message"]?.text ?? "plain" }.joined(separator: ",")
        #expect("[\(whole)]" == "\(messages.dropLast()),plain]")
    }

    @Test(arguments: [
        ("{}", "messages are a JSON array"), ("[1]", "message 1 is no JSON object"),
        (#"[{"role":"user","content":"a"},{"content":"b"}]"#, "message 2 has no role"),
        (#"[{"role":"user"}]"#, "message 1 says nothing"),
        (#"[{"role":"user","content":1}]"#, "message 1 has a content"),
        ("[{]", "line 1, column 3"), ("[NaN]", "line 1, column 2"),
        (#"[{"role":"user","content":"\ud83d"}]"#, "bad escape"),
    ])
    func messagesThatCannotBeSentAreRefused(text: String, sentence: String) async throws {
        let desk = try CommandDesk()
        try desk.write(text, to: "m.json")
        let run = try await desk.run("send", "--messages", desk.home.path + "/m.json", "Hi")
        #expect(run.status == 2)
        #expect(run.errors.contains(sentence), "\(run.errors)")
    }

    // MARK: Parameters

    @Test func aParameterMayStandInAFile() async throws {
        let desk = try CommandDesk()
        try desk.write("{\"type\": \"json_object\", \"n\": 1.0}\n", to: "format.json")
        try desk.write("END\n", to: "end.txt")
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await desk.send(
            to: provider, "-p", "response_format=@\(desk.home.path)/format.json",
            "-p", "stop=@\(desk.home.path)/end.txt", "-p", "user=@@me", "-p", "x=a=@b",
            "-p", "seed=18446744073709551615", "json")
        #expect(run.status == 0, "\(run.errors)")
        let body = try JSONValue(parsing: try #require(provider.requests.first).body)
        #expect(body["response_format"]?.text == #"{"type":"json_object","n":1.0}"#)
        #expect(body["stop"] == "END")
        #expect(body["user"] == "@me")
        #expect(body["x"] == "a=@b")
        #expect(body["seed"]?.text == "18446744073709551615")
    }

    @Test func theLargestSeedIsOneForThePracticeProviderToo() async throws {
        let seed = ["-p", "seed=18446744073709551615", "-p", "max_tokens=5"]
        let run = try await CommandDesk().run(["send", "--no-library"] + seed + ["What is top_p?"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(!run.text.isEmpty)
    }

    @Test(arguments: ["stop=@", "stop=@/nowhere.txt", "stop=@/tmp"])
    func aFileThatCannotBeReadIsTold(parameter: String) async throws {
        let run = try await CommandDesk().run("send", "-p", parameter, "Hi")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("fader: "))
    }

    // MARK: A whole body

    @Test func aWholeBodyIsSentAsItIs() async throws {
        let text = """
            { "messages" : [{"role":"user","content":"Hi","x":1e400}],
              "model":"theirs", "seed": 1.50, "stream": true }

            """
        let desk = try CommandDesk()
        try desk.write(text, to: "body.json")
        let provider = try TestProvider(Streams.answer(["Hel", "lo"]))
        let run = try await desk.run(
            "send", "--base-url", provider.baseURL, "--body", desk.home.path + "/body.json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text == "Hello")
        #expect(try #require(provider.requests.first).body == Array(text.utf8))
        let session = try await desk.onlySession()
        #expect(session["turns"]?[0]?["content"] == "Hi")
        #expect(session["turns"]?[1]?["content"] == "Hello")
    }

    @Test func aWholeBodyWithoutStreamAsksForADocument() async throws {
        let answer =
            #"{"choices":[{"index":0,"message":{"content":"Hi."},"finish_reason":"stop"}]}"#
        let provider = try TestProvider(TestStep.answer(200, answer))
        let body = #"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#
        let run = try await CommandDesk().run(
            "send", "--base-url", provider.baseURL, "--body", "-", "--model", "other", input: body)
        #expect(run.text == "Hi.")
        #expect(run.errors.contains("--model other is not used"))
        #expect(provider.requests.first?.value(of: "Accept") == "application/json")
    }

    @Test func whatADialectHasToSayOfABodyIsSaid() async throws {
        let body = #"{"model":"m","messages":[],"temperature":9,"stop":""}"#
        let run = try await CommandDesk().run(
            "send", "--provider", "neolink", "--dry-run", "--body", "-", input: body,
            environment: ["NEOLINK_API_KEY": "sk-0123456789"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("warning: temperature 9 is outside"))
        #expect(run.errors.contains("warning: stop must not be empty"))
        #expect(run.text.hasSuffix(body + "\n"))
    }

    @Test(arguments: [
        ("[]", "a body is a JSON object"), (#"{"model":"m",}"#, "line 1, column 14"),
        ("", "line 1, column 1"),
    ])
    func aBodyThatIsNoneIsRefused(text: String, sentence: String) async throws {
        let run = try await CommandDesk().run("send", "--body", "-", input: text)
        #expect(run.status == 2)
        #expect(run.errors.contains(sentence), "\(run.errors)")
    }

    @Test(arguments: [
        ["Hi"], ["--system", "x"], ["--messages", "m.json"], ["-p", "seed=1"], ["--no-stream"],
    ])
    func aWholeBodyGoesWithNothingElse(arguments: [String]) async throws {
        let run = try await CommandDesk().run(["send", "--body", "b.json"] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains("--body is sent as it is"))
    }

    @Test func inputBesideAWholeBodyIsTold() async throws {
        let desk = try CommandDesk()
        try desk.write("unread\n", to: "input.txt")
        try desk.write(#"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#, to: "b.json")
        let line = """
            cd \(desk.home.path); exec \(RunningCommand.binary) send --dry-run --body b.json \
            < input.txt
            """
        let shell = try RunningCommand("/bin/sh", ["-c", line], environment: desk.environment)
        let run = await shell.end()
        #expect(run.status == 0)
        #expect(run.errors.contains("standard input is not read"))
    }

    // MARK: Keys

    @Test func aKeyInGivenMembersIsNotRecorded() async throws {
        let key = Canary.key
        let messages =
            #"[{"role":"user","name":"\#(key)","content":[{"type":"x","\#(key)":"\#(key)"}]}]"#
        let desk = try CommandDesk()
        let provider = try TestProvider(Streams.answer(["ok"]))
        let environment = ["FADER_API_KEY": key]
        let options = ["send", "--base-url", provider.baseURL, "--model", "tiny"]
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(messages.utf8).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try await desk.run(
            options + ["--messages", folder.path, "-p", #"x={"\#(key)":1}"#],
            environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("holds the key itself"))
        #expect(try desk.filesWithCanary() == [])
    }
}
