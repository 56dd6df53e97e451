import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What stands where nothing has been asked yet.
struct WelcomeView {
    let isPractice: Bool
    let keymap: Keymap<Command.ID>
    let language: Language

    init(_ state: State) {
        isPractice = state.current.settings.provider == "practice"
        keymap = state.around.keymap
        language = state.around.language
    }

    func draw(on canvas: inout Canvas) {
        let width = max(10, canvas.size.columns - 1)
        let lines = lines.flatMap { text, face in
            let lines = WrappedText(width: width, profile: canvas.profile, text).lines.map(\.text)
            return (lines.isEmpty ? [""] : lines).map { ($0, face) }
        }
        let top = max(0, (canvas.size.rows - lines.count) / 2)
        for (row, line) in lines.enumerated() {
            canvas.write(line.0, at: Point(row: top + row, column: 1), face: line.1)
        }
    }

    private var lines: [(String, Face)] {
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
