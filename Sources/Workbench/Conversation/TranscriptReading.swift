import Conversations
import ScreenKit
import Words

/// What can be selected in a lane: of each turn its heading, the thinking that is open, the text, and
/// what is said beside it.
struct TranscriptReading: Reading {
    /// The parts of a turn, in their order.
    private enum Part: Int, CaseIterable {
        case heading, reasoning, source, markdown, note, ending
    }

    let area: Rect
    let rows: [ReadRow]
    private let view: TranscriptView
    private let clock: Phrase?

    init(_ view: TranscriptView, _ clock: Phrase?, in area: Rect) {
        (self.view, self.clock, self.area) = (view, clock, area)
        rows = Self.rows(view, clock, area.rows)
    }

    private var entries: [Transcript.Entry] { view.transcript.entries }

    /// The selected turn's text, or the last one's, as far as it is in view.
    var start: PassageID? {
        let texts = rows.compactMap(\.id).filter { $0.part != Part.heading.rawValue }
        return texts.first { $0.owner == view.selected?.rawValue }
            ?? texts.first { $0.owner == texts.last?.owner }
    }

    // MARK: Rows

    private static func rows(
        _ view: TranscriptView, _ clock: Phrase?, _ count: Int
    ) -> [ReadRow] {
        let lines = view.transcript.window(rows: count).lines
        var rows = lines.map { _ in ReadRow(id: nil) }
        for seen in view.transcript.entriesSeen(in: count) {
            let entry = view.transcript.entries[seen.place]
            for row in seen.rows.clamped(to: 0..<lines.count) {
                rows[row] = Self.row(lines[row], of: entry, view, clock)
            }
        }
        return rows
    }

    private static func row(
        _ line: TranscriptLine, of entry: Transcript.Entry, _ view: TranscriptView, _ clock: Phrase?
    ) -> ReadRow {
        func row(_ part: Part, _ text: TextRow, _ number: Int = 0) -> ReadRow {
            let id = PassageID(
                owner: entry.turn.id.rawValue, part: part.rawValue, number: number)
            return ReadRow(id: id, text: text)
        }
        switch line {
        case .heading(let entry):
            let length = view.heading(of: entry, clock).reduce(0) { $0 + $1.text.utf8.count }
            return row(.heading, TextRow([.init(column: 0, range: 0..<length)]))
        case .reasoning(let line): return row(.reasoning, line.row(at: 2))
        case .text(let line, _): return row(.source, line.row())
        case .styled(let line, _): return row(.markdown, line.row, line.passage)
        case .note(let line, _, let isOfTurn): return row(isOfTurn ? .ending : .note, line.row())
        case .folded, .blank: return ReadRow(id: nil)
        }
    }

    // MARK: Texts

    /// Whose text a place stands in, and where, if that is shown as it is.
    static func source(_ place: TextPlace) -> (turn: TurnID, offset: Int)? {
        guard place.id.part == Part.source.rawValue else { return nil }
        return (TurnID(rawValue: place.id.owner), place.cluster.lowerBound)
    }

    func place(ofOwner owner: String) -> Int? {
        entries.lastIndex { $0.turn.id.rawValue == owner }
    }

    func contains(_ id: PassageID) -> Bool { found(id) != nil }

    private func found(_ id: PassageID) -> (entry: Transcript.Entry, part: Part)? {
        guard let place = place(ofOwner: id.owner), let part = Part(rawValue: id.part),
            id.number < count(of: part, in: entries[place])
        else { return nil }
        return (entries[place], part)
    }

    func passage(_ id: PassageID) -> Passage? {
        guard let (entry, part) = found(id) else { return nil }
        switch part {
        case .heading:
            let text = view.heading(of: entry, clock).map(\.text).joined()
            return Passage(text, standsApart: true)
        case .reasoning: return entry.body.reasoning.passage
        case .source, .markdown: return entry.body.content.passage(id.number)
        case .note: return entry.body.note.passage
        case .ending: return entry.note.passage
        }
    }

    private func count(of part: Part, in entry: Transcript.Entry) -> Int {
        let body = entry.body
        switch part {
        case .heading: return 1
        case .reasoning: return entry.showsReasoning && !body.reasoning.lines.isEmpty ? 1 : 0
        case .source: return body.content.isPage ? 0 : body.content.passageCount
        case .markdown: return body.content.isPage ? body.content.passageCount : 0
        case .note: return body.note.lines.isEmpty ? 0 : 1
        case .ending: return entry.note.lines.isEmpty ? 0 : 1
        }
    }

    func id(after id: PassageID) -> PassageID? {
        guard let place = place(ofOwner: id.owner), let part = Part(rawValue: id.part) else {
            return nil
        }
        if id.number + 1 < count(of: part, in: entries[place]) {
            return PassageID(owner: id.owner, part: id.part, number: id.number + 1)
        }
        let next = Part.allCases.first {
            $0.rawValue > part.rawValue && count(of: $0, in: entries[place]) > 0
        }
        if let next { return PassageID(owner: id.owner, part: next.rawValue) }
        guard place + 1 < entries.count else { return nil }
        return PassageID(owner: entries[place + 1].turn.id.rawValue)
    }

    func id(before id: PassageID) -> PassageID? {
        guard let place = place(ofOwner: id.owner), let part = Part(rawValue: id.part) else {
            return nil
        }
        if id.number > 0 {
            return PassageID(owner: id.owner, part: id.part, number: id.number - 1)
        }
        let before = place - 1
        return last(of: entries[place], before: part)
            ?? (before >= 0 ? last(of: entries[before], before: nil) : nil)
    }

    private func last(of entry: Transcript.Entry, before end: Part?) -> PassageID? {
        let parts = Part.allCases.filter { $0.rawValue < end?.rawValue ?? .max }
        guard let part = parts.last(where: { count(of: $0, in: entry) > 0 }) else { return nil }
        return PassageID(
            owner: entry.turn.id.rawValue, part: part.rawValue,
            number: count(of: part, in: entry) - 1)
    }
}
