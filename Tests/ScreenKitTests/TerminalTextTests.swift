import Testing

@testable import ScreenKit

struct TerminalTextTests {
    @Test func whatCouldDriveATerminalIsMadeVisible() {
        let text = "a\u{1B}]52;c;eA==\u{7}\r\u{8}\u{9B}2J\u{202E}b"
        #expect(text.safeForTerminal == "a^[]52;c;eA==^G^M^H<9B>2J<U+202E>b")
    }

    @Test func ordinaryTextStaysAsItIs() {
        let text = "温度 é 👩‍👩‍👧 — ok\n\tfaçade"
        #expect(text.safeForTerminal == text)
    }
}
