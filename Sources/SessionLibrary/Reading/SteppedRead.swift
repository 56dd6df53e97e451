import GRDB

/// Something to be read that may take long, in parts.
protocol SteppedRead {
    associatedtype Part
    /// How many rows the first part looks at.
    static var firstRows: Int { get }
    /// Reads on. It changes nothing, since it is asked for again when a commit came between.
    ///
    /// - Parameter rows: how many rows to look at, so that it does not take long.
    func part(_ db: Database, rows: Int) throws -> Part
    /// Takes a part that was read.
    ///
    /// - Returns: whether it was the last one.
    mutating func take(_ part: Part) throws -> Bool
}

extension SteppedRead {
    static var firstRows: Int { 128 }
}

/// How many rows a step looks at, so that it takes no longer than it may.
struct Pace {
    /// The longest that the file is held for a step.
    static let limit = Duration.milliseconds(5)
    private static let most = 1 << 16

    private(set) var rows: Int
    private let least: Int

    init(_ rows: Int) {
        self.rows = rows
        least = max(1, rows / 8)
    }

    /// So few rows take what they take: on a machine that is busy with other things fewer of them
    /// would take as long, and all of them for ever.
    var limit: Duration? { rows > least ? Self.limit : nil }

    mutating func took(_ time: Duration) {
        if time < Self.limit / 4 {
            rows = min(rows * 2, Self.most)
        } else if time > Self.limit / 2 {
            rows = max(least, rows / 2)
        }
    }

    mutating func ranOut() { rows = max(least, rows / 4) }
}
