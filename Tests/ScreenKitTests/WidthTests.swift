import ScreenKit
import Testing

struct WidthTests {
    @Test(arguments: [
        ("a", 1), ("é", 1), ("e\u{301}", 1), ("你", 2), ("，", 2), ("「", 2), ("ｱ", 1), ("가", 2),
        ("\u{1112}\u{1161}\u{11ab}", 2), ("…", 1), ("—", 1), ("“", 1), ("●", 1), ("│", 1),
        ("❤", 1), ("❤️", 2), ("⚠️", 2), ("1️⃣", 2), ("☎️", 2), ("⌚", 2), ("👍", 2), ("👍🏽", 2),
        ("🇨🇳", 2), ("👨‍👩‍👧", 2), ("🏳️‍🌈", 2), ("\u{1FAE8}", 2), ("\u{1FAE9}", 2),
        ("\u{20000}", 2), ("\u{31350}", 2), ("𝒳", 1), ("ا", 1), ("שׁ", 1), ("क्षि", 3), ("ก็", 1),
        ("☰", 2), ("½", 1), ("㈱", 2), ("\u{3000}", 2), ("\u{e0b0}", 1),
    ])
    func aModernTerminalDrawsAClusterInAsManyColumns(text: String, columns: Int) {
        #expect(Width.of(text, .modern) == columns)
    }

    @Test(arguments: [
        ("❤️", "❤"), ("1️⃣", "1\u{20e3}"), ("⌚\u{fe0e}", "⌚"), ("👍🏽", "👍"), ("🇨🇳", "[CN]"),
        ("🇨", "[C]"), ("👨‍👩‍👧", "👨👩👧"), ("🏳️‍🌈", "🏳🌈"), ("👩🏽‍💻", "👩💻"), ("\u{1FAE8}", "▯"),
        ("\u{31350}", "▯"), ("☰", "▯"),
        ("🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}", "[GBWLS]"),
    ])
    func whatAnOlderTerminalMeasuresOtherwiseIsSubstituted(text: String, shown: String) {
        #expect(written(text).lines == [shown])
        #expect(Width.of(text) == Width.of(shown))
    }

    @Test func eachKindOfClusterIsShownOnceTheTerminalIsKnownToDrawIt() {
        var profile = WidthProfile.conservative
        profile.skinTone = true
        profile.flags = true
        #expect(written("👍🏽🇨🇳❤️\u{1FAE8}", profile).lines == ["👍🏽🇨🇳❤▯"])
        // A stand-in takes on no skin tone and no selector.
        #expect(written("\u{1faf7}\u{1f3fd}\u{1fae8}\u{fe0f}", profile).lines == ["▯▯"])
        profile.vs16 = true
        #expect(written("\u{1fae8}\u{fe0f}x", profile).lines == ["▯x"])
        profile.newEmoji = true
        #expect(written("👍🏽🇨🇳❤️\u{1FAE8}", profile).lines == ["👍🏽🇨🇳❤️\u{1FAE8}"])
    }

    @Test func noCellHoldsMoreScalarsThanATerminalTakes() {
        let family = "👨‍👩‍👧‍👦"
        #expect(written(family, .modern).lines == ["👨‍👩‍👧👦"])
        #expect(written("👩‍👩‍👧", .modern).lines == ["👩‍👩‍👧"])
    }

    @Test func ambiguousCharactersAreWideWhereTheTerminalIsSetSo() {
        var profile = WidthProfile.modern
        profile.ambiguousWide = true
        #expect(Width.of("…—“●☎", profile) == 10)
        #expect(Width.of("a你é", profile) == 5)
    }

    @Test func everyScalarHasTheWidthThatTheCLibraryIsTold() {
        #expect(scalarWidth(0) == 0)
        #expect(scalarWidth(0x1b) == -1)
        #expect(scalarWidth(0x9b) == -1)
        #expect(scalarWidth(0x202e) == -1)
        #expect(scalarWidth(0x301) == 0)
        #expect(scalarWidth(0x4f60) == 2)
        #expect(scalarWidth(0x1fae8) == 2)
        #expect(scalarWidth(0xffff_ffff) == -1)
        #expect(scalarWidth(0x10fffd) == 1)
        #expect(scalarWidth(0x10ffff) == -1)
    }

    @Test func theTableAgreesWithTheStandardLibraryAboutWhatIsAssigned() {
        for value in UInt32(0x80)...0x10ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isShown = scalarWidth(value) >= 0
            if isNeverShown(scalar) != !isShown {
                Issue.record("U+\(String(value, radix: 16)) is shown: \(isShown)")
            }
        }
    }

    @Test func textIsTruncatedWithAnEllipsisAtACluster() {
        #expect(Width.truncate("conversation", to: 6) == "conve…")
        #expect(Width.truncate("你好世界", to: 6) == "你好…")
        #expect(Width.truncate("你好", to: 4) == "你好")
        #expect(Width.truncate("你好", to: 0) == "")
    }

    /// By the standard library's Unicode data, so that the table is held against another source.
    private func isNeverShown(_ scalar: Unicode.Scalar) -> Bool {
        let isJoinerOrSelector = [0x200c, 0x200d, 0xfe0e, 0xfe0f].contains(scalar.value)
        if isJoinerOrSelector { return false }
        // Marks that the C library does not know have no stand-in of no columns.
        if scalar.properties.generalCategory == .nonspacingMark, scalarWidth(scalar.value) < 0 {
            return true
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
            return true
        default:
            return scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
