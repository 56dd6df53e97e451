import Conversations
import Foundation
import Support
import Testing

/// What is done by keys, and the answers to what they send.
extension Tour {
    /// Presses keys by tmux's names; `asks` where they send something, whose answer is waited for.
    func keys(
        _ keys: String..., asks: Bool = false, shows: String..., hides: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let count = try asks ? turns().count : 0
        if keys.first == "Enter" { try await pause() }
        try await screen.press(keys)
        if asks { try await isAnswered(after: count) }
        try await look("keys: \(TourKeys.names(keys))", shows: shows, hides: hides, location)
    }

    /// A line end that comes at once behind a text is none that was typed.
    private func pause() async throws { try await Task.sleep(for: .milliseconds(100)) }

    func types(
        _ text: String, shows: String..., location: SourceLocation = #_sourceLocation
    ) async throws {
        try await screen.type(text)
        try await look("types: \(text)", shows: shows, hides: [], location)
    }

    /// As a terminal pastes that has brackets for it.
    func pastes(
        _ text: String, as name: String, shows: String...,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let file = desk.home.appending(path: "paste")
        try Data(text.utf8).write(to: file)
        try await screen.tmux("load-buffer", "-b", "paste", file.path)
        try await screen.tmux("paste-buffer", "-p", "-r", "-d", "-b", "paste")
        try await look("pastes: \(name)", shows: shows, hides: [], location)
    }

    /// Types a prompt, sends it and waits for the answer.
    func asks(
        _ prompt: String, shows: String..., location: SourceLocation = #_sourceLocation
    ) async throws {
        let count = try turns().count
        try await screen.press("M-1")
        try await screen.type(prompt)
        try await screen.shows(String(prompt.suffix(6)))
        try await pause()
        try await screen.press("Enter")
        try await isAnswered(after: count)
        try await look("asks: \(prompt)", shows: shows, hides: [], location)
    }

    /// Waits until there are more turns than so many, and no answer arrives any more.
    func isAnswered(after count: Int = 1) async throws {
        try await eventually("the answer is saved") {
            let states = try turns().map(\.state)
            return states.count > count && !states.contains(.streaming)
        }
        try await screen.until("no answer arrives") { !$0.isAnswering }
    }
}
