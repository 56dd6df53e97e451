import ChatCompletions
import Conversations
package import ScreenKit
import Words

/// What can be selected: each row as its name and what it says of the value; its bar is no text.
extension ParametersPane {
    package static func reading(_ state: State, size: Size) -> (any Reading)? {
        let rows = state.parameterRows(of: state.current)
        guard !rows.isEmpty else { return nil }
        let geometry = ParametersGeometry(Rect(size), rows: rows)
        let (language, widths) = (state.around.language, state.around.widths)
        let selected = min(state.screen.parameters.selected, rows.count - 1)
        let first = geometry.first(selected: selected, count: rows.count)
        let seen = rows.indices.dropFirst(first).prefix(geometry.list.rows).map { place in
            let labels = rows[place].labels(geometry, language, widths)
            return (number: Int?.some(place), text: TextRow(labels))
        }
        let owner = "parameters.\(state.current.settings.provider)"
        return PageReading(
            owner, in: geometry.list.inset(left: 1), rows.indices, rows: seen, start: selected
        ) { place in
            let labels = rows[place].labels(geometry, language, widths)
            return Passage(labels.map(\.text).joined(separator: " "))
        }
    }

    /// Rows come into view as the selected one does.
    package static func scroll(_ rows: Int, in state: inout State) {
        guard let size = state.layout.inner(id)?.size else { return }
        let all = state.parameterRows(of: state.current)
        let geometry = ParametersGeometry(Rect(size), rows: all)
        let first = geometry.first(
            selected: state.screen.parameters.selected, count: all.count)
        let last = first + rows + max(1, geometry.list.rows) - 1
        state.screen.parameters.selected = min(max(0, last), max(0, all.count - 1))
    }

    /// A knob is dragged, and a choice taken.
    package static func actsAtOnce(at point: Point, size: Size, in state: State) -> Bool {
        let rows = state.parameterRows(of: state.current)
        let geometry = ParametersGeometry(Rect(size), rows: rows)
        let first = geometry.first(
            selected: state.screen.parameters.selected, count: rows.count)
        let place = first + point.row
        let (column, columns) = (point.column - geometry.controlColumn, geometry.controlColumns)
        guard rows.indices.contains(place), geometry.list.contains(point), column >= 0
        else { return false }
        switch rows[place].control {
        case .slider(let scale): return column < rows[place].slider(scale).trackWidth(in: columns)
        case .chooser(let options):
            let chooser = rows[place].chooser(options, in: state.around.language)
            return chooser.index(atColumn: column, in: columns, state.around.widths) != nil
        case .text: return false
        }
    }
}

extension ParameterRow {
    func labels(
        _ geometry: ParametersGeometry, _ language: Language, _ widths: WidthProfile
    ) -> [RowLabel] {
        let name = RowLabel(
            column: 0, text: name, room: geometry.nameColumns)
        return [name]
            + controlLabels(geometry.controlColumns, language, widths).map {
                RowLabel(
                    column: geometry.controlColumn - geometry.rect.column - 1 + $0.column,
                    text: $0.text,
                    room: geometry.controlColumns - $0.column)
            }
    }

    private func controlLabels(
        _ columns: Int, _ language: Language, _ widths: WidthProfile
    ) -> [Slider.Label] {
        switch control {
        case .slider(let scale) where !isTyped:
            slider(scale, columns: columns, in: language).labels(in: columns, widths)
        case .chooser(let options):
            [chooser(options, in: language).chosenLabel(in: columns, widths)].compactMap(\.self)
        case .slider, .text: [Slider.Label(column: 0, text: valueText(columns, language))]
        }
    }

    /// What stands where a value can be typed.
    func valueText(_ columns: Int, _ language: Language) -> String {
        value.map { shown($0) } ?? unsetText(columns: columns, in: language)
    }
}
