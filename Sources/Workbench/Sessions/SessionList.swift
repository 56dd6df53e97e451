package import Conversations
package import ScreenKit
package import Words

/// What the library holds. Only a window of it is in memory; it is narrowed where it is.
package struct SessionList: ListDialog {
    package var query = TextField()
    private var window = RowWindow<SessionSummary>()
    /// What the query before left, until it is known what this one leaves.
    private var last: RowWindow<SessionSummary>?
    /// The widest title so far, as far as it counts.
    package private(set) var titleColumns = 0
    private var problem: Phrase?
    /// Enter was pressed before there was something to be taken.
    private var takesLater = false
    private let zone: LocalTime
    private let widths: WidthProfile

    init(zone: LocalTime, _ widths: WidthProfile) {
        self.zone = zone
        self.widths = widths
    }

    private var shown: RowWindow<SessionSummary> { last ?? window }

    package var title: Phrase { .sessions }
    package var count: Int { shown.knownCount }
    package var place: Int { shown.selectedPlace }

    package var emptyText: Phrase {
        if let problem { return problem }
        if shown.count == nil { return .loading }
        return query.buffer.isEmpty ? .noSessions : .nothingMatches
    }

    // MARK: Rows

    package func item(_ place: Int, in language: Language) -> PickerRow {
        guard let session = shown[place] else { return PickerRow(title: "") }
        let turns = Phrase.turns(session.turnCount).text(in: language)
        let source = session.source == .workbench ? nil : session.source.rawValue
        let details = [session.updated.minute(in: zone), turns, source, session.id.rawValue]
        return PickerRow(
            title: session.title.isEmpty ? Phrase.untitled.text(in: language) : session.title,
            detail: details.compactMap(\.self).joined(separator: " · "))
    }

    /// What is to be read for so many rows to be seen.
    mutating func missing(rows: Int) -> SessionQuery? {
        let end = (window.count ?? rows) - rows
        let first = max(0, min(window.selectedPlace - rows / 2, end))
        window.show(first..<first + rows)
        return window.takeRequest().map { SessionQuery(text: query.buffer.text, request: $0) }
    }

    mutating func fill(
        _ found: SessionWindow, for query: SessionQuery, in language: Language
    ) {
        let start = found.range.lowerBound
        guard window.take(found.sessions, from: start, of: found.count, for: query.request) else {
            return
        }
        (last, problem) = (nil, nil)
        for place in found.range where titleColumns < PickerRows.mostTitleColumns {
            titleColumns = min(
                PickerRows.mostTitleColumns,
                max(titleColumns, Width.of(item(place, in: language).title, widths)))
        }
    }

    mutating func fail(_ problem: Phrase) {
        last = nil
        self.problem = problem
    }

    // MARK: Choosing

    package mutating func narrow() {
        if last == nil, window.count != nil { last = window }
        window.renew()
        (takesLater, problem) = (false, nil)
    }

    package mutating func select(_ place: Int) {
        guard last == nil, window.count != nil else { return }
        window.select(place)
    }

    package func taking(_ place: Int) -> Command.Deed? {
        guard last == nil, let session = window[place]?.id else { return nil }
        return { $0.leaveRunning() ?? [.open(session)] }
    }

    package mutating func takeLater() { takesLater = window.count == nil && problem == nil }

    /// What was chosen before it was there.
    fileprivate var late: Command.Deed? { takesLater ? taking(place) : nil }
}

/// A part of the list of sessions that is to be read.
package struct SessionQuery: Sendable, Hashable {
    /// Words, all of which their rows shall hold.
    package var text: String
    package var request: RowWindow<SessionSummary>.Request
}

extension State {
    mutating func openSessions() { open(SessionList(zone: around.localTime, around.widths)) }

    /// What the list of sessions lacks of what is seen is asked for.
    mutating func askForRows() -> [Effect] {
        guard let rows = top(SessionList.self)?.rowCount(in: dialogRoom) else { return [] }
        var query: SessionQuery?
        change(SessionList.self) { query = $0.missing(rows: rows) }
        return query.map { [.listSessions($0)] } ?? []
    }

    mutating func show(_ found: SessionWindow, for query: SessionQuery) -> [Effect] {
        let language = around.language
        change(SessionList.self) { $0.fill(found, for: query, in: language) }
        guard let deed = top(SessionList.self)?.late else { return [] }
        closeDialog()
        return deed(&self)
    }

    /// The library could not be read: that is not the same as an empty one.
    mutating func show(unread problem: Phrase) {
        change(SessionList.self) { $0.fail(problem) }
    }
}
