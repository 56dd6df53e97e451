import ChatCompletions
import Foundation
import Support
import Testing

struct LibraryTests {
    @Test func whatWasSaidIsThereAfterwards() async throws {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let desk = try CommandDesk()
        let sent = try await desk.send(to: provider, "--json", "--system", "Be brief.", "Hi there")
        let list = try JSONValue(parsing: await desk.run("sessions", "list", "--json").output)
        #expect(list.array?.count == 1)
        let members = ["id", "title", "created", "updated", "turns", "tags", "source"]
        #expect(list[0]?.members?.map(\.name) == members)
        #expect(list[0]?["title"] == "Hi there")
        #expect(list[0]?["turns"] == 2)
        let session = try await desk.onlySession()
        let turns = session["turns"]?.array ?? []
        #expect(turns.map { $0["role"] } == ["user", "assistant"])
        #expect(turns.map { $0["content"] } == ["Hi there", "Hello."])
        #expect(turns.map { $0["state"] } == ["done", "done"])
        #expect(turns.last?["model"] == "tiny")
        let exchange = try JSONValue(parsing: sent.output)["exchange"]
        #expect(turns.last?["exchange"] == exchange)
        let shown = try await desk.run("sessions", "show", list[0]?["id"]?.string ?? "")
        #expect(shown.text.contains("\nassistant\nHello.\n"))
    }

    @Test func noLibraryLeavesNoFile() async throws {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let desk = try CommandDesk()
        let run = try await desk.send(to: provider, "--no-library", "--json", "Hi")
        #expect(run.status == 0)
        #expect(try JSONValue(parsing: run.output)["exchange"] == .null)
        #expect(try desk.allBytes() == [])
    }

    @Test func withoutALibraryThereAreNoSessionsAndNoneIsMade() async throws {
        let desk = try CommandDesk()
        let run = try await desk.run("sessions", "list", "--json")
        #expect(run.text == "[]\n")
        #expect(try desk.allBytes() == [])
    }

    @Test func anotherLibraryIsUsedWhenItIsNamed() async throws {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let desk = try CommandDesk()
        let file = desk.home.appending(path: "mine.sqlite").path
        _ = try await desk.send(to: provider, "--library", file, "Hi")
        #expect(FileManager.default.fileExists(atPath: file))
        #expect(!FileManager.default.fileExists(atPath: desk.library.path))
    }
}

extension CommandDesk {
    /// The one session that the library holds, as `sessions show --json` gives it.
    func onlySession() async throws -> JSONValue {
        let list = try JSONValue(parsing: await run("sessions", "list", "--json").output)
        let id = try #require(list[0]?["id"]?.string)
        return try JSONValue(parsing: await run("sessions", "show", id, "--json").output)
    }
}
