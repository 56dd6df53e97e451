/// A screen without what differs from run to run: times, speeds, sizes of what was read, ids, ports.
struct TourMask {
    private let patterns: [(Regex<Substring>, String)] = [
        (#/\d+\.\d\d\d(?=  )/#, "▒.▒▒▒"),
        (#/\d+(?:\.\d+)? (?:µs|ms|s\b|秒)/#, "▒ s"),
        (#/\d+(?:\.\d+)? tok/s/#, "▒ tok/s"),
        (#/(?:思考|thought for) \d[^…│]*…/#, "▒…"),
        (#/came at once|came in \d+ reads|一次到齐|分 \d+ 次读取到齐/#, "▒ tok/s"),
        (#/\d+(?:\.\d+)? k?B\b/#, "▒ B"),
        (#/\d\d\d\d-\d\d-\d\d/#, "▒-▒-▒"),
        (#/\d\d:\d\d(?::\d\d)?/#, "▒:▒"),
        (#/[▁▂▃▄▅▆▇█]+/#, "▁"),
        (#/turns · [0-9a-z]{10}/#, "turns · ▒"),
        (#/轮 · [0-9a-z]{10}/#, "轮 · ▒"),
        (#/127\.0\.0\.1:\d+/#, "127.0.0.1:▒"),
        (#/chatcmpl-practice-.*/#, "chatcmpl-practice-▒"),
    ]

    func text(_ screen: some StringProtocol) -> String {
        var isUsage = false
        return screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let row = Row(line)
            defer { isUsage = row.opensUsage || isUsage && row.isWithin }
            return masked(row, isUsage: isUsage && row.isWithin)
        }
        .joined(separator: "\n")
    }

    /// Between two borders each: what is shorter or longer there moves nothing beyond.
    private func masked(_ row: Row, isUsage: Bool) -> String {
        var parts = row.parts.map(masked)
        // The figures flow, so that one of them more or longer moves all.
        if isUsage, row.borders.count > 2 { parts[parts.count - 2] = blank(parts[parts.count - 2]) }
        return zip(parts, row.borders.map(String.init) + [""]).map { $0 + $1 }.joined()
    }

    private func blank(_ part: String) -> String { String(repeating: " ", count: part.columns) }

    private func masked(_ part: String) -> String {
        // The last rows of a lane's figures.
        if part.wholeMatch(of: #/ (?:(?:\d+ tok(?:/s)?|stop|length)(?: · )?)+ */#) != nil {
            return blank(part)
        }
        var masked = part
        for (pattern, mask) in patterns { masked.replace(pattern, with: mask) }
        if part.prefixMatch(of: #/ (?:first|首 token) \d/#) != nil { masked = " ▒" }
        guard masked != part else { return part }
        masked.replace(#/ {2,}/#, with: "  ")
        masked.replace(#/─{2,}/#, with: "──")
        let missing = max(0, part.columns - masked.columns)
        guard let line = masked.firstRange(of: "──") else {
            return masked + String(repeating: " ", count: missing)
        }
        masked.insert(contentsOf: String(repeating: "─", count: missing), at: line.lowerBound)
        return masked
    }
}

extension TourMask {
    /// A row of the screen, taken apart at its borders.
    private struct Row {
        var parts = [""]
        var borders: [Character] = []

        private static let all: Set<Character> = [
            "│", "├", "┤", "┼", "┴", "┬", "┌", "┐", "└", "┘",
        ]

        init(_ line: some StringProtocol) {
            for character in line {
                if Self.all.contains(character) {
                    borders.append(character)
                    parts.append("")
                } else {
                    parts[parts.count - 1].append(character)
                }
            }
        }

        /// Whether the figures of Usage begin below; a list may hide its title, and it stands beside
        /// Traffic.
        var opensUsage: Bool {
            parts.contains { $0.hasPrefix(" Usage ─") || $0.hasPrefix(" 用量 ─") }
                || borders.first == "├"
                    && (parts[1].hasPrefix(" Traffic") || parts[1].hasPrefix(" 流量"))
        }

        /// Whether it is of a pane at the right, and not its end.
        var isWithin: Bool { borders.last == "│" }
    }
}
