/// Keys as the guide writes them, of tmux's names.
enum TourKeys {
    static func names(_ keys: [String]) -> String { keys.map(name).joined(separator: " ") }

    private static let prefixes = [("C-", "ctrl-"), ("M-", "alt-"), ("S-", "shift-")]
    private static let words = [
        "Enter": "enter", "Escape": "esc", "Space": "space", "Tab": "tab", "BTab": "shift-tab",
        "IC": "insert", "DC": "delete", "PPage": "page up", "NPage": "page down",
        "BSpace": "backspace", "Up": "up", "Down": "down", "Left": "left", "Right": "right",
        "Home": "home", "End": "end",
    ]

    private static func name(_ key: String) -> String {
        for (short, long) in prefixes where key.hasPrefix(short) && key.count > short.count {
            return long + name(String(key.dropFirst(short.count)))
        }
        return words[key] ?? key
    }
}
