import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

/// What came of it: in the clipboard, in the library, on the wire.
extension Tour {
    /// Waits until exactly this text is in the clipboard, and in the file beside it.
    func holds(_ text: String) async throws {
        try await eventually("the copied text") {
            try await screen.clipboard == text
        } otherwise: {
            "the clipboard has “\((try? await screen.clipboard) ?? "")” in place of “\(text)”"
        }
        try await eventually("the file") { (try? desk.text(of: Self.copiedFile)) == text }
    }

    private static let copiedFile = ".local/state/fader/copied.txt"

    /// The turns of the session that was changed last, where there is one.
    func turns() throws -> [Turn] {
        let library = try desk.openLibrary()
        guard let newest = try library.sessions(limit: 1).first else { return [] }
        return try library.session(newest.id)?.turns ?? []
    }

    /// The latest request of the session that was changed last.
    func requestSent() throws -> JSONValue {
        let session = try desk.latestSession()
        let last = try #require(try desk.openLibrary().exchanges(of: session.id).last?.request)
        return try JSONValue(parsing: last.body)
    }

    /// Its messages, as role and text.
    func messagesSent() throws -> [[String]] {
        (try requestSent()["messages"]?.array ?? []).map {
            [$0["role"]?.string ?? "", $0["content"]?.string ?? ""]
        }
    }

    /// Waits until all these are in the clipboard.
    func copied(_ parts: String...) async throws {
        try await eventually("\(parts) in the clipboard") {
            let text = try await screen.clipboard
            return parts.allSatisfy { text.contains($0) }
        } otherwise: {
            (try? await screen.clipboard) ?? ""
        }
    }

    /// What models said, in the order of the turns.
    func messagesOfAnswers() throws -> [String] {
        try desk.latestSession().turns.filter { $0.message.role == .assistant }
            .map(\.message.content)
    }
}
