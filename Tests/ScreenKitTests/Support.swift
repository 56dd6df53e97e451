import ScreenKit

/// The same random numbers in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

func drawn(
    rows: Int = 1,
    columns: Int = 40,
    _ profile: WidthProfile = .conservative,
    _ body: (inout Canvas) -> Void
) -> Grid {
    var grid = Grid(Size(rows: rows, columns: columns), profile: profile)
    grid.draw(body)
    return grid
}

/// One line written from the left on a row of so many columns.
func written(_ text: String, columns: Int = 40, _ profile: WidthProfile = .conservative) -> Grid {
    drawn(columns: columns, profile) { $0.write(text, at: Point(row: 0, column: 0)) }
}

/// What is wrong with a grid: halves of wide characters without the other half.
func brokenHalves(_ grid: Grid) -> [Point] {
    var broken: [Point] = []
    for row in 0..<grid.size.rows {
        for column in 0..<grid.size.columns {
            let here = grid.cell(at: Point(row: row, column: column))
            let next = Point(row: row, column: column + 1)
            let hasRight = next.column < grid.size.columns && grid.cell(at: next).width == 0
            if (here.width == 2) != hasRight { broken.append(Point(row: row, column: column)) }
        }
    }
    return broken
}
