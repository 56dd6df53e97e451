import Testing
import Words

@testable import Settings
@testable import TOML

/// Whatever stands in a file: a table or a complaint with a place inside the text, never an end of
/// the process, never a reader that hangs.
struct TOMLFuzzTests {
    @Test func mutatedFilesAreReadOrComplainedOf() {
        var dice = Dice(seed: 1)
        let seeds = BuiltInThemes.texts.map { Array($0.1.utf8) } + [Array(everything.utf8)]
        var refused = 0
        for round in 0..<3000 {
            let bytes = dice.mutated(seeds[round % seeds.count])
            refused += check(String(decoding: bytes, as: UTF8.self)) ? 0 : 1
        }
        #expect(refused > 300)
    }

    @Test func randomWordsAreReadOrComplainedOf() {
        var dice = Dice(seed: 2)
        let words = [
            "[", "]", "{", "}", "=", ",", ".", "\"", "'", "\"\"\"", "'''", "\\", "\n", "\r\n", " ",
            "#", "a", "b", "1", "0x", "1e9", "-", "_", "true", "nan", "温", "\u{0}", "\u{FEFF}",
        ]
        for _ in 0..<10_000 {
            let length = 1 + dice.roll(12)
            _ = check((0..<length).map { _ in words[dice.roll(words.count)] }.joined())
        }
    }

    /// Whether the text was read.
    private func check(_ text: String) -> Bool {
        do throws(Complaint) {
            let table = try TOMLReader.read(text)
            _ = table.flattened
            _ = ThemeFile.read(text, name: "x")
            _ = ConfigurationFile.read(text).configuration.allProviders
            return true
        } catch {
            let lines = text.utf8.filter { $0 == 0x0A }.count + 1
            let line = error.position?.line ?? 0
            #expect((1...lines).contains(line), "\(error) in \(text.debugDescription)")
            #expect(!error.message.isEmpty)
            return false
        }
    }
}

private let everything = #"""
    provider = "ppio" # comment
    numbers = [1, -2.5e3, 0xff, 1_000, inf, true]
    dotted."na me".x = '''
    block''' 
    [keys]
    "answer.stop" = ["<c-c>", "\u00e9\n"]
    [providers.ppio]
    key_command = ["pass", "show"]
    inline = { a = 1, b.c = "d" }
    [providers.own]
    extends = "ppio"
    base_urls = ["https://a.example/v1", { url = "https://b.example", note = "" }]
    reasoning = { on = { think = true }, off = {}, history = "sent_back" }
    remove = ["seed"]
    prices = { currency = "CNY", "a/b" = { input = 1.5, output = 1e9 } }
    [providers.own.parameters.temperature]
    range = "(0, 1e300]"
    accepted = "0 to 2"
    default = inf
    slider = { from = -1e9, to = 1e9, step = 0.001 }
    [providers.own.parameters.top_k]
    range = "[-1e18, inf)"
    max = 9
    """#

/// SplitMix64: the same rolls from the same seed.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(sides))
    }

    /// A few bytes changed, added, or taken away, or the end cut off.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...roll(3) where !bytes.isEmpty {
            let place = roll(bytes.count)
            switch roll(4) {
            case 0: bytes[place] = UInt8(roll(256))
            case 1: bytes.insert(bytes[roll(bytes.count)], at: place)
            case 2: bytes.remove(at: place)
            default: bytes.removeLast(roll(min(bytes.count, 40)))
            }
        }
        return bytes
    }
}
