/// What a pane shows, for the clipboard.
extension State {
    mutating func copyWhatIsShown() -> [Effect] {
        guard let pane = focused else { return [] }
        if let text = pane.textToCopy(self) { return [.copy(text)] }
        screen.notice = Notice(pane.nothingToCopy)
        return []
    }
}
