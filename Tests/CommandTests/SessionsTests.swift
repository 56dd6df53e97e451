import ChatCompletions
import Foundation
import Support
import Testing

/// `fader sessions`: lists, branches, trees.
struct SessionsTests {
    private static let busy = TestStep.answer(
        503, "busy", headers: ["Content-Type: text/plain", "retry-after-ms: 1"])

    /// A session with two answers to one prompt: the first one failed.
    private func deskWithTwoBranches() async throws -> CommandDesk {
        let provider = try TestProvider(Self.busy, Streams.answer(["At last."]))
        let desk = try CommandDesk()
        _ = try await desk.send(
            to: provider, "--retries", "1", "--system", "Be brief.", "-p", "temperature=0.2",
            "Hi there")
        return desk
    }

    @Test func aSessionIsShownWithAllThatGoesWithIt() async throws {
        let desk = try await deskWithTwoBranches()
        let session = try await desk.onlySession()
        #expect(session["source"] == "send")
        #expect(session["tags"] == [])
        #expect(session["system"] == "Be brief.")
        #expect(session["parameters"] == ["temperature": 0.2])
        #expect(session["provider"] == "generic")
        #expect(session["model"] == "tiny")
        let turns = session["turns"]?.array ?? []
        #expect(turns.map { $0["state"] } == ["done", "failed", "done"])
        #expect(turns[1]["parent"] == turns[2]["parent"])
        #expect(turns[1]["error"]?["kind"] != nil)
        #expect(session["head"] == turns[2]["id"])
        #expect(turns[2]["usage"]?["total_tokens"] == 5)
    }

    @Test func theActiveBranchIsShownAndTheOthersAreSaid() async throws {
        let desk = try await deskWithTwoBranches()
        let session = try await desk.onlySession()
        let id = session["id"]?.string ?? ""
        let shown = try await desk.run("sessions", "show", id).text
        #expect(shown.contains("The active branch, one of 2"))
        #expect(shown.contains("\nsystem\nBe brief.\n\nuser\nHi there\n"))
        #expect(shown.contains("\nassistant\nAt last.\n"))
        #expect(shown.contains("temperature 0.2"))
        #expect(shown.contains("prompt 3, answer 2 tokens"))
        #expect(!shown.contains("failed"))
        let failed = session["turns"]?[1]?["id"]?.string ?? ""
        let other = try await desk.run("sessions", "show", id, "--branch", failed).text
        #expect(other.contains("A branch, one of 2"))
        #expect(other.contains("assistant (failed)"))
        #expect(!other.contains("At last."))
        let json = try await desk.run("sessions", "show", id, "--branch", failed, "--json").output
        #expect(try JSONValue(parsing: json)["turns"]?.array?.count == 2)
        let wrong = try await desk.run("sessions", "show", id, "--branch", "nosuch")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("there is no turn nosuch"))
    }

    @Test func theTreeHasEveryTurnOnALineOfItsOwn() async throws {
        let desk = try await deskWithTwoBranches()
        let session = try await desk.onlySession()
        let ids = session["turns"]?.array?.compactMap { $0["id"]?.string } ?? []
        let tree = try await desk.run("sessions", "show", session["id"]?.string ?? "", "--tree")
        let lines = tree.text.split(separator: "\n").suffix(3)
        #expect(
            lines == [
                "* \(ids[0])  user  Hi there", "    \(ids[1])  assistant (failed)  tiny",
                "*   \(ids[2])  assistant  tiny  At last.",
            ])
    }

    @Test func theListGoesPageByPage() async throws {
        let provider = try TestProvider(
            scripts: Array(repeating: Streams.answer(["Hello."]), count: 3))
        let desk = try CommandDesk()
        for prompt in ["one", "two", "three"] { _ = try await desk.send(to: provider, prompt) }
        let all = try JSONValue(parsing: await desk.run("sessions", "list", "--json").output)
        #expect(all.array?.map { $0["title"] } == ["three", "two", "one"])
        let page = try await desk.run("sessions", "list", "--limit", "1", "--offset", "1")
        #expect(page.text.hasSuffix("  send       two\n"))
        #expect(page.errors == "fader: 1 more; --offset 2 goes on\n")
        let last = try await desk.run(
            "sessions", "list", "--json", "--limit", "9", "--offset", "2", "--model", "tiny")
        #expect(try JSONValue(parsing: last.output).array?.count == 1)
        #expect(last.errors == "")
        #expect(try await desk.run("sessions", "list", "--model", "other").text == "")
    }

    @Test func timesAreLocalForPeopleAndUniversalForPrograms() async throws {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let desk = try CommandDesk()
        _ = try await desk.send(to: provider, "Hi")
        let list = try JSONValue(parsing: await desk.run("sessions", "list", "--json").output)
        let written = try #require(list[0]?["updated"]?.string)
        #expect(written.hasSuffix("Z"))
        let date = try #require(
            try? Date(written, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        let local = Date.ISO8601FormatStyle(dateTimeSeparator: .space)
            .year().month().day().time(includingFractionalSeconds: false)
            .format(date.addingTimeInterval(8 * 3_600)).dropLast(3)
        let line = try await desk.run("sessions", "list", environment: ["TZ": "XYZ-8"]).text
        #expect(line.contains(local), "\(line) \(local)")
    }

    @Test func aLibraryThatCannotBeReadIsSaid() async throws {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let desk = try CommandDesk()
        _ = try await desk.send(to: provider, "Hi")
        var bytes = try Array(Data(contentsOf: desk.library))
        for place in 4_096..<bytes.count { bytes[place] ^= 0x55 }
        try Data(bytes).write(to: desk.library)
        let run = try await desk.run("sessions", "list")
        #expect(run.status == 2)
        #expect(run.output == [])
        #expect(run.errors.contains("damaged"))
    }
}
