import Words

/// What `fader doctor` found: one line for each thing that it looked at.
struct Diagnosis {
    enum State {
        case good
        /// Worth knowing; nothing to mend.
        case note
        case wrong
    }

    /// What is looked at.
    enum Subject: String {
        case terminal, size, colors, widths, locale, language
        case fader, ncurses, sqlite, libcurl
        case config, theme, library, provider, header, key
    }

    private(set) var lines: [[String]] = []
    private(set) var isWrong = false

    mutating func add(_ state: State, _ subject: Subject, _ words: Phrase) {
        if state == .wrong { isWrong = true }
        let parts = words.here.split(separator: "\n").map { String($0) }
        lines.append([state.word.here, subject.word.here, parts.first ?? ""])
        lines += parts.dropFirst().map { ["", "", $0] }
    }
}
