import ChatCompletions
import Foundation
import Support
import Testing

/// `fader send --session ID` and `--continue`: a prompt in a conversation that has begun.
struct ContinuationTests {
    private func messages(_ request: ReceivedRequest) throws -> [[String]] {
        let body = try JSONValue(parsing: request.body)
        return body["messages"]?.array?.map {
            [$0["role"]?.string ?? "", $0["content"]?.string ?? ""]
        } ?? []
    }

    @Test func theConversationGoesOnWithItsSettings() async throws {
        let provider = try TestProvider(
            Streams.answer(["Four."]), Streams.answer(["Five."]), Streams.answer(["Six."]))
        let desk = try CommandDesk()
        _ = try await desk.send(
            to: provider, "--system", "Count.", "-p", "temperature=0.2", "-p", "seed=7", "three?")
        let id = try await desk.onlySession()["id"]?.string ?? ""
        let second = try await desk.run("send", "--session", id, "-p", "seed=8", "and then?")
        #expect(second.text == "Five.")
        let last = try await desk.run("send", "--continue", "--system", "Sum.", "at last?")
        #expect(last.text == "Six.")
        let bodies = try provider.requests.map { try JSONValue(parsing: $0.body) }
        #expect(bodies.map { $0["model"] } == ["tiny", "tiny", "tiny"])
        #expect(bodies.map { $0["temperature"] } == [0.2, 0.2, 0.2])
        #expect(bodies.map { $0["seed"] } == [7, 8, 8])
        #expect(
            try messages(provider.requests[1]) == [
                ["system", "Count."], ["user", "three?"], ["assistant", "Four."],
                ["user", "and then?"],
            ])
        #expect(
            try messages(provider.requests[2]) == [
                ["system", "Sum."], ["user", "three?"], ["assistant", "Four."],
                ["user", "and then?"], ["assistant", "Five."], ["user", "at last?"],
            ])
        let session = try await desk.onlySession()
        let turns = session["turns"]?.array ?? []
        #expect(
            turns.map { $0["content"] } == [
                "three?", "Four.", "and then?", "Five.", "at last?", "Six.",
            ])
        #expect(turns.dropFirst().map { $0["parent"] } == turns.dropLast().map { $0["id"] })
        #expect(session["head"] == turns.last?["id"])
        #expect(session["title"] == "three?")
        #expect(session["source"] == "send")
    }

    @Test func whatTheCommandLineNamesCountsMore() async throws {
        let first = try TestProvider(Streams.answer(["One."]))
        let other = try TestProvider(Streams.answer(["Two."]))
        let desk = try CommandDesk()
        _ = try await desk.send(to: first, "-p", "temperature=0.2", "Hi")
        let run = try await desk.run(
            "send", "--continue", "--base-url", other.baseURL, "--model", "large", "-p",
            "temperature=1", "again")
        #expect(run.text == "Two.")
        let body = try JSONValue(parsing: other.requests[0].body)
        #expect(body["model"] == "large")
        #expect(body["temperature"] == 1)
        #expect(try messages(other.requests[0]).count == 3)
    }

    /// An answer that never came is no part of what is said before the next prompt.
    @Test func whatFailedIsNotSentAgain() async throws {
        let provider = try TestProvider(
            Streams.answer(["Hello."]), TestStep.answer(400, "no"), Streams.answer(["Better."]))
        let desk = try CommandDesk()
        _ = try await desk.send(to: provider, "Hi")
        #expect(try await desk.run("send", "--continue", "too much").status == 1)
        #expect(try await desk.run("send", "--continue", "and now?").text == "Better.")
        let sent = try messages(provider.requests[2])
        #expect(!sent.contains(["assistant", ""]))
        #expect(sent.first == ["user", "Hi"])
        #expect(sent.last == ["user", "and now?"])
        let turns = try await desk.onlySession()["turns"]?.array ?? []
        #expect(turns.map { $0["state"] } == ["done", "done", "done", "failed", "done", "done"])
    }

    @Test func anAnswerThatIsArrivingElsewhereIsNotDisturbed() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk(Streams.chunk(content: "Wait")), .pause(until: Gate()),
        ])
        let desk = try CommandDesk()
        let first = try desk.start([
            "send", "--base-url", provider.baseURL, "--model", "tiny", "Hi",
        ])
        await first.printed("Wait")
        let id = try await desk.onlySession()["id"]?.string ?? ""
        for arguments in [["--session", id], ["--continue"]] {
            let run = try await desk.run(["send"] + arguments + ["and?"])
            #expect(run.status == 2)
            #expect(run.output == [])
            #expect(run.errors.hasPrefix("fader: an answer is still arriving in session \(id)"))
        }
        first.send(SIGINT)
        _ = await first.end()
        #expect(provider.requests.count == 1)
        #expect(try await desk.onlySession()["turns"]?.array?.count == 2)
    }

    @Test(arguments: [
        (["--session", "nosuchone"], "there is no session nosuchone"),
        (["--continue"], "there is no session to go on with"),
        (["--session", "x", "--no-library"], "--no-library knows no session"),
        (["--continue", "--no-library"], "--no-library knows no session"),
        (["--continue", "--session", "x"], "exclude each other"),
    ])
    func whatCannotGoOnIsSaid(arguments: [String], sentence: String) async throws {
        let run = try await CommandDesk().run(["send"] + arguments + ["Hi"])
        #expect(run.status == 2)
        #expect(run.output == [])
        #expect(run.errors.contains(sentence), "\(run.errors)")
    }
}
