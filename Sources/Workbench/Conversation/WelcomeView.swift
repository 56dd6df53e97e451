import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What stands where nothing has been asked yet.
struct WelcomeView: Sendable {
    private let lines: [(text: String, face: Face)]

    init(_ words: WelcomeWords) { lines = words.lines }

    func draw(on canvas: inout Canvas) {
        let width = max(10, canvas.size.columns - 1)
        let lines = lines.flatMap { line in
            Self.wrapped(line.text, width, canvas.profile).map { ($0, line.face) }
        }
        let top = max(0, (canvas.size.rows - lines.count) / 2)
        for (row, line) in lines.enumerated() {
            canvas.write(line.0, at: Point(row: top + row, column: 1), face: line.1)
        }
    }

    /// Most lines fit.
    private static func wrapped(_ text: String, _ width: Int, _ profile: WidthProfile) -> [String] {
        if Width.of(text, profile) <= width { return [text] }
        return WrappedText(width: width, profile: profile, text).lines.map(\.text)
    }
}

/// What a welcome has to say; kept, since each frame shows it.
struct WelcomeWords: Equatable, Sendable {
    let isPractice: Bool
    let keymap: Keymap<Command.ID>
    let language: Language

    init(_ state: State) {
        isPractice = state.current.settings.provider == "practice"
        keymap = state.around.keymap
        language = state.around.language
    }

    fileprivate var lines: [(text: String, face: Face)] {
        [
            ((isPractice ? Phrase.practiceWelcome : .welcome).text(in: language), .strong),
            (prompting, .text), ("", .text),
            (keyed((.chooseProvider, .providerWelcome), (.chooseModel, .modelWelcome)), .dim),
            (joined([keyed((.nextPane, .paneWelcome)), turning]), .dim),
            (keyed((.addLane, .laneWelcome)), .dim),
            (
                keyed(
                    (.library, .sessionsWelcome), (.palette, .commandsWelcome),
                    (.help, .helpWelcome)), .dim
            ),
        ]
    }

    /// Who reads Chinese alone finds the way too.
    private var prompting: String {
        let key = keymap.name(of: .send)
        let spaced = Phrase(english: "\(key)", chinese: " \(key) ")
        let own = Phrase.promptBelow(spaced).text(in: language)
        guard language != .chinese else { return own }
        let usual = key == Phrase(verbatim: Phrase.enterKey.english)
        return own + " " + Phrase.promptBelow(usual ? .enterKey : spaced).text(in: .chinese)
    }

    /// What has a key, with it.
    private func keyed(_ parts: (Command, Phrase)...) -> String {
        joined(
            parts.map { command, what in
                keymap.keys(for: command.id).isEmpty
                    ? "" : "\(keymap.mark(of: command)) \(what.text(in: language))"
            })
    }

    private var turning: String {
        let keys = [Command.decrease, .increase].filter { !keymap.keys(for: $0.id).isEmpty }
        guard keys.count == 2 else { return "" }
        let marks = keys.map(keymap.mark).joined(separator: " ")
        return Phrase.turnsKnobs(marks).text(in: language)
    }

    private func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
