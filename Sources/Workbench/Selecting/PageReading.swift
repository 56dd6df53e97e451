import ScreenKit

/// A pane whose texts are numbered: the parts of a page, the rows of a list.
struct PageReading: Reading {
    /// What the page shows: another one has other texts.
    let owner: String
    let area: Rect
    let numbers: Range<Int>
    let rows: [ReadRow]
    let start: PassageID?
    private let text: (Int) -> Passage?

    /// - Parameters:
    ///   - rows: each with the number of its text, if it is of any.
    ///   - start: the number at which selecting by keys begins.
    init(
        _ owner: String, in area: Rect, _ numbers: Range<Int>,
        rows: [(number: Int?, text: TextRow)], start: Int? = nil,
        text: @escaping (Int) -> Passage?
    ) {
        func id(_ number: Int) -> PassageID { PassageID(owner: owner, number: number) }
        (self.owner, self.area, self.numbers, self.text) = (owner, area, numbers, text)
        self.rows = rows.prefix(area.rows).map { ReadRow(id: $0.number.map(id), text: $0.text) }
        self.start = start.map(id)
    }

    func contains(_ id: PassageID) -> Bool { id.owner == owner && numbers.contains(id.number) }

    func passage(_ id: PassageID) -> Passage? { contains(id) ? text(id.number) : nil }

    func place(ofOwner owner: String) -> Int? { owner == self.owner ? 0 : nil }

    func id(after id: PassageID) -> PassageID? { neighbour(of: id, by: 1) }
    func id(before id: PassageID) -> PassageID? { neighbour(of: id, by: -1) }

    private func neighbour(of id: PassageID, by delta: Int) -> PassageID? {
        guard numbers.contains(id.number + delta) else { return nil }
        return PassageID(owner: owner, number: id.number + delta)
    }
}
