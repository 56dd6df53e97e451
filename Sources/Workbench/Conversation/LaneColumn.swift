import ScreenKit

/// Where a lane stands in its pane: its heading and figures (only when there are several lanes), and
/// its text.
struct LaneColumn: Sendable, Hashable {
    /// The lane, from the left.
    var place: Int
    var rect: Rect
    var heading: Rect?
    var transcript: Rect
    var figures: Rect?

    static func columns(in size: Size, lanes: Int, current: Int, zoomed: Bool) -> [LaneColumn] {
        let alone = lanes == 1 || zoomed || (size.columns + 1) / lanes < 20
        if alone { return [LaneColumn(current, in: Rect(size), framed: lanes > 1)] }
        let split: Split<Int> = .columns((0..<lanes).map { .init(.rest, .leaf($0)) })
        return split.placed(in: Rect(size)).leaves.map {
            LaneColumn($0.leaf, in: $0.rect, framed: lanes > 1)
        }
    }

    private init(_ place: Int, in rect: Rect, framed: Bool) {
        self.place = place
        self.rect = rect
        guard framed, rect.rows > 4 else {
            transcript = rect.inset(left: 1, right: 1)
            return
        }
        let rows = rect.columns < 46 && rect.rows > 7 ? 2 : 1
        heading = Rect(row: rect.row, column: rect.column, rows: 2, columns: rect.columns)
        figures = Rect(
            row: rect.endRow - rows, column: rect.column, rows: rows, columns: rect.columns)
        transcript = rect.inset(top: 2, left: 1, bottom: rows, right: 1)
    }
}
