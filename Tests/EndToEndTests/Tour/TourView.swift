/// A screen as text, with the place of the cursor, and without what differs from run to run.
struct TourView: Equatable {
    let cursor: String
    let rows: [Substring]

    /// Both of one moment.
    init(of screen: TmuxScreen) async throws {
        let answer = try await screen.tmux(
            "display-message", "-p", "#{cursor_flag} #{cursor_y},#{cursor_x}", ";", "capture-pane",
            "-p")
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
        cursor = lines[0].hasPrefix("1 ") ? "cursor \(lines[0].dropFirst(2))" : "no cursor"
        let screen = lines.dropFirst().dropLast().joined(separator: "\n")
        rows = TourMask().text(screen).split(separator: "\n", omittingEmptySubsequences: false)
    }
}
