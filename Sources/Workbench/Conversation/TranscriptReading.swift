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
        case .reasoning(let line, _): return row(.reasoning, line.row(at: 2))
        case .text(let line, _, _): return row(.source, line.row())
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
            numbers(of: part, in: entries[place]).contains(id.number)
        else { return nil }
        return (entries[place], part)
    }

    func passage(_ id: PassageID) -> Passage? {
        guard let (entry, part) = found(id) else { return nil }
        var passage = text(of: part, in: entry, id.number)
        passage?.isAside = isAside(part, of: entry)
        return passage
    }

    private func text(of part: Part, in entry: Transcript.Entry, _ number: Int) -> Passage? {
        switch part {
        case .heading:
            let text = view.heading(of: entry, clock).map(\.text).joined()
            return Passage(text, standsApart: true)
        case .reasoning: return entry.body.reasoning.passage
        case .source, .markdown: return entry.body.content.passage(number)
        case .note: return entry.body.note.passage
        case .ending: return entry.note.passage
        }
    }

    /// Whether it stands between a text and the text that goes on with it.
    private func isAside(_ part: Part, of entry: Transcript.Entry) -> Bool {
        switch part {
        case .heading, .reasoning: entry.goesOn
        case .source, .markdown: false
        case .note, .ending: entry.isContinued
        }
    }

    private func numbers(of part: Part, in entry: Transcript.Entry) -> Range<Int> {
        let body = entry.body
        let isThere: Bool
        switch part {
        case .heading: isThere = true
        case .reasoning: isThere = entry.showsReasoning && !body.reasoning.lines.isEmpty
        case .source, .markdown:
            return body.content.isPage == (part == .markdown) ? body.content.passages : 0..<0
        case .note: isThere = !body.note.lines.isEmpty
        case .ending: isThere = !entry.note.lines.isEmpty
        }
        return isThere ? 0..<1 : 0..<0
    }

    func id(after id: PassageID) -> PassageID? {
        guard let place = place(ofOwner: id.owner), let part = Part(rawValue: id.part) else {
            return nil
        }
        if id.number + 1 < numbers(of: part, in: entries[place]).upperBound {
            return PassageID(owner: id.owner, part: id.part, number: id.number + 1)
        }
        for part in Part.allCases where part.rawValue > id.part {
            guard let number = numbers(of: part, in: entries[place]).first else { continue }
            return PassageID(owner: id.owner, part: part.rawValue, number: number)
        }
        guard place + 1 < entries.count else { return nil }
        return PassageID(owner: entries[place + 1].turn.id.rawValue)
    }

    func id(before id: PassageID) -> PassageID? {
        guard let place = place(ofOwner: id.owner), let part = Part(rawValue: id.part) else {
            return nil
        }
        if id.number > numbers(of: part, in: entries[place]).lowerBound {
            return PassageID(owner: id.owner, part: id.part, number: id.number - 1)
        }
        let before = place - 1
        return last(of: entries[place], before: part)
            ?? (before >= 0 ? last(of: entries[before], before: nil) : nil)
    }

    private func last(of entry: Transcript.Entry, before end: Part?) -> PassageID? {
        for part in Part.allCases.reversed() where part.rawValue < end?.rawValue ?? .max {
            guard let number = numbers(of: part, in: entry).last else { continue }
            return PassageID(
                owner: entry.turn.id.rawValue, part: part.rawValue, number: number)
        }
        return nil
    }
}
