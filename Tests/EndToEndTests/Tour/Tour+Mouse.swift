import Testing

/// What is done with the mouse.
extension Tour {
    /// Clicks at the middle of a text, or at its end, once or more often.
    func click(
        _ text: String, atEnd: Bool = false, times: Int = 1, shows: String..., hides: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let place = try await screen.place(of: text)
        let column = place.column + (atEnd ? text.columns - 1 : text.columns / 2)
        try await screen.click(times: times, row: place.row, column: column)
        let deed = ["click", "double click", "triple click"][times - 1]
        try await look(
            "mouse: \(deed) \(place.row),\(column) (\(text))", shows: shows, hides: hides, location)
    }

    /// From the beginning of a text to the end of another one.
    func drag(
        _ from: String, to end: String, shows: String...,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let from = try await screen.place(of: from)
        var to = try await screen.place(of: end)
        to.column += end.columns - 1
        try await drag(from, to: to, shows: shows, location: location)
    }

    typealias Place = (row: Int, column: Int)

    func drag(
        _ from: Place, to: Place, shows: [String], location: SourceLocation = #_sourceLocation
    ) async throws {
        try await screen.mouse(.press, row: from.row, column: from.column)
        try await screen.mouse(.drag, row: to.row, column: to.column)
        try await screen.mouse(.release, row: to.row, column: to.column)
        try await look(
            "mouse: drag \(from.row),\(from.column) → \(to.row),\(to.column)", shows: shows,
            hides: [], location)
    }

    func wheel(
        _ turns: Int, at text: String, shows: String..., location: SourceLocation = #_sourceLocation
    ) async throws {
        let place = try await screen.place(of: text)
        try await screen.wheel(turns, row: place.row, column: place.column)
        try await look(
            "mouse: wheel \(turns) at \(place.row),\(place.column)", shows: shows, hides: [],
            location)
    }
}
