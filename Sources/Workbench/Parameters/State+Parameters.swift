import ChatCompletions
import Conversations
package import ScreenKit
package import Words

/// A value being typed.
package struct ParameterEdit: Sendable {
    package var name: String
    package var field: TextField
    package var problem: Phrase?
}

/// Turning the knobs.
extension State {
    package var selectedParameter: ParameterRow? {
        let rows = parameterRows(of: current)
        guard !rows.isEmpty else { return nil }
        return rows[min(screen.parameters.selected, rows.count - 1)]
    }

    mutating func selectParameter(by delta: Int) {
        let count = parameterRows(of: current).count
        screen.parameters.selected = min(
            max(0, min(screen.parameters.selected, count - 1) + delta), count - 1)
    }

    mutating func set(_ name: String, _ value: JSONValue?) {
        let before = current.settings.parameters[name]
        current.settings.parameters[name] = value
        current.values.record(
            .init(name: name, before: before, after: value),
            goesOn: screen.parameters.dragged != nil)
    }

    /// Left and right: a slider moves by a step, a chooser to its neighbour.
    mutating func adjustParameter(by direction: Int, large: Bool) {
        guard let row = selectedParameter else { return }
        if row.isTyped { return sayThatItIsTyped(row) }
        switch row.control {
        case .slider(let scale):
            let steps = large ? scale.largeStep / scale.step : 1
            let slider = row.slider(scale)
            let start = row.startingValue(of: scale)
            set(
                row.name,
                row.json(slider.stepped(by: Double(direction) * steps, from: start), scale))
        case .chooser(let options):
            let chooser = row.chooser(options)
            choose(row, options, place: (chooser.index(movedBy: direction) ?? 0) - 1)
        case .text:
            beginEdit(of: row)
        }
    }

    /// No key steps over what was typed.
    private mutating func sayThatItIsTyped(_ row: ParameterRow) {
        screen.notice = Notice(
            .holdsTyped(
                row.name, edit: keyLabel(of: .editParameter), clear: keyLabel(of: .clearParameter)))
    }

    /// A place before the options is "not sent", one behind them what was typed.
    mutating func choose(_ row: ParameterRow, _ options: [ParameterRow.Option], place: Int) {
        if place >= options.count { return beginEdit(of: row) }
        // Not `nil`, which here would be JSON's null.
        set(row.name, options.indices.contains(place) ? options[place].value : .none)
    }

    mutating func clearParameter() {
        guard let row = selectedParameter else { return }
        set(row.name, nil)
    }

    /// The mouse holds the knob at a column of the control.
    mutating func dragParameter(_ name: String, to column: Int, of columns: Int) {
        guard let row = parameterRows(of: current).first(where: { $0.name == name }),
            case .slider(let scale) = row.control
        else { return }
        // What is being dragged is set: its track is the track of a set slider.
        var slider = row.slider(scale)
        slider.value = slider.value ?? row.startingValue(of: scale)
        set(name, row.json(slider.value(atColumn: column, in: columns), scale))
    }

    // MARK: Typing a value

    mutating func beginEdit(of row: ParameterRow, typing start: String? = nil) {
        let text = start ?? row.value.map { row.editText($0) } ?? ""
        screen.parameters.edit = ParameterEdit(name: row.name, field: TextField(text))
    }

    /// What is pasted on a row is its value.
    mutating func beginEditOfSelected() {
        if let row = selectedParameter { beginEdit(of: row, typing: "") }
    }

    mutating func editParameter(typing start: String? = nil) {
        guard let row = selectedParameter else { return }
        if case .chooser = row.control, start == nil, !row.isTyped {
            return adjustParameter(by: 1, large: false)
        }
        beginEdit(of: row, typing: start)
    }

    /// Takes what was typed; an empty text clears the parameter.
    mutating func finishEdit() {
        guard let edit = screen.parameters.edit else { return }
        guard let row = parameterRows(of: current).first(where: { $0.name == edit.name }) else {
            screen.parameters.edit = nil
            return
        }
        switch row.value(typed: edit.field.buffer.text) {
        case .success(let value):
            set(edit.name, value)
            screen.parameters.edit = nil
            warnAbout(edit.name)
        case .failure(let problem):
            screen.parameters.edit?.problem = problem.sentence
            screen.notice = Notice(problem.sentence, isError: true)
        }
    }

    private mutating func warnAbout(_ name: String) {
        let finding = request(of: current).findings().first { $0.parameter == name }
        if let finding {
            screen.notice = Notice(finding.sentence, isError: finding.severity == .refusal)
        }
    }
}
