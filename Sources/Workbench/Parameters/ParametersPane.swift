import ChatCompletions
import Conversations
package import ScreenKit
package import Words

extension PaneID {
    package static let parameters: PaneID = "parameters"
}

extension KeyContext {
    static let parameters: KeyContext = "parameters"
}

extension ScreenState {
    package var parameters: ParametersPane {
        get { panes[ParametersPane.self] }
        _modify { yield &panes[ParametersPane.self] }
    }
}

/// The knobs of the lane: where the cursor stands, and what is being typed.
package struct ParametersPane: Pane {
    package var selected = 0
    package var edit: ParameterEdit?
    /// The slider that the mouse holds.
    var dragged: String?
    /// The current dialect's parameters in order: worked out once, not with every frame.
    var knobs = Knobs()

    package init() {}

    package static var id: PaneID { .parameters }
    package static var title: Phrase { .parameters }
    package static var keys: [String] { ["<a-3>"] }

    package static func offers(_ state: State) -> PaneOffers {
        PaneOffers(
            here: [
                (.increase, .moreOffer), (.editParameter, .typeOffer),
                (.clearParameter, .clearOffer),
            ])
    }

    // MARK: Showing

    package struct Shown {
        fileprivate let rows: [ParameterRow]
        fileprivate let hasFocus: Bool
        fileprivate let language: Language
    }

    package static func prepare(_ state: inout State, size: Size) { state.sortKnobs() }

    package static func shown(of state: State) -> Shown {
        Shown(
            rows: state.parameterRows(of: state.current), hasFocus: state.screen.focus == id,
            language: state.around.language)
    }

    package func draw(_ shown: Shown, on canvas: inout Canvas) -> Point? {
        ParametersView(
            rows: shown.rows, selected: selected, edit: edit, hasFocus: shown.hasFocus,
            language: shown.language
        ).draw(on: &canvas)
    }

    /// The selected parameter's value; where nothing is set, the request as it would be sent.
    package static func textToCopy(_ state: State) -> String? {
        state.selectedParameter?.value?.text ?? state.request(of: state.current).body().text
    }

    package static func copyForms(_ state: State) -> [CopyForm] {
        RequestToCopy.next(state.nextRequest.whole).forms
    }

    // MARK: Keys

    package static func move(_ motion: Motion, in state: inout State) {
        switch motion {
        case .lines(let delta): state.selectParameter(by: delta)
        case .halfPages(let delta): state.selectParameter(by: delta * 5)
        case .start: state.screen.parameters.selected = 0
        case .end: state.selectParameter(by: .max / 2)
        }
    }

    /// Keys while a value is being typed.
    package static func intercept(_ key: Key, in state: inout State) -> [Effect]? {
        guard state.screen.parameters.edit != nil else { return nil }
        switch key.code {
        case .enter where key.modifiers.isEmpty: state.finishEdit()
        case .tab, .up, .down:
            state.finishEdit()
            return state.screen.parameters.edit == nil ? nil : []
        case .escape:
            state.forgetComplaint()
            state.screen.parameters.edit = nil
        default:
            if key.modifiers.contains(.alt) || state.isForProgram(key) { return nil }
            state.forgetComplaint()
            state.screen.parameters.edit?.field.buffer.press(key)
        }
        return []
    }

    /// A digit begins a value.
    package static func press(_ key: Key, in state: inout State) {
        guard case .character(let character) = key.code, key.modifiers.isEmpty,
            character.isNumber || "-.\"[{".contains(character)
        else { return }
        state.editParameter(typing: String(character))
    }

    /// What is pasted on a row is its value.
    package static func paste(_ text: String, in state: inout State) -> Bool {
        if state.screen.parameters.edit == nil, state.screen.focus == id {
            state.beginEditOfSelected()
        }
        guard state.screen.parameters.edit != nil else { return false }
        state.forgetComplaint()
        state.screen.parameters.edit?.field.buffer.paste(text)
        return true
    }

    // MARK: Mouse

    package static func press(at point: Point, size: Size, in state: inout State) -> [Effect] {
        let rows = state.parameterRows(of: state.current)
        let geometry = ParametersGeometry(Rect(size), rows: rows)
        let first = geometry.first(
            selected: state.screen.parameters.selected, count: rows.count)
        let place = first + point.row
        guard rows.indices.contains(place) else { return [] }
        state.screen.parameters.selected = place
        state.pressControl(of: rows[place], at: point.column, geometry)
        return []
    }

    package static func drag(to point: Point, size: Size, in state: inout State) {
        guard let name = state.screen.parameters.dragged else { return }
        let rows = state.parameterRows(of: state.current)
        let geometry = ParametersGeometry(Rect(size), rows: rows)
        state.dragParameter(
            name, to: point.column - geometry.controlColumn, of: geometry.controlColumns)
    }

    package static func release(in state: inout State) {
        state.screen.parameters.dragged = nil
        state.current.values.endGroup()
    }

    /// A row at a time.
    package static func wheel(_ lines: Int, at point: Point, size: Size, in state: inout State) {
        move(.lines(lines.signum()), in: &state)
    }
}

extension State {
    fileprivate mutating func pressControl(
        of row: ParameterRow, at column: Int, _ geometry: ParametersGeometry
    ) {
        let column = column - geometry.controlColumn
        guard column >= 0 else { return }
        switch row.control {
        case .slider(let scale):
            // Beside the track it is a text.
            let track = row.slider(scale).trackWidth(in: geometry.controlColumns)
            guard column < track else { return }
            release()
            screen.held = .parameters
            screen.parameters.dragged = row.name
            dragParameter(row.name, to: column, of: geometry.controlColumns)
        case .chooser(let options):
            let chooser = row.chooser(options, in: around.language)
            let place = chooser.index(
                atColumn: column, in: geometry.controlColumns, around.widths)
            guard let place else { return }
            choose(row, options, place: place - 1)
        case .text: beginEdit(of: row)
        }
    }

    /// What was wrong with a value is said until it is changed.
    fileprivate mutating func forgetComplaint() {
        guard screen.parameters.edit?.problem != nil else { return }
        screen.parameters.edit?.problem = nil
        screen.notice = nil
    }

    fileprivate func isForProgram(_ key: Key) -> Bool {
        let command = around.keymap.command(for: key, in: [.everywhere])
        let program: [Command] = [.quit, .interrupt, .suspend, .redraw, .help]
        return program.contains { $0.id == command }
    }
}
