import CNcurses
import Support
import Testing

/// Colours that the terminal has already are not sent again.
struct ColorsTests {
    private func thin(_ text: String) -> String {
        var bytes = text.utf8.map { CChar(bitPattern: $0) }
        let count = bytes.count
        let left = bytes.withUnsafeMutableBufferPointer { cn_thin_colors($0.baseAddress, count) }
        return String(decoding: bytes[..<left].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test(arguments: [
        (
            "a\u{1B}[38;5;1m\u{1B}[48;5;2mb\u{1B}[38;5;3m\u{1B}[48;5;2mc",
            "a\u{1B}[38;5;1m\u{1B}[48;5;2mb\u{1B}[38;5;3mc"
        ),
        (
            "\u{1B}[31m\u{1B}[3;4H\u{1B}[31m字\u{1B}[41m\u{1B}[1m\u{1B}[31m",
            "\u{1B}[31m\u{1B}[3;4H字\u{1B}[41m\u{1B}[1m"
        ),
        ("\u{1B}[48;2;1;2;3mx\u{1B}[48;2;1;2;3my", "\u{1B}[48;2;1;2;3mxy"),
        ("\u{1B}[38:2::1:2:3mx\u{1B}[38:2::1:2:3my", "\u{1B}[38:2::1:2:3mxy"),
        ("\u{1B}[97m\u{1B}[107m\u{1B}[97m\u{1B}[107m", "\u{1B}[97m\u{1B}[107m"),
    ])
    func whatIsThereIsNotSentAgain(sent: String, left: String) {
        #expect(thin(sent) == left)
    }

    @Test(arguments: [
        "\u{1B}[31m\u{1B}[0m\u{1B}[31m", "\u{1B}[31m\u{1B}[m\u{1B}[31m",
        "\u{1B}[31m\u{1B}[0;1m\u{1B}[31m",
        "\u{1B}[31m\u{1B}[39;49m\u{1B}[31m", "\u{1B}[31m\u{1B}[39m\u{1B}[31m",
        "\u{1B}[31m\u{1B}[32m\u{1B}[31m",
        "\u{1B}[31m\u{1B}[91m\u{1B}[31m", "\u{1B}[38;5;1;48;5;2m\u{1B}[38;5;1;48;5;2m",
        "\u{1B}[31;1m\u{1B}[31m",
        "\u{1B}[31m\u{1B}[38;5;1;0m\u{1B}[31m", "\u{1B}[31h\u{1B}[31m", "\u{1B}]31m\u{1B}[31m",
        "\u{1B}[31", "\u{1B}[", "\u{1B}", "",
        "\u{1B}[58;5;1m\u{1B}[58;5;1m",
    ])
    func whatMayBeNeededIsLeft(sent: String) {
        #expect(thin(sent) == sent)
    }

    /// What a terminal knows of colours at every character is the same.
    @Test func everyCharacterHasTheSameColors() {
        var dice = Dice(41)
        let parts = [
            "x", "字", "\u{1B}[31m", "\u{1B}[39m", "\u{1B}[38;5;245m", "\u{1B}[48;5;234m",
            "\u{1B}[48;5;1m",
            "\u{1B}[44m", "\u{1B}[0m", "\u{1B}(B\u{1B}[m", "\u{1B}[0;1;4m", "\u{1B}[1m",
            "\u{1B}[39;49m",
            "\u{1B}[5;6H", "\u{1B}[23m", "\u{1B}[96m", "\u{1B}[38;2;1;2;3m",
        ]
        for _ in 0..<2_000 {
            let sent = (0..<40).map { _ in parts[.random(in: 0..<parts.count, using: &dice)] }
                .joined()
            #expect(seen(thin(sent)) == seen(sent), "\(sent.debugDescription)")
        }
    }

    private func seen(_ text: String) -> [String] {
        var (cells, colors) = ([String](), ["", ""])
        for part in text.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated() {
            var rest = part.element[...]
            if part.offset > 0, rest.first == "[", let end = rest.firstIndex(where: \.isLetter) {
                if rest[end] == "m" { take(rest.dropFirst()[..<end], &colors) }
                rest = rest[rest.index(after: end)...]
            } else if rest.first == "(" {
                rest = rest.dropFirst(2)
            }
            cells += rest.map { "\($0)\(colors)" }
        }
        return cells
    }

    private func take(_ parameters: Substring, _ colors: inout [String]) {
        let first = parameters.split(separator: ";").first ?? "0"
        switch first {
        case "0": colors = ["", ""]
        case "39": colors = parameters == "39" ? ["", colors[1]] : ["", ""]
        default:
            if first.count == 2, "39".contains(first.prefix(1)) { colors[0] = String(parameters) }
            if first.count == 2, first.hasPrefix("4") { colors[1] = String(parameters) }
        }
    }
}
