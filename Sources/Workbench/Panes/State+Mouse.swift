import ChatCompletions
import ScreenKit

/// What the mouse does: focus, choose, scroll, drag.
extension State {
    mutating func respond(to mouse: Mouse) -> [Effect] {
        if dialog != nil { return pointInDialog(mouse) }
        switch mouse.action {
        case .press where mouse.button == 0: return press(at: mouse.point)
        case .drag: dragged(to: mouse.point)
        case .release: endDrag()
        case .wheelUp: wheel(-3, at: mouse.point)
        case .wheelDown: wheel(3, at: mouse.point)
        case .press, .move: break
        }
        return []
    }

    private mutating func press(at point: Point) -> [Effect] {
        let layout = Layout(self)
        if layout.footer.contains(point) { return pressFooter(at: point.column) }
        if layout.header.contains(point) { return then { $0.openDetails() } }
        if let tab = trafficTab(at: point, layout) {
            focus(on: .traffic)
            traffic.previews = false
            traffic.show(tab)
            return []
        }
        guard let pane = layout.pane(at: point), let rect = layout.inner(pane) else { return [] }
        // A value that was typed is taken, as it is when a key leaves its row.
        finishEdit()
        guard parameters.edit == nil else { return [] }
        focus(on: pane)
        switch pane {
        case .conversation: pressLane(at: point, layout)
        case .parameters: pressParameter(at: point, rect)
        case .traffic: pressEvent(at: point, rect)
        case .composer: pressComposer(at: point, rect)
        case .usage: break
        }
        return []
    }

    private mutating func pressLane(at point: Point, _ layout: Layout) {
        if let place = layout.lanes.first(where: { $0.column.contains(point) }) {
            selectLane(place.place)
        }
    }

    private mutating func pressParameter(at point: Point, _ rect: Rect) {
        let rows = parameterRows(of: current)
        let geometry = ParametersGeometry(rect, rows: rows)
        let first = geometry.first(selected: parameters.selected, count: rows.count)
        let place = first + point.row - rect.row
        guard rows.indices.contains(place) else { return }
        parameters.selected = place
        pressControl(of: rows[place], at: point.column, geometry)
    }

    private mutating func pressControl(
        of row: ParameterRow, at column: Int, _ geometry: ParametersGeometry
    ) {
        let column = column - geometry.controlColumn
        guard column >= 0 else { return }
        switch row.control {
        case .slider:
            endDrag()
            drag = .slider(parameter: row.name)
            dragParameter(row.name, to: column, of: geometry.controlColumns)
        case .chooser(let options):
            let chooser = row.chooser(options)
            guard let place = chooser.index(atColumn: column, in: geometry.controlColumns, widths)
            else { return }
            choose(row, options, place: place - 1)
        case .text: beginEdit(of: row)
        }
    }

    private mutating func endDrag() {
        drag = nil
        current.values.endGroup()
    }

    private mutating func pressComposer(at point: Point, _ rect: Rect) {
        let area = TextArea(composer.buffer, size: rect.size, profile: widths)
        let inside = Point(row: point.row - rect.row, column: point.column - rect.column)
        composer.buffer.moveCursor(to: area.offset(at: inside))
    }

    private mutating func dragged(to point: Point) {
        guard case .slider(let name) = drag, let rect = Layout(self).inner(.parameters) else {
            return
        }
        let geometry = ParametersGeometry(rect, rows: parameterRows(of: current))
        dragParameter(
            name, to: point.column - geometry.controlColumn, of: geometry.controlColumns)
    }

    private mutating func pressEvent(at point: Point, _ rect: Rect) {
        guard traffic.tab == .events, traffic.unfolded == nil else { return }
        let first = firstEvent(rows: rect.rows)
        let place = first + point.row - rect.row
        guard current.traffic.rows.indices.contains(place) else { return }
        let number = current.traffic.rows[place].number
        traffic.selected == number ? unfoldEvent() : (traffic.selected = number)
    }

    private mutating func wheel(_ lines: Int, at point: Point) {
        let layout = Layout(self)
        guard let pane = layout.pane(at: point) else { return }
        if pane == .conversation { pressLane(at: point, layout) }
        let focused = focus
        focus = pane
        move(.lines(pane == .parameters ? lines.signum() : lines))
        focus = focused
    }

    private mutating func pressFooter(at column: Int) -> [Effect] {
        if notice != nil { return then { $0.openDetails() } }
        let hit = footerItems().first { $0.columns.contains(column) }
        return hit.map { perform($0.command) } ?? []
    }
}
