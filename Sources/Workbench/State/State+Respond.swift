import ChatCompletions
import Conversations
import ScreenKit
import Words

extension State {
    /// Takes what happened, and says what the world shall do about it.
    package mutating func respond(to event: Event) -> [Effect] { take(event) + askForRows() }

    private mutating func take(_ event: Event) -> [Effect] {
        switch event {
        case .input(let input): return respond(to: input)
        case .resized(let size): return resize(to: size)
        case .widths(let profile): return then { $0.measure(with: profile) }
        case .tick(let time): return tick(time)
        case .exchange(let id, let events): return receive(events, of: id)
        case .sessions(let found, let query): return show(found, for: query)
        case .sessionsUnread(let problem): return then { $0.show(unread: problem) }
        case .systemPrompts(let prompts): return then { $0.show(systemPrompts: prompts) }
        case .prompts(let prompts): return then { $0.show(prompts) }
        case .opened(let session): return open(session)
        case .restored(let session, let isLate): return restore(session, isLate: isLate)
        case .draft(let draft): return resume(draft)
        case .traffic(let id, let events, let part):
            return then { $0.show(traffic: events, part, of: id) }
        case .choices(let choices, let id): return then { $0.know(choices, of: id) }
        case .models(let provider, let models): return then { $0.show(models, of: provider) }
        case .libraryProblem(let problem): return then { $0.around.libraryProblem = problem }
        case .notice(let notice): return then { $0.screen.notice = notice }
        case .edited(let edited): return then { $0.take(edited: edited) }
        case .found(let text, let file): return found(text, in: file)
        case .copied(let text, let place): return then { $0.say(copied: place, text) }
        case .draggedOn: return then { $0.dragOn() }
        case .terminate: return quit()
        }
    }

    /// Changes the state; there is nothing for the world to do.
    mutating func then(_ change: (inout State) -> Void) -> [Effect] {
        change(&self)
        return []
    }

    private mutating func resize(to size: Size) -> [Effect] {
        around.size = size
        return []
    }

    private mutating func tick(_ time: Timestamp) -> [Effect] {
        screen.notices.pass(from: around.now, to: time, isCovered: dialog != nil)
        around.now = time
        return sendWhatIsDue()
    }

    private mutating func respond(to input: InputEvent) -> [Effect] {
        if input.isOfAPerson { screen.isTouched = true }
        switch input {
        case .key(let key): return passingNotice { $0.press(key) }
        case .paste(let text): return passingNotice { $0.then { $0.paste(text) } }
        case .burst(let text): return passingNotice { $0.then { $0.take(burst: text) } }
        case .mouse(let mouse) where mouse.action == .press:
            return passingNotice { $0.respond(to: mouse) }
        case .mouse(let mouse): return respond(to: mouse)
        case .focus, .cursorPosition: return []
        case .closed: return quit()
        }
    }

    // MARK: Leaving

    mutating func askToQuit() -> [Effect] {
        let reasons: [Phrase] = [
            isRunning ? .stillArriving : nil,
            screen.composer.holdsNothingNew ? nil : .promptUnsent,
            around.libraryProblem == nil || session.id == nil ? nil : .lastUnsaved,
        ].compactMap { $0 }
        guard !reasons.isEmpty else { return quit() }
        open(QuitQuestion(reasons: reasons))
        return []
    }

    mutating func quit() -> [Effect] {
        screen.isQuitting = true
        return stopAll() + [.quit]
    }
}

extension InputEvent {
    fileprivate var isOfAPerson: Bool {
        switch self {
        case .key, .paste, .burst, .mouse: true
        case .focus, .cursorPosition, .closed: false
        }
    }
}
