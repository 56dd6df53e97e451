import Foundation
import Support
import Testing

/// Every example in the documentation of the two client libraries, and the program of
/// Docs/Client.md, stands in a file that is compiled and run.
struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardized

    @Test func everyExampleIsCompiledAndRun() throws {
        let tested = try Self.texts(in: "Tests/ChatClientTests/Examples").map(\.text)
            .map(Self.code).joined()
        var count = 0
        for room in ["ChatCompletions", "Conversations", "ChatClient"] {
            for (file, text) in try Self.texts(in: "Sources/\(room)") {
                for example in Self.examples(in: text) {
                    for statement in Self.statements(of: example) {
                        let isTested = tested.contains(Self.code(statement))
                        #expect(isTested, "\(file): \(statement)")
                    }
                    count += 1
                }
            }
        }
        #expect(count > 18)
    }

    @Test func theProgramOfTheGuideIsTheOneThatIsRun() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "Docs/Client.md"), encoding: .utf8)
        let file = Self.root.appending(path: "Tests/ClientExample/ClientExample.swift")
        let program = try String(contentsOf: file, encoding: .utf8)
        #expect(page.contains("```swift\n\(program)```"))
        #expect(program.split(separator: "\n").count <= 20)
    }

    @Test func theProgramOfTheGuideAsksAgainAndPrintsTheAnswer() async throws {
        let provider = try TestProvider(
            [.head(503, ["Content-Length: 0", "Retry-After-Ms: 1"])],
            [
                .streamHead, .chunk(streamChunk("你")), .chunk(streamChunk("好", finish: "stop")),
                .chunk("data: [DONE]\n\n"), .lastChunk,
            ])
        let binary = RunningCommand.built("client-example")
        let arguments = [provider.baseURL, "tiny", "Hi"]
        let run = try await RunningCommand(binary, arguments, environment: [:]).end()
        #expect(run.status == 0)
        #expect(run.text == "HTTP 503 Service Unavailable.\n你好\n")
        #expect(provider.requests.count == 2)
    }

    private static func texts(in folder: String) throws -> [(file: String, text: String)] {
        let files = FileManager.default.enumerator(
            at: root.appending(path: folder), includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }

    /// The code blocks of doc comments.
    private static func examples(in text: String) -> [String] {
        text.components(separatedBy: "/// ```swift\n").dropFirst().compactMap { rest in
            rest.components(separatedBy: "/// ```").first.map { block in
                block.components(separatedBy: "\n").map {
                    $0.trimmingCharacters(in: .whitespaces).replacing(/^\/\/\/ ?/, with: "")
                }.joined(separator: "\n")
            }
        }
    }

    /// Line by line: a test says of a value what the documentation says in a comment.
    private static func statements(of example: String) -> [String] {
        example.components(separatedBy: "\n").map { $0.replacing(/\s+\/\/ .*$/, with: "") }
            .filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
    }

    /// Without white space.
    private static func code(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
