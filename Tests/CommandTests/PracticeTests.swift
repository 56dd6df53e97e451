import ChatCompletions
import Foundation
import Support
import Testing

struct PracticeTests {
    @Test func sendNeedsNeitherKeyNorNetwork() async throws {
        let desk = try CommandDesk()
        let command = ["send", "-p", "seed=7", "-p", "max_tokens=4", "What is top_p?"]
        let (first, second) = (try await desk.run(command), try await desk.run(command))
        #expect(first.status == 0)
        #expect(!first.text.isEmpty)
        #expect(first.text == second.text)
    }

    @Test func theServerAnswersOtherProgramsUntilItIsInterrupted() async throws {
        let desk = try CommandDesk()
        let server = try desk.start(["practice", "--speed", "100000"])
        await server.printed("/v1\n")
        let line = server.text
        #expect(line.hasPrefix("listening http://127.0.0.1:"))
        let url = String(line.dropFirst("listening ".count).dropLast())
        let run = try await desk.run("send", "--base-url", url, "--model", "practice", "Hi")
        #expect(run.status == 0)
        #expect(!run.text.isEmpty)
        let models = try await desk.run("models", "--base-url", url)
        #expect(models.text.split(separator: "\n").contains("practice"))
        server.send(SIGINT)
        #expect(await server.end().status == 130)
    }
}
