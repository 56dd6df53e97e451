package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words
package import Workbench

/// The workbench as a value: what happens to it, and what it asks of the world.
///
/// ```swift
/// let bench = TestBench()
/// bench.type("why?")
/// #expect(bench.press("<c-q>") == [])
/// #expect(bench.screen.contains("The prompt has not been sent."))
/// ```
package final class TestBench {
    package var state: State
    /// All that was asked of the world so far.
    package private(set) var effects: [Effect] = []
    private var scripts: [ExchangeID: AnswerScript] = [:]

    package init(
        _ size: Size = .wide, settings: LaneSettings = .practice,
        providers: [Provider] = Provider.all, widths: WidthProfile = .conservative,
        language: Language = .english
    ) {
        state = State(
            providers: providers, settings: settings, size: size, now: .today, seed: 1,
            widths: widths, language: language)
    }

    @discardableResult
    package func respond(to event: Event) -> [Effect] {
        let asked = state.respond(to: event)
        effects += asked
        for case .exchange(let start) in asked {
            scripts[start.exchange] = AnswerScript(start, at: state.around.now)
        }
        return asked
    }

    // MARK: What a person does

    @discardableResult
    package func press(_ keys: String...) -> [Effect] {
        keys.flatMap { respond(to: .input(.key(.named($0)))) }
    }

    @discardableResult
    package func type(_ text: String) -> [Effect] {
        text.flatMap { respond(to: .input(.key(Key(.character($0))))) }
    }

    @discardableResult
    package func paste(_ text: String) -> [Effect] { respond(to: .input(.paste(text))) }

    /// A paste without brackets.
    @discardableResult
    package func burst(_ text: String) -> [Effect] { respond(to: .input(.burst(text))) }

    @discardableResult
    package func mouse(_ action: Mouse.Action, at point: Point) -> [Effect] {
        respond(to: .input(.mouse(Mouse(action, at: point))))
    }

    /// Presses the mouse where a text stands on the screen.
    @discardableResult
    package func click(on text: String, right columns: Int = 0) -> [Effect] {
        let point = find(text)
        return mouse(.press, at: Point(row: point.row, column: point.column + columns))
            + mouse(.release, at: point)
    }

    package func resize(to size: Size) { respond(to: .resized(size)) }

    @discardableResult
    package func send(_ prompt: String) -> [Effect] {
        type(prompt)
        return press("<enter>")
    }

    /// Time passes, second by second, as the engine's clock tells it.
    package func wait(seconds: Int) {
        for _ in 0..<seconds {
            respond(to: .tick(Timestamp(milliseconds: state.around.now.milliseconds + 1_000)))
        }
    }

    // MARK: What a server does

    @discardableResult
    package func perform(_ step: AnswerStep, lane: Int = 0) -> [Effect] {
        guard let id = state.session.lanes[lane].live?.exchange,
            let events = scripts[id]?.perform(step)
        else { return [] }
        return respond(to: .exchange(id, events))
    }

    package func arrive(_ text: String, at seconds: Double = 0.5, lane: Int = 0) {
        perform(.read(Array(text.utf8), at: .seconds(seconds)), lane: lane)
    }

    package func end(_ failure: Failure? = nil, at seconds: Double = 1, lane: Int = 0) {
        perform(.end(failure, at: .seconds(seconds)), lane: lane)
    }

    /// A whole answer, in one go.
    package func answer(_ text: String, lane: Int = 0) {
        arrive(Chunk.content(text) + Chunk.finish() + Chunk.done, lane: lane)
        end(lane: lane)
    }

    // MARK: What the library does

    /// Reads what was asked for last of a list of sessions.
    @discardableResult
    package func list(_ sessions: [SessionSummary]) -> [Effect] {
        let queries = effects.compactMap { effect in
            if case .listSessions(let query) = effect { query } else { nil }
        }
        guard let query = queries.last else { return [] }
        let words = query.text.lowercased().split(separator: " ")
        let found = sessions.filter { session in
            words.allSatisfy {
                session.title.lowercased().contains($0) || session.id.rawValue.contains($0)
            }
        }
        let range = query.request.range.clamped(to: 0..<found.count)
        let window = SessionWindow(
            Array(found[range]), from: range.lowerBound, of: found.count)
        return respond(to: .sessions(window, for: query))
    }

    // MARK: What is on the screen

    package var frame: Frame { state.frame() }
    package var screen: String { frame.grid.text }

    /// Where a text stands on the screen; beside the screen when it is not there.
    package func find(_ text: String) -> Point {
        frame.grid.find(text) ?? Point(row: -1, column: -1)
    }

    /// The exchanges that were asked for.
    package var starts: [ExchangeStart] {
        effects.compactMap { if case .exchange(let start) = $0 { start } else { nil } }
    }

    package var cancelled: [ExchangeID] {
        effects.compactMap { if case .cancel(let id) = $0 { id } else { nil } }
    }
}
