import ScreenKit
import Words

/// A part of a turn's heading.
struct HeadingPart {
    var text: String
    var face: Face
    /// The number of the choice whose tab it is.
    var choice: Int?
}

extension Transcript.Entry {
    /// As many tabs as a heading has room for, around the one that is shown.
    private static let most = 9

    /// Its choices, where there are several: ` · choice 1 ‹2› 3`.
    func choiceTabs(_ language: Language, _ profile: WidthProfile) -> [HeadingPart] {
        guard hasChoices else { return [] }
        let (numbers, shown) = (choiceNumbers, shown)
        let first = max(0, min(shown - Self.most / 2, numbers.count - Self.most))
        let (open, close) = Symbols.of(profile).chosen
        let title = (Phrase(verbatim: " · ") + .choices).text(in: language)
        return [HeadingPart(text: title, face: Face(.turnNote))]
            + numbers.indices.dropFirst(first).prefix(Self.most).map { place in
                place == shown
                    ? HeadingPart(
                        text: " \(open)\(place + 1)\(close)", face: Face(.turnSiblings),
                        choice: numbers[place])
                    : HeadingPart(
                        text: " \(place + 1)", face: Face(.turnNote), choice: numbers[place])
            }
    }
}
