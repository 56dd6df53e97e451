import ScreenKit
import Words

/// A pane with its place on the screen and what it shows.
struct PlacedPane {
    let rect: Rect
    let hasFocus: Bool
    let title: String?
    let tabs: TabBar?
    let note: String?
    let dividers: [Int]
    private let drawing: (inout Canvas) -> Point?

    init(_ pane: any Pane.Type, _ state: State, in rect: Rect) {
        self = Self.place(pane, state, in: rect)
    }

    private static func place<P: Pane>(_ pane: P.Type, _ state: State, in rect: Rect) -> PlacedPane
    {
        let value = state.screen.panes[P.self]
        let shown = P.shown(of: state)
        return PlacedPane(
            rect: rect, hasFocus: state.screen.focus == P.id,
            isZoomed: state.screen.zoomed == P.id, value.heading(shown), state.around.language,
            dividers: P.dividers(state, size: rect.size)
        ) { value.draw(shown, on: &$0) }
    }

    private init(
        rect: Rect, hasFocus: Bool, isZoomed: Bool, _ heading: PaneHeading, _ language: Language,
        dividers: [Int], drawing: @escaping (inout Canvas) -> Point?
    ) {
        self.rect = rect
        self.hasFocus = hasFocus
        title = heading.title.map { " \((isZoomed ? .zoomed($0) : $0).text(in: language)) " }
        tabs = heading.tabs.map { tabs in
            TabBar(titles: tabs.titles.map { $0.text(in: language) }, selected: tabs.selected)
        }
        note = heading.note?.text(in: language)
        self.dividers = dividers
        self.drawing = drawing
    }

    /// Draws where something else was drawn before, beside the lines that divide it.
    func drawAnew(on canvas: inout Canvas) -> Point? {
        var start = 0
        for end in dividers.sorted() + [rect.columns] {
            let part = Rect(row: 0, column: start, rows: rect.rows, columns: max(0, end - start))
            canvas.fill(part.moved(by: rect.origin))
            start = end + 1
        }
        return draw(on: &canvas)
    }

    /// Returns where the text cursor stands.
    func draw(on canvas: inout Canvas) -> Point? {
        canvas.sub(rect) { drawing(&$0) }.map {
            Point(row: rect.row + $0.row, column: rect.column + $0.column)
        }
    }
}
