import Foundation
import ScreenKit
import Testing

@testable import Terminal

@Test func colorsAreTheNearestThatTheTerminalHas() {
    let orange = Color.rgb(255, 135, 0)
    #expect(Palette(count: 256).index(of: orange) == 208)
    #expect(Palette(count: 256).index(of: .palette(9)) == 9)
    #expect(Palette(count: 256).index(of: .rgb(8, 8, 8)) == 232)
    #expect(Palette(count: 8).index(of: .rgb(200, 10, 10)) == 1)
    #expect(Palette(count: 16).index(of: .palette(196)) == 9)
    #expect(Palette(count: 0).index(of: orange) == nil)
}

@Test func directColorsNeverTurnIntoPaletteColors() {
    let direct = Palette(count: 1 << 24)
    #expect(direct.index(of: .rgb(0x12, 0x34, 0x56)) == 0x123456)
    #expect(direct.index(of: .rgb(0, 0, 1)) == 8)
    #expect(direct.index(of: .palette(3)) == 3)
    #expect(direct.index(of: .palette(9)) == 0xFF0000)
}

@Test func base64IsWhatOthersMakeOfIt() {
    for length in 0..<70 {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
        #expect(Clipboard.base64(bytes) == Array(Data(bytes).base64EncodedString().utf8))
    }
}

@Test func aTextTooLongForTheClipboardIsRefused() {
    #expect(Clipboard.sequence(for: String(repeating: "a", count: 56_000)) != nil)
    #expect(Clipboard.sequence(for: String(repeating: "a", count: 57_000)) == nil)
}
