import ChatCompletions
import ScreenKit

/// How far what happened reaches on the screen. What it does not reach may stand for a moment as it
/// was: a key in the prompt need not wait until everything is drawn, and figures that change with
/// every chunk are not read that fast.
package struct Reach: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Answers that arrive.
    package static let answers = Reach(rawValue: 1)
    /// The prompt in which one types.
    package static let prompt = Reach(rawValue: 2)
    package static let everything: Reach = [.answers, .prompt, Reach(rawValue: 4)]
}

extension State {
    /// How far an event reaches that is not taken yet, if nothing is asked of the world because of it.
    package func reach(of event: Event) -> Reach {
        switch event {
        case .exchange(_, let events): events.allSatisfy(\.isRead) ? .answers : .everything
        case .tick: []
        case .input(.key(let key)): isTyped(key) ? .prompt : .everything
        default: .everything
        }
    }

    /// Whether a key is text for the prompt, and nothing else goes with it.
    private func isTyped(_ key: Key) -> Bool {
        guard key.isText, screen.focus == .composer, dialog == nil, screen.notice == nil else {
            return false
        }
        return screen.parameters.edit == nil && !selectsByKeys
            && command(for: key, in: ComposerPane.contexts) == nil
    }

    /// The panes that are drawn for what reaches so far. Answers reach what one looks at, too: what is
    /// zoomed, or has the focus.
    func panes(in reach: Reach) -> [any Pane.Type] {
        let isOfAnswers = reach.contains(.answers)
        return Panes.all.filter { pane in
            pane.id == screen.focus
                || isOfAnswers && (pane.id == .conversation || pane.id == screen.zoomed)
        }
    }
}

extension Key {
    fileprivate var isText: Bool {
        switch code {
        case .character, .backspace: modifiers.isEmpty
        default: false
        }
    }
}

extension ExchangeEvent {
    fileprivate var isRead: Bool { if case .read = self { true } else { false } }
}
