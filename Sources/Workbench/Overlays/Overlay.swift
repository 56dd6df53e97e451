package import ChatCompletions
package import ScreenKit

/// What lies over the panes and takes the keys until it closes.
package enum Overlay: Sendable {
    case list(ListOverlay)
    case editor(EditorOverlay)
    case message(MessageOverlay)
    case confirmQuit(reason: String)
}

/// Things to choose from, narrowed by typing.
package struct ListOverlay: Sendable {
    package enum Kind: Sendable, Hashable {
        case palette, help, sessions, providers, themes
        case models(provider: String)
    }

    package struct Item: Sendable, Hashable {
        package enum Value: Sendable, Hashable {
            case command(Command.ID)
            case session(SessionID)
            case provider(String)
            case model(String)
            case theme(String)
        }

        package var title: String
        package var detail: String
        package var value: Value

        fileprivate func holds(_ words: [Substring], in text: String) -> Bool {
            let text = text.lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }

    package var kind: Kind
    package var title: String
    package var items: [Item]
    package var query = TextField()
    private var selected = 0
    package var isLoading = false
    /// Why there is nothing to choose from, when something went wrong.
    package var problem: String?

    package init(_ kind: Kind, title: String, items: [Item]) {
        self.kind = kind
        self.title = title
        self.items = items
    }

    /// The items that hold every word of the query.
    package var matches: [Item] {
        let words = query.buffer.text.lowercased().split(whereSeparator: \.isWhitespace)
        let found = items.filter { $0.holds(words, in: $0.title + " " + $0.detail) }
        // What is called so comes before what only tells of it.
        let named = found.filter { $0.holds(words, in: $0.title) }
        let others = found.filter { !$0.holds(words, in: $0.title) }
        return named + others + freeChoice(beside: found)
    }

    /// What stands where nothing can be chosen.
    var emptyText: String {
        if isLoading { return "Loading…" }
        if !query.buffer.isEmpty { return "Nothing matches." }
        if let problem { return problem }
        if case .models = kind { return "The provider lists no model: type any name." }
        return kind == .sessions ? "No session has been saved yet." : "There is nothing here."
    }

    /// Any model can be named, listed or not.
    private func freeChoice(beside found: [Item]) -> [Item] {
        let name = query.buffer.text.trimmingBlanks
        guard case .models = kind, !name.isEmpty, !found.contains(where: { $0.title == name })
        else { return [] }
        return [Item(title: name, detail: "as typed", value: .model(name))]
    }

    /// The selected item's place among the matches.
    package var place: Int { min(selected, max(0, matches.count - 1)) }

    package var selection: Item? {
        let matches = matches
        return matches.isEmpty ? nil : matches[place]
    }

    package mutating func select(_ place: Int) {
        selected = min(max(0, place), max(0, matches.count - 1))
    }

    package mutating func move(by delta: Int) { select(selected + delta) }

    package mutating func queryChanged() { selected = 0 }
}

/// A longer text being edited over the panes: the system prompt.
package struct EditorOverlay: Sendable {
    package var title: String
    /// The text as it was.
    package var original: String
    package var buffer: TextBuffer
    /// Esc was pressed, and what was changed is not thrown away for that alone.
    package var asks = false

    package var isChanged: Bool { buffer.text != original }

    var hint: String {
        asks
            ? "Keep the changes? y keeps · n throws them away · esc goes back"
            : "ctrl-s keeps it · esc gives up"
    }
}

/// A text to read.
package struct MessageOverlay: Sendable {
    package var title: String
    package var text: String
    package var scroll = ScrollState()
}
