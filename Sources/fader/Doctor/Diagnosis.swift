/// What `fader doctor` found: one line for each thing that it looked at.
struct Diagnosis {
    enum State: String {
        case good = "ok"
        /// Worth knowing; nothing to mend.
        case note = "note"
        case wrong = "WRONG"
    }

    private(set) var lines: [[String]] = []
    private(set) var isWrong = false

    mutating func add(_ state: State, _ subject: String, _ words: String) {
        if state == .wrong { isWrong = true }
        let parts = words.split(separator: "\n").map { String($0) }
        lines.append([state.rawValue, subject, parts.first ?? ""])
        lines += parts.dropFirst().map { ["", "", $0] }
    }
}
