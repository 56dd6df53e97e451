import ChatCompletions
import Conversations
import ScreenKit

/// What stands where nothing has been asked yet.
struct WelcomeView {
    let isPractice: Bool
    let keymap: Keymap<Command.ID>

    init(_ state: State) {
        isPractice = state.current.settings.provider == "practice"
        keymap = state.around.keymap
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
        let send = keymap.label(of: .send) ?? "“\(Command.send.title)” among the commands"
        let sendInChinese = send == "enter" ? "回车" : " \(send) "
        return [
            (
                isPractice ? "A range to practise on: no key, no network." : "A new session.",
                .strong
            ),
            ("Type a prompt below; \(send) sends it. 输入提示词，按\(sendInChinese)发送。", .text),
            ("", .text),
            (keyed((.chooseProvider, "provider"), (.chooseModel, "model")), .dim),
            (joined([keyed((.nextPane, "next pane")), turning]), .dim),
            (keyed((.addLane, "a second lane beside this one, to compare")), .dim),
            (keyed((.library, "sessions"), (.palette, "commands"), (.help, "help")), .dim),
        ]
    }

    /// What has a key, with it.
    private func keyed(_ parts: (Command, String)...) -> String {
        joined(
            parts.map { command, what in
                keymap.keys(for: command.id).isEmpty ? "" : "\(keymap.mark(of: command)) \(what)"
            })
    }

    private var turning: String {
        let keys = [Command.decrease, .increase].filter { !keymap.keys(for: $0.id).isEmpty }
        guard keys.count == 2 else { return "" }
        return keys.map(keymap.mark).joined(separator: " ") + " turn the knobs in Parameters"
    }

    private func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
