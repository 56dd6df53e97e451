import ScreenKit
import Testing

/// Whatever is written, nothing gets into a cell that could drive a terminal or deceive its reader.
struct SanitizerTests {
    @Test(arguments: Attack.all)
    func anAttackIsShownAndNotDone(_ attack: Attack) {
        for profile in [WidthProfile.conservative, .modern] {
            let grid = written(attack.text, columns: 400, profile)
            #expect(forbidden(in: grid).isEmpty, "\(attack.name)")
            #expect(brokenHalves(grid).isEmpty)
            #expect(grid.lines[0].contains(attack.shown), "\(attack.name): \(grid.lines[0])")
        }
    }

    @Test func whatIsMadeVisibleHasAFaceOfItsOwn() {
        let grid = written("a\u{1b}[31mb")
        #expect(grid.lines == ["a^[[31mb"])
        #expect(grid.text(row: 0, in: .escaped) == ["^["])
    }

    @Test func joinersStayWhereTheySpell() {
        #expect(written("می‌خواهم").lines == ["می‌خواهم"])
        #expect(written("क्‍ष").lines == ["क्‍ष"])
        #expect(written("ab\u{200d}c").lines == ["ab<U+200D>c"])
        #expect(written("م\u{200d}\u{200d}").lines == ["م\u{200d}<U+200D>"])
    }

    @Test func marksBeyondFourAreCountedOut() {
        let marks = String(repeating: "\u{301}", count: 9)
        #expect(written("e" + marks).lines == ["e\u{301}\u{301}\u{301}\u{301}…"])
        #expect(written("\u{301}x").lines == ["◌\u{301}x"])
    }

    @Test func textOfAllLanguagesIsLeftAsItIs() {
        for text in [
            "你好，世界。", "こんにちは", "안녕하세요", "Привет", "שָׁלוֹם", "مرحبا", "हिन्दी", "ไทย", "Tiếng Việt",
            "\u{fffd}",
        ] {
            #expect(written(text).lines == [text])
            #expect(written(text).text(row: 0, in: .escaped).isEmpty)
        }
    }

    /// 200,000 strings of random scalars, weighted towards what does harm.
    @Test func noRandomTextPutsAnythingForbiddenIntoACell() {
        var dice = Dice(42)
        var grids = [
            Grid(Size(rows: 1, columns: 48)), Grid(Size(rows: 1, columns: 48), profile: .modern),
        ]
        for round in 0..<200_000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...6, using: &dice) { scalars.append(scalar(&dice)) }
            let text = String(scalars)
            let index = round % 2
            let (width, used) = grids[index].draw { canvas in
                canvas.fill()
                let used = canvas.write(text, at: Point(row: 0, column: 0))
                return (Width.of(text, canvas.profile), used)
            }
            if used != min(48, width) || !forbidden(in: grids[index], upTo: used).isEmpty {
                Issue.record(
                    "\(text.unicodeScalars.map { String($0.value, radix: 16) }) \(used) \(width)")
            }
            if round % 1000 < 2 {
                grids[index] = Grid(Size(rows: 1, columns: 48), profile: grids[index].profile)
            }
        }
    }

    private func scalar(_ dice: inout Dice) -> Unicode.Scalar {
        let nasty: [ClosedRange<UInt32>] = [
            0...0x1f, 0x7f...0x9f, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f,
            0xfe00...0xfe0f,
            0xe0000...0xe01ef, 0x300...0x36f, 0x1f1e6...0x1f1ff, 0x1f3fb...0x1f3ff,
            0x1f466...0x1f469,
            0x1fa70...0x1faff, 0x600...0x6ff, 0x900...0x9ff, 0x1100...0x11ff, 0x20...0x7e,
            0x4e00...0x4e10, 0x1f3f4...0x1f3f4, 0x20d0...0x20f0, 0x2600...0x27bf, 0...0x10ffff,
        ]
        while true {
            let range = nasty[.random(in: 0..<nasty.count, using: &dice)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &dice)) { return scalar }
        }
    }
}

