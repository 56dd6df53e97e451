import ChatCompletions
import Conversations
package import ScreenKit

/// What there is to choose from in a list. A row becomes an item with its texts when it is shown.
package struct ListRows: Sendable {
    private enum Content: Sendable {
        case items([ListOverlay.Item])
        case models([String])
        case sessions([SessionSummary], LocalTime)
    }

    private let content: Content
    /// What is looked through.
    private(set) var text = FoldedRows()
    /// The widest title's columns, as far as they count.
    private(set) var titleColumns = 0
    static let mostTitleColumns = 40

    package init(_ items: [ListOverlay.Item], _ widths: WidthProfile) {
        self.init(.items(items), count: items.count, widths)
    }

    init(models: [String], _ widths: WidthProfile) {
        self.init(.models(models), count: models.count, widths)
    }

    init(_ sessions: [SessionSummary], in zone: LocalTime, _ widths: WidthProfile) {
        self.init(.sessions(sessions, zone), count: sessions.count, widths)
    }

    private init(_ content: Content, count: Int, _ widths: WidthProfile) {
        self.content = content
        for row in 0..<count {
            let item = self[row]
            text.append(title: item.title, detail: item.detail)
            guard titleColumns < Self.mostTitleColumns else { continue }
            titleColumns = min(
                Self.mostTitleColumns, max(titleColumns, Width.of(item.title, widths)))
        }
    }

    package var count: Int { text.count }

    /// The names of models that are listed already.
    var models: [String] {
        if case .models(let names) = content { names } else { [] }
    }

    /// By its length first: names are compared only where they may be the same.
    func isModel(_ row: Int, called name: String) -> Bool {
        guard case .models(let names) = content else { return false }
        return names[row].utf8.count == name.utf8.count && names[row] == name
    }

    package subscript(row: Int) -> ListOverlay.Item {
        switch content {
        case .items(let items): items[row]
        case .models(let names): .init(title: names[row], detail: "", value: .model(names[row]))
        case .sessions(let sessions, let zone): .init(sessions[row], in: zone)
        }
    }
}

extension ListOverlay.Item {
    fileprivate init(_ session: SessionSummary, in zone: LocalTime) {
        let turns = session.turnCount == 1 ? "1 turn" : "\(session.turnCount) turns"
        let source = session.source == .workbench ? nil : session.source.rawValue
        let details = [session.updated.minute(in: zone), turns, source, session.id.rawValue]
        self.init(
            title: session.title.isEmpty ? "untitled" : session.title,
            detail: details.compactMap(\.self).joined(separator: " · "),
            value: .session(session.id))
    }
}
