package import ScreenKit
package import Words

extension PaneID {
    package static let composer: PaneID = "prompt"
}

extension KeyContext {
    static let composer: KeyContext = "prompt"
}

extension ScreenState {
    package var composer: ComposerPane {
        get { panes[ComposerPane.self] }
        _modify { yield &panes[ComposerPane.self] }
    }
}

/// The prompt, with the terminal's own cursor where the text cursor is: input methods open there.
extension ComposerPane: Pane {
    package static var id: PaneID { .composer }
    package static var title: Phrase { .prompt }
    package static var keys: [String] { ["<a-1>"] }
    package static var contexts: [KeyContext] { [.composer, .everywhere] }

    package static func offers(_ state: State) -> PaneOffers {
        let isRevising = state.screen.composer.revision != nil
        return PaneOffers(
            here: [(.send, .sendOffer)] + (isRevising ? [(.back, .giveUpOffer)] : [])
                + state.laneOffers,
            more: [(.newline, .newlineOffer), (.addLane, .addLaneOffer)])
    }

    // MARK: Showing

    package static func prepare(_ state: inout State, size: Size) {
        state.screen.composer.buffer.keepView(text(in: size).size, state.around.widths)
        let systems = state.session.lanes.map(\.system)
        let asWritten = state.session.systemsAsWritten
        state.screen.composer.variables.update(
            state.screen.composer.buffer, systems: systems.filter { !asWritten.contains($0) })
    }

    package struct Shown {
        /// What stands where nothing is written.
        fileprivate var hint: String
        /// The variables with their values.
        fileprivate var variables: Phrase?
    }

    package static func shown(of state: State) -> Shown {
        let hint = Phrase.typeAPrompt(lanes: state.session.lanes.count)
        return Shown(hint: hint.text(in: state.around.language), variables: state.variablesFound)
    }

    package func heading(_ shown: Shown) -> PaneHeading {
        PaneHeading(
            title: revision == nil ? nil : .earlierPromptIsEdited, note: shown.variables)
    }

    package func draw(_ shown: Shown, on canvas: inout Canvas) -> Point? {
        canvas.write("›", at: Point(row: 0, column: 0), face: Face(.composerPrompt))
        let rect = Self.text(in: canvas.size)
        if buffer.isEmpty {
            canvas.write(shown.hint, at: rect.origin, face: .dim, limit: rect.columns)
        }
        return canvas.draw(buffer, in: rect, face: Face(.composer))
    }

    /// Where the text stands, behind its mark.
    private static func text(in size: Size) -> Rect { Rect(size).inset(left: 2, right: 1) }

    /// The rows that the text takes on a screen.
    func rows(on screen: Size, _ widths: WidthProfile) -> Int {
        max(1, buffer.layout(width: Self.columns(on: screen), profile: widths).rows.count)
    }

    /// Keeps the rows that the text takes on a screen: what is typed lays out itself alone.
    mutating func keepRows(on screen: Size, _ widths: WidthProfile) {
        buffer.keepRows(width: Self.columns(on: screen), profile: widths)
    }

    /// The borders, the mark and what is left free.
    private static func columns(on screen: Size) -> Int { max(1, screen.columns - 5) }

    package static func textToCopy(_ state: State) -> String? { state.lastAnswer }
    package static var nothingToCopy: Phrase { ConversationPane.nothingToCopy }
    package static func copyForms(_ state: State) -> [CopyForm] {
        RequestToCopy.next(state.nextRequest.whole).forms
    }

    // MARK: Acting

    /// From the prompt one moves through the conversation.
    package static func move(_ motion: Motion, in state: inout State) {
        ConversationPane.move(motion, in: &state)
    }

    /// Up in the first row and down in the last one lead through the prompts sent before.
    package static func press(_ key: Key, in state: inout State) {
        state.screen.composer.keepRows(on: state.around.size, state.around.widths)
        if case .character = key.code { state.screen.composer.beginText(at: state.around.now) }
        state.screen.composer.refusedLineEnd = nil
        guard !state.screen.composer.buffer.press(key) else { return }
        if key == Key(.up) { state.screen.composer.earlier() }
        if key == Key(.down) { state.screen.composer.later() }
    }

    /// What no other pane takes is text for the prompt.
    package static func paste(_ text: String, in state: inout State) -> Bool {
        state.screen.focus = .composer
        state.screen.composer.beginText(at: state.around.now)
        state.screen.composer.buffer.paste(text)
        return true
    }

    // MARK: Mouse

    package static func press(at point: Point, size: Size, in state: inout State) -> [Effect] {
        let rect = text(in: size)
        state.screen.held = id
        state.screen.composer.hold = state.screen.composer.buffer.press(
            at: point.inside(rect), clicks: state.screen.selecting.clicks.count,
            extends: state.screen.selecting.extends, in: rect.size, state.around.widths)
        return []
    }

    package static func drag(to point: Point, size: Size, in state: inout State) {
        let rect = text(in: size)
        state.screen.composer.drag(to: point.inside(rect), in: rect.size, state.around.widths)
    }

    package static func dragsBeyondEdge(_ state: State) -> Bool {
        state.screen.composer.hold.map { $0.rowsBeyond != 0 } ?? false
    }

    package static func dragOn(size: Size, in state: inout State) {
        state.screen.composer.dragOn(in: text(in: size).size, state.around.widths)
    }

    package static func release(in state: inout State) { state.screen.composer.hold = nil }

    package static func selectedText(_ state: State) -> String? {
        state.screen.composer.buffer.selectedText
    }
}

extension ComposerPane {
    fileprivate mutating func drag(to point: Point, in size: Size, _ widths: WidthProfile) {
        guard var hold else { return }
        buffer.drag(&hold, to: point, in: size, widths)
        self.hold = hold
    }

    fileprivate mutating func dragOn(in size: Size, _ widths: WidthProfile) {
        guard var hold else { return }
        buffer.dragOn(&hold, in: size, widths)
        self.hold = hold
    }
}

extension Canvas {
    /// Draws a text being typed; returns where its cursor stands.
    mutating func draw(_ buffer: TextBuffer, in rect: Rect, face: Face) -> Point {
        let area = TextArea(
            buffer, size: rect.size, firstRow: buffer.firstRow, profile: profile)
        let cursor = sub(rect) { area.draw(on: &$0, face: face) }
        return Point(row: rect.row + cursor.row, column: rect.column + cursor.column)
    }
}
