import ChatCompletions
import Conversations
package import ScreenKit
import Sending
import Words
package import Workbench

/// The loop: takes events, lets the state respond, shows a frame, has the effects carried out.
///
/// A key is answered at once. What streams is paced: everything that waits is taken together, one
/// frame is drawn, then comes a rest. What neither a key nor an answer reaches is drawn twice a
/// second.
@MainActor
package final class Driver {
    /// Between two frames that only a stream asked for: nobody reads faster than 20 a second.
    private static let rest = Duration.milliseconds(40)
    /// What comes so soon behind a paste belongs to it.
    private static let pasteRest = Duration.milliseconds(30)
    /// Until what is not reached is drawn too: with an answer's next frame, or a little later without.
    private static let longRest = Duration.milliseconds(500)

    package private(set) var state: State
    private let display: any Display
    private let world: World
    private let mailbox: Mailbox
    private let errands: Errands
    private var lastFrame = ContinuousClock.now - .seconds(1)
    private var lastPaste = ContinuousClock.now - .seconds(1)
    private var frameIsDue = false
    private var shown: Frame?
    /// How far what has happened since the last frame reaches.
    private var reach: Reach = []
    /// Something may stand as it was before.
    private var isPartial = false
    private var lastWhole = ContinuousClock.now - .seconds(1)
    private var wholeIsDue = false
    private var frameWaiters: [CheckedContinuation<Void, Never>] = []
    private var isTicking = false
    private var isDraggingOn = false
    private var keptDraft: Draft?
    private var keepingIsDue = false
    private let onEnd: @MainActor () -> Void
    private var isEnding = false
    /// With what is under way when the end is asked for.
    private var patience = Duration.seconds(2)

    /// - Parameter onEnd: all is saved and the display is closed.
    package init(
        state: State, world: World, display: any Display, onEnd: @escaping @MainActor () -> Void
    ) {
        self.state = state
        self.world = world
        self.display = display
        self.onEnd = onEnd
        let bell = Bell()
        mailbox = Mailbox { bell.ring(isFull: $0) }
        errands = Errands(world: world, mailbox: mailbox)
        bell.driver = self
    }

    /// Shows the first frame, then opens the library and restores what the launch asks for.
    package func start(_ launch: Launch) {
        render()
        errands.start(launch)
    }

    /// Something happened on the main actor: a key, a new size, a signal. Answered at once.
    package func handle(_ event: Event) {
        // Who sends a signal does not wait long.
        if case .terminate = event { patience = .milliseconds(700) }
        respond(to: [.tick(world.clock()), event])
    }

    package func handle(_ inputs: [InputEvent]) {
        let inputs = state.asksSomething ? answer(in: inputs) : inputs
        let events = [.tick(world.clock())] + inputs.map { Event.input($0) }
        // What only the prompt sees need not meet the newest state.
        let isTyped = events.dropFirst().allSatisfy { state.reach(of: $0) == .prompt }
        respond(to: events, takingMail: !isTyped)
    }

    /// A question is answered by one key: of several letters at once, and of a line end right behind
    /// them, none is an answer.
    private func answer(in inputs: [InputEvent]) -> [InputEvent] {
        let letters = inputs.filter(\.isLetter)
        let isBehind =
            inputs == [.key(Key(.enter))] && ContinuousClock.now - lastPaste < Self.pasteRest
        guard letters.count > 1 || isBehind else { return inputs }
        lastPaste = .now
        return inputs.filter { !$0.isLetter && $0 != .key(Key(.enter)) }
    }

    /// The mailbox has something. Within the rest after a frame the next one waits; a full mailbox
    /// is emptied at once all the same.
    fileprivate func wake(isFull: Bool) {
        if isFull { takeMail() }
        guard !frameIsDue else { return }
        frameIsDue = true
        let left = Self.rest - (ContinuousClock.now - lastFrame)
        guard left > .zero else { return drawDueFrame() }
        display.call(after: left) { self.drawDueFrame() }
    }

    private func drawDueFrame() {
        frameIsDue = false
        respond(to: [.tick(world.clock())])
        for waiter in frameWaiters { waiter.resume() }
        frameWaiters = []
    }

    private func takeMail() {
        for event in mailbox.take() { take(event) }
    }

    /// Everything that waits in the mailbox goes first: what a key meets is the newest state.
    private func respond(to events: [Event], takingMail: Bool = true) {
        guard !isEnding else { return }
        if takingMail { takeMail() }
        for event in events { take(event) }
        guard !isEnding else { return }
        render()
        tickWhileRunning()
        dragOnSoon()
        keepSoon()
    }

    private func take(_ event: Event) {
        guard !isEnding else { return }
        reach.formUnion(state.reach(of: event))
        let effects = state.respond(to: event)
        if !effects.isEmpty { reach = .everything }
        carryOut(effects)
    }

    private func render() {
        if reach.contains(.answers), !isRecent { reach = .everything }
        isPartial = reach != .everything
        let frame = shown.map { state.frame(over: $0, reach) } ?? state.frame()
        reach = []
        shown = frame
        display.show(frame)
        lastFrame = .now
        if isPartial { drawWholeSoon() } else { lastWhole = lastFrame }
    }

    /// Whether everything was drawn a moment ago.
    private var isRecent: Bool { ContinuousClock.now - lastWhole < Self.longRest }

    private func drawWholeSoon() {
        guard !wholeIsDue else { return }
        wholeIsDue = true
        display.call(after: Self.longRest + Self.rest * 2) {
            self.wholeIsDue = false
            guard self.owesWhole else { return }
            if self.isRecent { self.drawWholeSoon() } else { self.drawWhole() }
        }
    }

    private var owesWhole: Bool { isPartial && !isEnding }

    private func drawWhole() {
        reach = .everything
        respond(to: [.tick(world.clock())])
    }

    // MARK: Effects

    private func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .copy(let text): copy(text)
            case .edit(let text): edit(text)
            case .discard(let file): discardSoon(file)
            case .wear(let theme): display.wear(theme)
            case .suspend: display.suspend()
            case .redraw: display.redraw()
            case .quit: end()
            default: errands.carryOut(effect)
            }
        }
    }

    /// It may go into a file, where no key may be.
    private func copy(_ text: String) {
        let text = world.hidingKeys(Draft(prompt: text)).prompt
        take(.copied(text, to: display.copy(text)))
    }

    /// The editor's file is on the disk, where no key may be.
    private func edit(_ text: String) {
        let draft = world.hidingKeys(Draft(prompt: text))
        display.edit(draft.prompt) { self.respond(to: [.tick(self.world.clock()), .edited($0)]) }
    }

    /// When what was in it is surely kept as a draft.
    private func discardSoon(_ file: String) {
        display.call(after: .seconds(2)) { self.display.discard(file) }
    }

    /// Once a second while an answer or the time for another try is awaited, so that its clock
    /// moves; never when idle.
    private func tickWhileRunning() {
        guard needsClock, !isTicking else { return }
        isTicking = true
        display.call(after: .seconds(1)) {
            self.isTicking = false
            if self.needsClock, !self.isRecent { self.drawWhole() } else { self.tickWhileRunning() }
        }
    }

    /// While the mouse waits beyond an edge, what is there comes into view row by row.
    private func dragOnSoon() {
        guard state.dragsBeyondEdge, !isDraggingOn else { return }
        isDraggingOn = true
        display.call(after: .milliseconds(50)) {
            self.isDraggingOn = false
            if self.state.dragsBeyondEdge { self.respond(to: [.draggedOn]) }
        }
    }

    private var needsClock: Bool {
        state.isRunning || state.isCountingDown || state.noticeWillPass
    }

    // MARK: Keeping

    /// What is being written, and how lanes are set, is on the disk after half a second: a killed
    /// program loses no more.
    private func keepSoon() {
        guard !keepingIsDue, state.draft != keptDraft || state.hasUnsavedChanges else { return }
        keepingIsDue = true
        display.call(after: .milliseconds(500)) {
            self.keepingIsDue = false
            self.keep()
        }
    }

    private func keep() {
        guard !isEnding else { return }
        carryOut(state.saveChanges())
        let draft = state.draft
        guard draft != keptDraft else { return }
        keptDraft = draft
        errands.carryOut(.keepDraft(draft))
    }

    /// Waits for the library, gives the terminal back.
    private func end() {
        guard !isEnding else { return }
        keep()
        isEnding = true
        Task {
            let lost = await errands.finish(within: patience)
            display.close(saying: lost.map(Phrase.lastNotSaved))
            onEnd()
        }
    }
}

extension Driver {
    /// Returns when all effects are carried out and all that came of them is shown; exchanges that
    /// wait for their server do not count.
    package func idle() async {
        repeat {
            await errands.activity.idle()
            await mailbox.emptied()
            await dueFrame()
            if owesWhole { drawWhole() }
        } while !isIdle
    }

    package var isIdle: Bool {
        errands.activity.isIdle && mailbox.isEmpty && !frameIsDue && !owesWhole
    }

    private func dueFrame() async {
        guard frameIsDue else { return }
        await withCheckedContinuation { frameWaiters.append($0) }
    }
}

extension InputEvent {
    fileprivate var isLetter: Bool {
        guard case .key(let key) = self, case .character = key.code else { return false }
        return key.modifiers.isEmpty
    }
}

/// Wakes a driver from any thread.
private final class Bell: Sendable {
    @MainActor weak var driver: Driver?

    func ring(isFull: Bool) {
        Task { @MainActor in driver?.wake(isFull: isFull) }
    }
}
