import ScreenKit
import Testing

struct KeyTests {
    @Test(arguments: [
        ("j", Key(.character("j"))), ("G", Key(.character("G"))),
        ("<c-s>", Key(.character("s"), .control)),
        ("<a-enter>", Key(.enter, .alt)), ("<s-tab>", Key(.tab, .shift)),
        ("<f12>", Key(.function(12))),
        ("<space>", Key(.character(" "))), ("<lt>", Key(.character("<"))),
        (">", Key(.character(">"))),
        ("<c-a-s-up>", Key(.up, [.control, .alt, .shift])), ("<esc>", Key(.escape)),
        ("-", Key(.character("-"))),
        ("<c-->", Key(.character("-"), .control)), ("你", Key(.character("你"))),
        ("<a-1>", Key(.character("1"), .alt)),
    ])
    func aKeyIsWrittenAndReadBack(text: String, key: Key) {
        #expect(Key(text) == key)
        #expect(Key(key.description) == key)
    }

    @Test(arguments: [
        ("<s-g>", "G"), ("<C-S>", "<c-s>"), ("<ctrl-s>", "<c-s>"), ("<m-x>", "<a-x>"),
        ("<return>", "<enter>"),
        ("<c-s-a>", "<c-s-a>"), ("<gt>", "<gt>"), ("<a-G>", "<a-G>"), ("<PageUp>", "<pageup>"),
    ])
    func otherSpellingsMeanTheSameKey(text: String, written: String) {
        #expect(Key(text)?.description == written)
    }

    @Test(arguments: ["", "ab", "<", "<>", "<c->", "<nokey>", "<f0>", "<f99>", "<c-nokey>", "c-s"])
    func whatIsNoKeyIsRefused(text: String) {
        #expect(Key(text) == nil)
    }

    @Test func aKeyHasALabelForPeople() {
        let labels = ["<c-s>", "<a-enter>", "<s-tab>", "<pageup>", "<esc>", "<lt>", "?", "<space>"]
            .map {
                Key($0)?.label
            }
        #expect(
            labels == ["ctrl-s", "alt-enter", "shift-tab", "page up", "esc", "<", "?", "space"])
    }

    @Test func everyKeyReadsBackFromItsName() {
        let codes: [Key.Code] =
            [
                .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
                .home, .end,
                .pageUp, .pageDown, .function(1), .function(20),
            ] + (0x20..<0x7f).map { .character(Character(Unicode.Scalar($0))) }
        for code in codes {
            for raw in UInt8(0)..<8 {
                let key = Key(code, Key.Modifiers(rawValue: raw)).normalized
                #expect(Key(key.description) == key, "\(key)")
            }
        }
    }
}

struct KeymapTests {
    @Test func twoCommandsOnOneKeyInOneContextAreNamed() throws {
        var keymap = Keymap<String>()
        let key = Key(.character("s"), .control)
        try keymap.bind(key, to: "save", in: "editor")
        try keymap.bind(key, to: "save", in: "editor")
        try keymap.bind(key, to: "search", in: "list")
        let conflict = #expect(throws: Keymap<String>.Conflict.self) {
            try keymap.bind(key, to: "stop", in: "editor")
        }
        #expect(conflict?.first == "save")
        #expect(conflict?.second == "stop")
        #expect(conflict?.key == key)
        #expect(conflict?.context == "editor")
        #expect(keymap.bindings.count == 2)
    }

    @Test func theNearestContextAnswersFirst() throws {
        var keymap = Keymap<String>()
        try keymap.bind(Key(.escape), to: "close", in: "dialog")
        try keymap.bind(Key(.escape), to: "back", in: "everywhere")
        try keymap.bind(Key(.function(1)), to: "help", in: "everywhere")
        #expect(keymap.command(for: Key(.escape), in: ["dialog", "everywhere"]) == "close")
        #expect(keymap.command(for: Key(.function(1)), in: ["dialog", "everywhere"]) == "help")
        #expect(keymap.command(for: Key(.escape), in: ["everywhere"]) == "back")
        #expect(keymap.command(for: Key(.tab), in: ["dialog", "everywhere"]) == nil)
    }

    @Test func keysCanBeTakenAwayAndGivenAnew() throws {
        var keymap = Keymap<String>()
        try keymap.bind(Key(.enter), to: "send", in: "composer")
        try keymap.bind(Key(.character("j"), .control), to: "newline", in: "composer")
        try keymap.bind(Key(.enter, .alt), to: "newline", in: "composer")
        #expect(keymap.keys(for: "newline").map(\.description) == ["<c-j>", "<a-enter>"])
        keymap.unbind("newline")
        #expect(keymap.command(for: Key(.enter, .alt), in: ["composer"]) == nil)
        keymap.unbind(Key(.enter), in: "composer")
        try keymap.bind(Key(.enter), to: "newline", in: "composer")
        #expect(keymap.command(for: Key(.enter), in: ["composer"]) == "newline")
        #expect(keymap.keys(for: "send").isEmpty)
        #expect(keymap.keys(for: "newline") == [Key(.enter)])
    }

    /// A command's keys are told as long as they mean it anywhere.
    @Test func aKeyOfTwoContextsIsTakenAwayInBoth() throws {
        var keymap = Keymap<String>()
        for context: KeyContext in ["list", "dialog"] {
            try keymap.bind(Key(.escape), to: "close", in: context)
        }
        keymap.unbind(Key(.escape), in: "list")
        #expect(keymap.keys(for: "close") == [Key(.escape)])
        keymap.unbind(Key(.escape), in: "dialog")
        #expect(keymap.keys(for: "close").isEmpty)
        keymap.unbind(Key(.escape), in: "dialog")
    }

    @Test func aKeyIsFoundInWhateverFormATerminalSendsIt() throws {
        var keymap = Keymap<String>()
        try keymap.bind(Key(.character("G")), to: "end", in: "list")
        #expect(keymap.command(for: Key(.character("g"), .shift), in: ["list"]) == "end")
    }
}
