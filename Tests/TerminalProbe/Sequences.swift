/// Text of which terminals know different widths: emoji in all their forms, Chinese, the scripts of
/// South and South-East Asia, what combines.
enum Sequences {
    static let all = emoji + toned + flags + keycaps + joined + chinese + southern + combined

    private static func text(_ values: [UInt32]) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: values.compactMap(Unicode.Scalar.init))
        return text
    }

    private static func scalars(_ range: ClosedRange<UInt32>) -> [Unicode.Scalar] {
        range.compactMap(Unicode.Scalar.init).filter {
            $0.properties.generalCategory != .unassigned
        }
    }

    // MARK: Emoji

    private static let pictures = scalars(0x203C...0x1FAFF).filter(\.properties.isEmoji)

    /// Each as it is, and in the form that it does not have by itself.
    private static let emoji = pictures.flatMap { picture in
        let other: UInt32 = picture.properties.isEmojiPresentation ? 0xFE0E : 0xFE0F
        return [String(picture), text([picture.value, other])]
    }

    private static let tones: [UInt32] = [0x1F3FB, 0x1F3FC, 0x1F3FD, 0x1F3FE, 0x1F3FF]

    private static let toned = pictures.filter(\.properties.isEmojiModifierBase)
        .flatMap { base in tones.map { text([base.value, $0]) } }

    private static let flags =
        (0x1F1E6...0x1F1FF).flatMap { first in
            (0x1F1E6...0x1F1FF).map { text([first, $0]) }
        } + ["\u{1F1E8}", "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}", "🏴\u{200D}☠️"]

    private static let keycaps = "0123456789#".unicodeScalars.flatMap {
        [text([$0.value, 0xFE0F, 0x20E3]), text([$0.value, 0x20E3]), text([$0.value, 0xFE0F])]
    }

    private static let joined = people + gestures + families

    private static let people = ["👨", "👩", "🧑"].flatMap { person in
        ["⚕️", "⚖️", "✈️", "🌾", "🍳", "🎓", "🎤", "🎨", "🏫", "🏭", "💻", "💼", "🔧", "🔬", "🚀", "🚒", "🦯"]
            .flatMap { thing in
                ([""] + tones.map { text([$0]) }).map { person + $0 + "\u{200D}" + thing }
            }
    }

    private static let gestures = "🏃🏄🏊👮👱👳👷💁💂💆💇🙅🙆🙇🙋🙍🙎🚣🚴🚵🚶🤦🤷🤸🤹🦸🦹🧖🧗🧘🧙🧚🧛🧜🧝".unicodeScalars
        .flatMap { base in
            ([[]] + tones.map { [$0] }).flatMap { tone in
                [0x2640, 0x2642].map { text([base.value] + tone + [0x200D, $0, 0xFE0F]) }
            }
        }

    private static let families = ["👨", "👩"].flatMap { first in
        ["👨", "👩"].flatMap { second in
            ["👦", "👧", "👦\u{200D}👦", "👧\u{200D}👦", "👧\u{200D}👧"].map {
                [first, second, $0].joined(separator: "\u{200D}")
            } + [
                "\(first)\u{200D}❤️\u{200D}\(second)", "\(first)\u{200D}❤️\u{200D}💋\u{200D}\(second)",
            ]
        }
    }

    // MARK: Scripts

    private static let chinese =
        stride(from: 0x4E00, to: 0x9FF0, by: 67).map { text([$0, $0 + 33, 0xFF0C]) }
        + stride(from: 0x3400, to: 0x4DB0, by: 331).map { "「" + text([$0]) + "」" }
        + stride(from: 0x20000, to: 0x2A6D0, by: 1777).map { text([$0, 0x3002]) }
        + stride(from: 0xFF01, to: 0xFFE6, by: 5).map { text([$0, 0x4E2D]) }
        + stride(from: 0xAC00, to: 0xD7A0, by: 257).map { text([$0]) }
        + (0x3041...0x30FF).map { text([$0]) }

    /// A letter with each sign of its script, and two letters with what joins them.
    private static let southern =
        (0..<9).flatMap { script(at: 0x0900 + 0x80 * $0) }
        + signs(0x0E01...0x0E2E, 7, 0x0E30...0x0E4E) + signs(0x0E81...0x0EAE, 7, 0x0EB0...0x0ECD)
        + signs(0x1000...0x1021, 9, 0x102B...0x103E) + signs(0x1780...0x17A2, 7, 0x17B6...0x17D3)
        + signs(0x0F40...0x0F6C, 9, 0x0F71...0x0F84)

    private static func script(at start: UInt32) -> [String] {
        let letters = scalars(start + 0x15...start + 0x39)
        let joiner = start + 0x4D
        return signs(start + 0x15...start + 0x39, 6, start + 0x3E...joiner)
            + zip(letters, letters.dropFirst(3)).map {
                text([$0.value, joiner, $1.value, start + 0x3F])
            }
    }

    private static func signs(
        _ letters: ClosedRange<UInt32>, _ step: Int, _ signs: ClosedRange<UInt32>
    ) -> [String] {
        scalars(letters).enumerated().filter { $0.offset % step == 0 }
            .flatMap { letter in
                scalars(signs).map { text([letter.element.value, $0.value, letter.element.value]) }
            }
    }

    private static let combined =
        "aeoLzΑж".unicodeScalars.flatMap { letter in
            (0x0300...0x036F).map { text([letter.value, $0]) }
        } + stride(from: 0x05D0, to: 0x05EB, by: 4).map { text([$0, 0x05B4, 0x05BC]) }
        + stride(from: 0x0621, to: 0x064A, by: 4).map { text([$0, 0x064F, 0x0651]) }
        + stride(from: 0x1100, to: 0x1113, by: 2).map { text([$0, 0x1161, 0x11AB]) }
        + [
            "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}", "x\u{20DD}", "中\u{303}", "ﷺ", "﷽",
            "꧅",
        ]
}
