import ScreenKit

/// The frame around the panes, with their titles and the tabs of the traffic.
extension State {
    func drawBorders(on canvas: inout Canvas, _ layout: Layout) {
        let boxes = layout.panes.map { pane, rect in (pane, layout.outline(of: pane, rect)) }
        for (_, box) in boxes { canvas.box(box) }
        for lane in layout.lanes.dropFirst() {
            canvas.verticalLine(
                column: lane.column.column - 1, from: lane.column.row - 1,
                to: lane.column.endRow + 1)
        }
        if let box = boxes.first(where: { $0.0 == focus })?.1 {
            canvas.box(box, face: .borderFocused)
        }
        for (pane, box) in boxes where pane != .composer {
            drawTitle(of: pane, in: box, on: &canvas)
        }
    }

    private func drawTitle(of pane: Pane, in box: Rect, on canvas: inout Canvas) {
        let face = pane == focus ? Face.titleFocused : .title
        var column = box.column + 1
        let zoom = zoomed == pane ? " · zoomed" : ""
        column += canvas.write(
            " \(pane.title)\(zoom) ", at: Point(row: box.row, column: column), face: face)
        guard pane == .traffic else { return }
        let bar = trafficTabs(in: box)
        canvas.sub(bar) { trafficTabBar.draw(on: &$0) }
        guard let note = trafficNote else { return }
        let start = box.endColumn - Width.of(note, widths) - 3
        guard start > bar.column + 30 else { return }
        canvas.write(" \(note) ", at: Point(row: box.row, column: start), face: .dim)
    }

    private var trafficTabBar: TabBar {
        TabBar(titles: TrafficPane.Tab.allCases.map(\.title), selected: traffic.tab.rawValue)
    }

    /// Where the tabs stand in the traffic pane's upper edge.
    private func trafficTabs(in box: Rect) -> Rect {
        let start = 3 + Pane.traffic.title.count + (zoomed == .traffic ? 9 : 0)
        return Rect(
            row: box.row, column: box.column + start, rows: 1,
            columns: max(0, box.columns - start - 1))
    }

    func trafficTab(at point: Point, _ layout: Layout) -> TrafficPane.Tab? {
        guard let rect = layout.inner(.traffic) else { return nil }
        let bar = trafficTabs(in: layout.outline(of: .traffic, rect))
        guard bar.contains(point) else { return nil }
        return trafficTabBar.index(atColumn: point.column - bar.column, in: bar.columns, widths)
            .flatMap { TrafficPane.Tab(rawValue: $0) }
    }

    private var trafficNote: String? {
        let log = current.traffic
        if traffic.tab == .request && traffic.previews { return "next request" }
        guard log.eventCount > 0 else { return nil }
        let events = log.eventCount == 1 ? "1 event" : "\(log.eventCount) events"
        return "\(events) · \(log.byteCount.bytesText)"
    }
}

extension Layout {
    /// A pane with the border around it.
    func outline(of pane: Pane, _ rect: Rect) -> Rect {
        let left = pane == .composer ? 3 : 1
        return Rect(
            row: rect.row - 1, column: rect.column - left, rows: rect.rows + 2,
            columns: rect.columns + left + (pane == .composer ? 2 : 1))
    }
}

extension Int {
    /// `512 B`, `3.4 kB`, `1.2 MB`.
    package var bytesText: String {
        if self < 1_000 { return "\(self) B" }
        if self < 1_000_000 { return (Double(self) / 1e3).text(decimals: 1) + " kB" }
        return (Double(self) / 1e6).text(decimals: 1) + " MB"
    }
}
