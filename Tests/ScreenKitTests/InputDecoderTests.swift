import ScreenKit
import Testing

struct InputDecoderTests {
    @Test(arguments: [
        ("a", "a"), ("G", "G"), ("\r", "<enter>"), ("\n", "<c-j>"), ("\t", "<tab>"),
        ("\u{7f}", "<backspace>"),
        ("\u{8}", "<backspace>"), ("\u{0}", "<c-space>"), ("\u{3}", "<c-c>"), ("\u{1f}", "<c-_>"),
        ("\u{1c}", "<c-\\>"), ("你", "你"), ("é", "é"), ("🦊", "🦊"),
        ("\u{1b}x", "<a-x>"), ("\u{1b}X", ""), ("\u{1b}\r", "<a-enter>"), ("\u{1b}1", "<a-1>"),
        ("\u{1b}\u{7f}", "<a-backspace>"), ("\u{1b}你", "<a-你>"), ("\u{1b}\u{3}", "<c-a-c>"),
        ("\u{1b}[A", "<up>"), ("\u{1b}OB", "<down>"), ("\u{1b}[1;5C", "<c-right>"),
        ("\u{1b}[1;2D", "<s-left>"), ("\u{1b}[1;3A", "<a-up>"), ("\u{1b}[1;8H", "<c-a-s-home>"),
        ("\u{1b}O5A", "<c-up>"), ("\u{1b}[H", "<home>"), ("\u{1b}[4~", "<end>"),
        ("\u{1b}OF", "<end>"),
        ("\u{1b}[3~", "<delete>"), ("\u{1b}[3;5~", "<c-delete>"), ("\u{1b}[2~", "<insert>"),
        ("\u{1b}[5~", "<pageup>"), ("\u{1b}[6;5~", "<c-pagedown>"), ("\u{1b}[Z", "<s-tab>"),
        ("\u{1b}OP", "<f1>"), ("\u{1b}[1;2R", "<s-f3>"), ("\u{1b}[15~", "<f5>"),
        ("\u{1b}[21~", "<f10>"),
        ("\u{1b}[24;2~", "<s-f12>"), ("\u{1b}[34~", "<f20>"), ("\u{1b}[[A", "<f1>"),
        ("\u{1b}[[E", "<f5>"),
        ("\u{1b}OM", "<enter>"), ("\u{1b}Oq", "1"), ("\u{1b}[97;5u", "<c-a>"),
        ("\u{1b}[13;2u", "<s-enter>"),
        ("\u{1b}[27;5;9~", "<c-tab>"), ("\u{1b}[27;2;13~", "<s-enter>"), ("\u{1b}[27u", "<esc>"),
        ("\u{1b}[97;2u", "A"), ("\u{1b}[20320u", "你"), ("\u{1b}[97;6u", "<c-s-a>"),
        ("\u{1b}[105;5u", "<c-i>"),
        ("\u{1b}[13;3u", "<a-enter>"), ("\u{1b}[9;2u", "<s-tab>"),
        ("\u{1b}[127;5u", "<c-backspace>"),
        ("\u{1b}[117;4u", "<a-U>"), ("\u{1b}[117:85;4u", "<a-U>"), ("\u{1b}[45:95;6u", "<c-_>"),
        ("\u{1b}[49:33;4u", "<a-!>"), ("\u{1b}[1089::99;5u", "<c-c>"),
        ("\u{1b}[97:65;6u", "<c-s-a>"),
        ("\u{1b}[1092::97;3u", "<a-a>"), ("\u{1b}[91;5u", "<esc>"), ("\u{1b}[47;5u", "<c-_>"),
        ("\u{1b}[13;129u", "<enter>"), ("\u{1b}[13;2:3u", ""), ("\u{1b}[57376u", "<f13>"),
        ("\u{1b}[57409u", "."), ("\u{1b}[57413u", "+"), ("\u{1b}[57419;5u", "<c-up>"),
        ("\u{1b}[57426u", "<delete>"), ("\u{1b}[57414;2u", "<s-enter>"), ("\u{1b}[57427u", ""),
        ("\u{1b}[?5u", ""),
        ("\u{1b}[1;5:1A", "<c-up>"), ("\u{1b}[1;5:3A", ""), ("\u{1b}[57414u", "<enter>"),
    ])
    func aSequenceIsAKey(bytes: String, key: String) {
        var decoder = InputDecoder()
        let keys = decoder.feed(Array(bytes.utf8)).map(described)
        #expect(keys == (key.isEmpty ? [] : [key]))
    }

