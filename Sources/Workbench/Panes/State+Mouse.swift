import ScreenKit

/// What the mouse does: focus, choose, scroll, drag.
extension State {
    mutating func respond(to mouse: Mouse) -> [Effect] {
        if dialog != nil { return pointInDialog(mouse) }
        switch mouse.action {
        case .press where mouse.button == 0:
            screen.selecting.extends = mouse.modifiers.contains(.shift)
            return press(at: mouse.point)
        case .drag: drag(to: mouse.point)
        case .release: return release()
        case .wheelUp: wheel(-3, at: mouse.point)
        case .wheelDown: wheel(3, at: mouse.point)
        case .press, .move: break
        }
        return []
    }

    private mutating func press(at point: Point) -> [Effect] {
        letGoOfSelection()
        let layout = layout
        if layout.footer.contains(point) { return pressFooter(at: point.column) }
        if layout.header.contains(point) { return then { $0.openDetails() } }
        if let (pane, tab) = tab(at: point, layout) {
            focus(on: pane.id)
            pane.press(tab: tab, in: &self)
            return []
        }
        guard let id = layout.pane(at: point), let rect = layout.inner(id) else { return [] }
        // A value that was typed is taken, as it is when a key leaves its row.
        finishEdit()
        guard screen.parameters.edit == nil else { return [] }
        focus(on: id)
        guard let pane = focused, !hold(pane, at: point, in: rect) else { return [] }
        return pane.press(at: point.inside(rect), size: rect.size, in: &self)
    }

    private func tab(at point: Point, _ layout: Layout) -> (pane: any Pane.Type, tab: Int)? {
        for pane in Panes.all {
            guard let rect = layout.inner(pane.id) else { continue }
            let tab = PlacedPane(pane, self, in: rect).tab(at: point, around.widths)
            if let tab { return (pane, tab) }
        }
        return nil
    }

    private mutating func drag(to point: Point) {
        guard let id = screen.held, let rect = layout.inner(id) else {
            return dragSelection(to: point)
        }
        Panes.named(id)?.drag(to: point.inside(rect), size: rect.size, in: &self)
    }

    @discardableResult
    mutating func release() -> [Effect] {
        guard let id = screen.held else { return releaseText() }
        screen.held = nil
        Panes.named(id)?.release(in: &self)
        return []
    }

    private mutating func wheel(_ lines: Int, at point: Point) {
        let layout = layout
        guard let id = layout.pane(at: point), let rect = layout.inner(id) else { return }
        screen.selecting.pausedLane = nil
        Panes.named(id)?.wheel(lines, at: point.inside(rect), size: rect.size, in: &self)
    }

    private mutating func pressFooter(at column: Int) -> [Effect] {
        if screen.notice != nil { return then { $0.openDetails() } }
        let hit = footer.items.first { $0.columns.contains(column) }
        return hit.map { perform($0.command) } ?? []
    }
}
