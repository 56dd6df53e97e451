package import ScreenKit

/// Which of a pane's texts: of what (a turn, a page), which part of that, which of the part's.
///
/// It says nothing of the screen: a text keeps it while it grows, and when the pane scrolls.
package struct PassageID: Hashable, Sendable {
    var owner = ""
    var part = 0
    var number = 0
}

/// What can be selected in a pane: its texts in their order, some of them in view.
package protocol Reading {
    /// Where in the pane the rows stand.
    var area: Rect { get }
    /// Those in view, from the first row of the area on; columns count from its first one.
    var rows: [ReadRow] { get }
    /// Where selecting by keys begins; `nil`: at the first text in view.
    var start: PassageID? { get }
    /// Whether a text is there still, without making it.
    func contains(_ id: PassageID) -> Bool
    /// `nil`: it is not there any more.
    func passage(_ id: PassageID) -> Passage?
    /// The place of an owner among all.
    func place(ofOwner owner: String) -> Int?
    func id(after id: PassageID) -> PassageID?
    func id(before id: PassageID) -> PassageID?
}

/// A row in view and the text that it is a row of, if it is of any.
package struct ReadRow {
    let id: PassageID?
    var text = TextRow()
}

/// A cluster of a text; an empty one stands between two, or at an end.
package struct TextPlace: Hashable, Sendable {
    var id: PassageID
    var cluster: Range<Int>
}

extension Reading {
    package var start: PassageID? { nil }

    /// By which texts are compared; `nil`: it is not there any more.
    func rank(of id: PassageID) -> PassageRank? {
        guard contains(id), let owner = place(ofOwner: id.owner) else { return nil }
        return PassageRank(owner: owner, part: id.part, number: id.number)
    }

    // MARK: Places

    /// What stands at a cell of the pane. Beside a text it is the text's nearest end.
    func place(at point: Point, _ widths: WidthProfile) -> TextPlace? {
        let row = point.row - area.row
        if rows.indices.contains(row), rows[row].id != nil {
            return place(inRow: row, column: point.column - area.column, widths)
        }
        if let above = rows.prefix(max(0, row)).lastIndex(where: { $0.id != nil }) {
            return place(inRow: above, column: .max, widths)
        }
        return rows.firstIndex { $0.id != nil }.flatMap { place(inRow: $0, column: -1, widths) }
    }

    func place(inRow row: Int, column: Int, _ widths: WidthProfile) -> TextPlace? {
        guard let id = rows[row].id, let passage = passage(id) else { return nil }
        let cluster = rows[row].text.cluster(atColumn: column, of: passage.bytes, widths)
        if let cluster { return TextPlace(id: id, cluster: cluster) }
        // A line below a heading, a blank one before a paragraph.
        let above = rows[..<row].last.flatMap { $0.id == id ? $0.text.end : nil } ?? 0
        return TextPlace(id: id, cluster: above..<above)
    }

    /// Whether a row is one of a text, rather than the blank before it or a line below it.
    func hasText(inRow row: Int) -> Bool {
        guard let id = rows[row].id else { return false }
        return !rows[row].text.parts.isEmpty || passage(id)?.bytes.isEmpty ?? false
    }

    /// The row in view in which a place stands.
    func row(of place: TextPlace) -> Int? {
        let (all, start) = (
            rows.indices.filter { rows[$0].id == place.id }, place.cluster.lowerBound
        )
        func row(_ fits: (Range<Int>) -> Bool) -> Int? {
            all.last { rows[$0].text.parts.contains { fits($0.range) } }
        }
        let found = row { $0.contains(start) } ?? row { $0.upperBound == start }
        // A blank at which a line was wrapped stands in none.
        if let found = found ?? row({ $0.upperBound + 1 == start }) { return found }
        return passage(place.id)?.bytes.isEmpty ?? true ? all.last : nil
    }

    /// The column of the area in which a place stands.
    func column(of place: TextPlace, inRow row: Int, _ widths: WidthProfile) -> Int {
        guard let passage = passage(place.id) else { return 0 }
        let text = rows[row].text
        let start = place.cluster.lowerBound
        let at = text.columns(of: start..<start + 1, in: passage.bytes, widths).first
        let before = text.columns(of: max(0, start - 1)..<start, in: passage.bytes, widths).last
        return at?.lowerBound ?? before?.upperBound ?? 0
    }
}

/// Where a text stands among all of a pane.
struct PassageRank: Comparable {
    var owner: Int
    var part: Int
    var number: Int

    static func < (one: PassageRank, other: PassageRank) -> Bool {
        (one.owner, one.part, one.number) < (other.owner, other.part, other.number)
    }
}