    @Test(arguments: [
        "\u{1b}[?62;4;22c", "\u{1b}[?2026;2$y", "\u{1b}[>1;10;0c", "\u{1b}]11;rgb:00/00/00\u{7}",
        "\u{1b}]11;rgb:00/00/00\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}_Gi=1;OK\u{1b}\\",
        "\u{1b}[24;80R",
        "\u{1b}[99~", "\u{1b}[1;2y", "\u{1b}Oz", "\u{1b}[8;24;80t", "\u{1b}[201~", "\u{1b}[<0;0;0M",
        "\u{1b}[\u{20}q", "\u{1b}[" + String(repeating: "1;", count: 500) + "A~",
    ])
    func anUnknownSequenceIsSwallowedWhole(bytes: String) {
        var decoder = InputDecoder()
        let events = decoder.feed(Array(bytes.dropLast(bytes.hasSuffix("A~") ? 1 : 0).utf8))
        #expect(events.allSatisfy { described($0) == "<up>" })
        #expect(decoder.feed(Array("z".utf8)) == [.key(Key(.character("z")))])
    }

    @Test func theMouseIsReadInAllForms() {
        var decoder = InputDecoder()
        func mouse(_ bytes: String) -> [InputEvent] { decoder.feed(Array(bytes.utf8)) }
        let place = Point(row: 4, column: 299)
        #expect(mouse("\u{1b}[<0;300;5M") == [.mouse(Mouse(.press, at: place))])
        #expect(mouse("\u{1b}[<2;300;5m") == [.mouse(Mouse(.release, button: 2, at: place))])
        #expect(mouse("\u{1b}[<32;300;5M") == [.mouse(Mouse(.drag, at: place))])
        #expect(mouse("\u{1b}[<35;300;5M") == [.mouse(Mouse(.move, at: place))])
        #expect(mouse("\u{1b}[<64;300;5M") == [.mouse(Mouse(.wheelUp, at: place))])
        #expect(
            mouse("\u{1b}[<81;300;5M") == [
                .mouse(Mouse(.wheelDown, at: place, modifiers: .control))
            ])
        #expect(mouse("\u{1b}[M !\"") == [.mouse(Mouse(.press, at: Point(row: 1, column: 0)))])
        #expect(mouse("\u{1b}[M#!\"") == [.mouse(Mouse(.release, at: Point(row: 1, column: 0)))])
        #expect(mouse("\u{1b}[32;300;5M") == [.mouse(Mouse(.press, at: place))])
    }

    @Test func focusIsReported() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Array("\u{1b}[I\u{1b}[O".utf8)) == [.focus(true), .focus(false)])
    }

    @Test func aCursorPositionIsAnAnswerOnlyWhileOneIsExpected() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Array("\u{1b}[1;2R".utf8)).map(described) == ["<s-f3>"])
        decoder.expectsCursorPosition = true
        let events = decoder.feed(Array("\u{1b}[1;2R\u{1b}[24;80R".utf8))
        #expect(
            events == [
                .cursorPosition(Point(row: 0, column: 1)),
                .cursorPosition(Point(row: 23, column: 79)),
            ])
    }

    @Test func aPasteIsDataAndNeverKeys() {
        var decoder = InputDecoder()
        let events = decoder.feed(Array("\u{1b}[200~ls\r\n\u{3}\u{1b}[A你\u{1b}[201~x".utf8))
        #expect(events == [.paste("ls\r\n\u{3}\u{1b}[A你"), .key(Key(.character("x")))])
    }

    @Test func aLongPasteComesInPartsCutBetweenCharacters() {
        var decoder = InputDecoder()
        let text = String(repeating: "粘贴\r\nx", count: 400_000)
        let events = decoder.feed(Array("\u{1b}[200~\(text)\u{1b}[201~".utf8))
        var joined = ""
        for case .paste(let part) in events {
            #expect(part.utf8.count <= 1 << 20)
            #expect(part.utf8.last != 0x0d)
            joined += part
        }
        #expect(events.count > 3)
        #expect(joined.utf8.elementsEqual(text.utf8))
    }

    @Test func aPasteThatPausesGoesOnToItsEnd() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Array("\u{1b}[200~half".utf8)).isEmpty)
        #expect(decoder.pendingTimeout == .seconds(2))
        #expect(decoder.timeout() == [.paste("half")])
        #expect(decoder.pendingTimeout == nil)
        #expect(decoder.feed(Array("and\r".utf8)).isEmpty)
        #expect(decoder.pendingTimeout == .milliseconds(50))
        #expect(decoder.timeout() == [.paste("and\r")])
        #expect(
            decoder.feed(Array("half\r\u{1b}[201~\r".utf8)) == [
                .paste("half\r"), .key(Key(.enter)),
            ])
    }

    /// A character and the mark of the end may be cut by the pause.
    @Test(arguments: ["a你b", "a\r\nb", "🦊\u{1b}[31m", "x\u{1b}[20y"])
    func aPasteMayPauseAnywhere(text: String) {
        let bytes = Array("\u{1b}[200~\(text)\u{1b}[201~".utf8)
        for place in 6...bytes.count {
            var decoder = InputDecoder()
            let events =
                decoder.feed(Array(bytes[..<place])) + decoder.timeout()
                + decoder.feed(Array(bytes[place...]))
            let pasted = events.map { if case .paste(let part) = $0 { part } else { "?" } }.joined()
            // A sequence after a pause is a key: a text that holds one may end there.
            if !text.contains("\u{1b}") {
                #expect(pasted.utf8.elementsEqual(text.utf8), "\(place)")
            }
            #expect(!events.contains(.key(Key(.enter))))
            #expect(decoder.feed([0x7a]) == [.key(Key(.character("z")))], "\(place)")
        }
    }

    @Test func whatTheTerminalReportsMeanwhileDoesNotEndAPaste() {
        var decoder = InputDecoder()
        _ = decoder.feed(Array("\u{1b}[200~half".utf8)) + decoder.timeout()
        let events = decoder.feed(Array("\u{1b}[I\u{1b}[<0;1;1Mx\r\u{1b}[201~\r".utf8))
        let press = InputEvent.mouse(Mouse(.press, at: Point(row: 0, column: 0)))
        #expect(events == [.focus(true), press, .paste("x\r"), .key(Key(.enter))])
    }

    @Test(arguments: [("\u{1b}[A", "<up>"), ("\u{3}", "<c-c>"), ("\u{7f}", "<backspace>")])
    func aPasteThatNeverEndsIsLeftByAKeyThatNoTextHolds(bytes: String, key: String) {
        var decoder = InputDecoder()
        _ = decoder.feed(Array("\u{1b}[200~half".utf8)) + decoder.timeout()
        let events = decoder.feed(Array("x\r\(bytes)\r".utf8))
        #expect(events.first == .paste("x\r"))
        #expect(events.dropFirst().map(described) == [key, "<enter>"])
    }

    @Test func aLoneEscapeIsAKeyAfterAMoment() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1b]).isEmpty)
        #expect(decoder.pendingTimeout == .milliseconds(25))
        #expect(decoder.timeout() == [.key(Key(.escape))])
        #expect(decoder.feed([0x1b, 0x1b]) == [.key(Key(.escape))])
        #expect(decoder.timeout() == [.key(Key(.escape))])
        #expect(decoder.timeout().isEmpty)
    }

    @Test func aBracketAfterAltIsAKeyAfterAMomentAndAHalfSequenceIsNothing() {
        var decoder = InputDecoder()
        for (bytes, key) in [("\u{1b}[", "<a-[>"), ("\u{1b}O", "<a-O>"), ("\u{1b}]", "<a-]>")] {
            #expect(decoder.feed(Array(bytes.utf8)).isEmpty)
            #expect(decoder.timeout().map(described) == [key])
        }
        #expect(decoder.feed(Array("\u{1b}[1;5".utf8)).isEmpty)
        #expect(decoder.timeout().isEmpty)
    }

    @Test func aCharacterCutBetweenReadsIsWhole() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0xe4, 0xbd]).isEmpty)
        #expect(decoder.pendingTimeout == nil)
        #expect(decoder.feed([0xa0]) == [.key(Key(.character("你")))])
    }

    @Test func invalidBytesAreMarkedAndEatNoText() {
        var decoder = InputDecoder()
        let events = decoder.feed([0xff, 0x61, 0xe4, 0x62, 0xc0, 0xed, 0xa0, 0x63]).map(described)
        #expect(
            events == ["\u{fffd}", "a", "\u{fffd}", "b", "\u{fffd}", "\u{fffd}", "\u{fffd}", "c"])
        #expect(decoder.feed([0xc2, 0x9b]).isEmpty)
    }

    @Test func anyBytesCutAnywhereGiveTheSameEvents() {
        var dice = Dice(11)
        for round in 0..<20_000 {
            let bytes = randomInput(&dice)
            var (whole, parts) = (InputDecoder(), InputDecoder())
            whole.expectsCursorPosition = round % 2 == 0
            parts.expectsCursorPosition = round % 2 == 0
            var events: [InputEvent] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...rest.count, using: &dice)
                events += parts.feed(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            let expected = whole.feed(bytes)
            if events != expected { Issue.record("\(bytes)") }
            let (last, lastOfParts) = (whole.timeout(), parts.timeout())
            if last != lastOfParts || whole.pendingTimeout != nil { Issue.record("\(bytes)") }
            if let typed = (events + last).first(where: isControl) {
                Issue.record("\(bytes) \(typed)")
            }
        }
    }

    /// A key whose character is a control: none may be, or a paste could look like keys.
    private func isControl(_ event: InputEvent) -> Bool {
        guard case .key(let key) = event, case .character(let character) = key.code else {
            return false
        }
        return character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    private func randomInput(_ dice: inout Dice) -> [UInt8] {
        let parts = [
            "\u{1b}", "[", "O", "<", "200~", "\u{1b}[200~", "\u{1b}[201~", "1", ";", "5", "A", "~",
            "M", "m",
            "u", "R", "你", "\u{1b}]", "\u{7}", "\\", "x", "\r", "?", "$", "\u{18}",
            "\u{1b}[<0;3;4M",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...20, using: &dice) {
            if Int.random(in: 0..<4, using: &dice) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &dice))
            } else {
                bytes += Array(parts[.random(in: 0..<parts.count, using: &dice)].utf8)
            }
        }
        return bytes
    }

    private func described(_ event: InputEvent) -> String {
        guard case .key(let key) = event else { return "\(event)" }
        return key.description
    }
}