/// Scalars in a grid that must not be there, by the standard library's Unicode data.
func forbidden(in grid: Grid, upTo columns: Int? = nil) -> [String] {
    var found: [String] = []
    for cell in grid.cells.prefix(columns ?? grid.cells.count) {
        if cell.glyph >= 0x20, cell.glyph < 0x7f { continue }
        let scalars = Array(grid.text(of: cell).unicodeScalars)
        if scalars.count > 5 { found.append("too many") }
        for (index, scalar) in scalars.enumerated()
        where isForbidden(scalar, at: index, in: scalars) {
            found.append(String(scalar.value, radix: 16))
        }
    }
    return found
}

private func isForbidden(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar])
    -> Bool
{
    switch scalar.value {
    case 0x200c, 0x200d: return index == 0 || !takesJoiner(scalars[index - 1])
    case 0xfe0f: return index == 0 || !scalars[index - 1].properties.isEmoji
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
        return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
}

private func takesJoiner(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isEmoji && scalar.value > 0x7f || scalar.value == 0xfe0f { return true }
    return (0x600...0x18ff).contains(scalar.value) || (0xfb50...0xfeff).contains(scalar.value)
}

/// A text that somebody sends to make a terminal or a reader do something.
struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let shown: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ shown: String) {
        (self.name, self.text, self.shown) = (name, text, shown)
    }

    static let all: [Attack] = [
        Attack("colour", "\u{1b}[31mred", "^[[31mred"),
        Attack("clear screen", "\u{1b}[2J\u{1b}[H", "^[[2J^[[H"),
        Attack("repaint the line above", "\u{1b}[24D\u{1b}[K", "^[[24D^[[K"),
        Attack("clipboard by OSC 52", "\u{1b}]52;c;cm0gLXJm\u{7}", "^[]52;c;cm0gLXJm^G"),
        Attack("clipboard query", "\u{1b}]52;c;?\u{1b}\\", "^[]52;c;?^[\\"),
        Attack("window title", "\u{1b}]0;title\u{7}", "^[]0;title^G"),
        Attack("title report", "\u{1b}[21t", "^[[21t"),
        Attack(
            "hyperlink", "\u{1b}]8;;http://evil\u{1b}\\ok\u{1b}]8;;\u{1b}\\",
            "^[]8;;http://evil^[\\ok"),
        Attack("font query, CVE-2022-45063", "\u{1b}]50;?\u{7}", "^[]50;?^G"),
        Attack("rxvt graphics, CVE-2021-33477", "\u{1b}GQ", "^[GQ"),
        Attack("DECRQSS echo, CVE-2008-2383", "\u{1b}P$q\n;ls\n\u{1b}\\", "^[P$q^J;ls^J^[\\"),
        Attack("answerback", "\u{5}", "^E"),
        Attack("device attributes", "\u{1b}[c", "^[[c"),
        Attack("cursor report", "\u{1b}[6n", "^[[6n"),
        Attack("mode query", "\u{1b}[?2026$p", "^[[?2026$p"),
        Attack("leave the alternate screen", "\u{1b}[?1049l", "^[[?1049l"),
        Attack("hide the cursor", "\u{1b}[?25l", "^[[?25l"),
        Attack("mouse on", "\u{1b}[?1003h", "^[[?1003h"),
        Attack("end a paste", "\u{1b}[201~rm -rf", "^[[201~rm -rf"),
        Attack("scroll region", "\u{1b}[1;1r", "^[[1;1r"),
        Attack("insert lines", "\u{1b}[9999L", "^[[9999L"),
        Attack("repeat a character", "a\u{1b}[2147483647b", "a^[[2147483647b"),
        Attack("reset", "\u{1b}c", "^[c"),
        Attack("screen alignment", "\u{1b}#8", "^[#8"),
        Attack("character set", "\u{e}lqqk\u{f}", "^Nlqqk^O"),
        Attack("line drawing by designation", "\u{1b}(0x", "^[(0x"),
        Attack("sixel", "\u{1b}Pq#0;2;0;0;0\u{1b}\\", "^[Pq#0"),
        Attack("kitty graphics", "\u{1b}_Gf=24;AAAA\u{1b}\\", "^[_Gf=24"),
        Attack("iTerm2 file", "\u{1b}]1337;File=name=YQ==:AAAA\u{7}", "^[]1337;File"),
        Attack("notification", "\u{1b}]9;hello\u{7}", "^[]9;hello^G"),
        Attack(
            "tmux passthrough", "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;AA\u{7}\u{1b}\\", "^[Ptmux;^[^[]52"),
        Attack("screen title", "\u{1b}kname\u{1b}\\", "^[kname^[\\"),
        Attack("privacy message", "\u{1b}^x\u{1b}\\", "^[^x"),
        Attack("start of string", "\u{1b}Xx\u{1b}\\", "^[Xx"),
        Attack("C1 control sequence", "\u{9b}31m", "<9B>31m"),
        Attack("C1 operating system command", "\u{9d}0;t\u{9c}", "<9D>0;t<9C>"),
        Attack("C1 device control", "\u{90}x\u{9c}", "<90>x"),
        Attack("C1 next line", "a\u{85}b", "a<85>b"),
        Attack("C1 reverse index", "\u{8d}", "<8D>"),
        Attack("bell", "\u{7}", "^G"),
        Attack("backspace over text", "safe\u{8}\u{8}\u{8}\u{8}evil", "safe^H^H^H^Hevil"),
        Attack("return over text", "safe\revil", "safe^Mevil"),
        Attack("newline out of the line", "a\nb", "a^Jb"),
        Attack("CR LF", "a\r\nb", "a^M^Jb"),
        Attack("form feed", "\u{c}", "^L"),
        Attack("vertical tab", "\u{b}", "^K"),
        Attack("NUL", "a\u{0}b", "a^@b"),
        Attack("delete", "a\u{7f}", "a^?"),
        Attack("flow control", "\u{13}\u{11}", "^S^Q"),
        Attack("cancel", "\u{18}\u{1a}", "^X^Z"),
        Attack("right-to-left override", "gpj.\u{202e}exe", "gpj.<U+202E>exe"),
        Attack("isolates, Trojan Source", "a\u{2066}b\u{2069}", "a<U+2066>b<U+2069>"),
        Attack("embeddings", "\u{202a}\u{202b}\u{202c}", "<U+202A><U+202B><U+202C>"),
        Attack("direction marks", "\u{200e}\u{200f}\u{61c}", "<U+200E><U+200F><U+061C>"),
        Attack("zero-width space", "pay\u{200b}pal", "pay<U+200B>pal"),
        Attack("zero-width joiner in Latin", "pay\u{200d}pal", "pay<U+200D>pal"),
        Attack("word joiner", "a\u{2060}b", "a<U+2060>b"),
        Attack("byte order mark", "\u{feff}a", "<U+FEFF>a"),
        Attack("soft hyphen", "pay\u{ad}pal", "pay<U+00AD>pal"),
        Attack("line separator", "a\u{2028}b\u{2029}", "a<U+2028>b<U+2029>"),
        Attack("invisible operators", "\u{2061}\u{2064}", "<U+2061><U+2064>"),
        Attack("annotations", "\u{fff9}a\u{fffa}b\u{fffb}", "<U+FFF9>a<U+FFFA>b<U+FFFB>"),
        Attack("fillers", "\u{115f}\u{1160}\u{3164}\u{ffa0}", "<U+115F><U+1160><U+3164><U+FFA0>"),
        Attack("tags", "\u{e0041}\u{e0042}", "<U+E0041><U+E0042>"),
        Attack("tags behind a flag", "🏴\u{e0069}\u{e0067}\u{e006e}", "<U+E0069><U+E0067><U+E006E>"),
        Attack("bytes in selectors", "👍\u{fe00}\u{fe0f}\u{e0100}", "<U+FE00><U+FE0F><U+E0100>"),
        Attack("selector after a letter", "a\u{fe0f}", "a<U+FE0F>"),
        Attack("grapheme joiner", "a\u{34f}b", "a<U+034F>b"),
        Attack("Mongolian separator", "a\u{180e}", "a<U+180E>"),
        Attack("noncharacter", "\u{fffe}\u{1ffff}", "<U+FFFE><U+1FFFF>"),
        Attack("unassigned", "\u{378}\u{e0fff}", "<U+0378><U+E0FFF>"),
        Attack("escape before a mark", "\u{1b}\u{301}[31m", "^[◌\u{301}[31m"),
        Attack("escape inside emoji", "👨\u{200d}\u{1b}[31m", "<U+200D>^[[31m"),
        Attack("musical format", "\u{1d173}", "<U+1D173>"),
    ]
}
