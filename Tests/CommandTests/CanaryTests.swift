import ChatCompletions
import Foundation
import Support
import Testing

/// A key is seen by its own server only, in whatever way it is given and whatever comes of it.
@Suite(.serialized)
struct CanaryTests {
    private static let forms = [[], ["--json"], ["--raw"]]

    @Test(arguments: CanaryDesk.Way.allCases)
    func noAnswerBringsItToLight(way: CanaryDesk.Way) async throws {
        let desk = try CanaryDesk(way)
        for outcome in CanaryOutcome.all {
            // Where a key came from makes no difference to what is done with an answer.
            for form in way == .variable ? Self.forms : [["--json"]] {
                let provider = try TestProvider(scripts: [outcome.script])
                try desk.point(at: provider.baseURL)
                let run = try await desk.run(["send"] + form + outcome.arguments + ["Hi"])
                #expect(run.status == outcome.status, "\(way) \(outcome.name): \(run.errors)")
                let sent = await provider.request().value(of: "Authorization")
                #expect(sent == "Bearer \(Canary.key)")
            }
        }
        try desk.expectNothingInFiles("all answers")
        try await expectNothingInTheLibrary(of: desk)
        try expectTheHelperWasAsked(desk)
    }

    @Test(arguments: CanaryDesk.Way.allCases)
    func noOtherCommandBringsItToLight(way: CanaryDesk.Way) async throws {
        let desk = try CanaryDesk(way)
        let list = #"{"data":[{"id":"\#(Canary.key)"},{"id":"m \#(Canary.spellings[2])"}]}"#
        let provider = try TestProvider(TestStep.answer(200, list))
        try desk.point(at: provider.baseURL)
        for arguments in [
            ["models"], ["models", "--json"], ["doctor"], ["providers", "list", "--json"],
            ["providers", "show"], ["providers", "show", "--json"], ["providers", "check"],
            ["providers", "check", "--json"], ["send", "--dry-run"],
            ["send", "--dry-run", "--curl"],
        ] {
            // What only `send` reads. Standard input, since a command line is open to everybody.
            try await desk.run(arguments, input: "my \(Canary.key)")
        }
        let asked = await provider.request().value(of: "Authorization")
        #expect(asked == "Bearer \(Canary.key)")
        for (status, body) in [(401, list), (500, Canary.key), (200, "<title>\(Canary.key)")] {
            try desk.point(at: TestProvider(TestStep.answer(status, body)).baseURL)
            let run = try await desk.run(["models"])
            #expect(run.status == 1)
            try await desk.run(["providers", "check"])
        }
        try desk.expectNothingInFiles("the commands")
    }

    @Test func nobodyThereBringsItToLight() async throws {
        let desk = try CanaryDesk(.variable)
        try desk.point(at: "http://127.0.0.1:1/v1")
        for arguments in [["send", "Hi"], ["send", "--json", "Hi"], ["models"]] {
            #expect(try await desk.run(arguments).status == 1)
        }
        // Not to this machine and not encrypted: it is not sent at all.
        try desk.point(at: "http://example.invalid/v1")
        #expect(try await desk.run(["send", "Hi"]).status == 1)
        try desk.expectNothingInFiles("refusals")
    }

    @Test(arguments: CanaryDesk.Way.allCases)
    func anInterruptionBringsNothingToLight(way: CanaryDesk.Way) async throws {
        let desk = try CanaryDesk(way)
        let gate = Gate()
        let provider = try TestProvider([
            .streamHead, .chunk(Streams.chunk(content: "so far \(Canary.key) then")),
            .pause(until: gate),
        ])
        try desk.point(at: provider.baseURL)
        let command = try desk.start(["send", "Hi"])
        await command.printed("then")
        command.send(SIGINT)
        let run = await command.end()
        #expect(run.status == 130)
        #expect(run.text == "so far ••• then")
        desk.expectNothing(in: run, ["send"])
        try desk.expectNothingInFiles("an interruption")
    }

    /// Somebody pasted it: it goes out as written, and nowhere else.
    @Test func aPromptThatHoldsTheKeyIsWarnedOf() async throws {
        let desk = try CanaryDesk(.variable)
        let provider = try TestProvider(Streams.answer(["ok"]))
        try desk.point(at: provider.baseURL)
        let run = try await desk.run(["send"], input: "what is \(Canary.key)?")
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: what is sent holds the key itself"))
        let sent = String(decoding: await provider.request().body, as: UTF8.self)
        #expect(sent.contains("Zq7XwK"))
        try desk.expectNothingInFiles("a prompt")
        let quiet = try await desk.run(["send", "what is a key?"])
        #expect(!quiet.errors.contains("warning"))
    }

    private func expectNothingInTheLibrary(of desk: CanaryDesk) async throws {
        let list = try JSONValue(parsing: await desk.run(["sessions", "list", "--json"]).output)
        try await desk.run(["sessions", "list"])
        let ids = list.array?.compactMap { $0["id"]?.string } ?? []
        #expect(ids.count >= CanaryOutcome.all.count)
        for (place, id) in ids.prefix(CanaryOutcome.all.count).enumerated() {
            try await desk.run(["sessions", "show", id] + (place % 2 == 0 ? [] : ["--json"]))
        }
    }

    /// What it wrote down has been looked into with all other files; here only that it was there.
    private func expectTheHelperWasAsked(_ desk: CanaryDesk) throws {
        guard [.command, .secretService].contains(desk.way) else { return }
        let seen = try desk.home.text(of: "seen")
        #expect(seen.contains("HOME="))
        #expect(seen.contains("fader send"))
    }
}
