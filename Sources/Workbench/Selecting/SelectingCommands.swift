import ScreenKit
import Words

extension KeyContext {
    /// While keys move the end of a selection.
    static let selection: KeyContext = "selection"
}

/// Selecting text by keys.
extension Command {
    static let ofSelecting = [
        selectWords, selectLines, selectLeft, selectRight, selectWordBefore, selectWordAfter,
        selectRowStart, selectRowEnd, selectOtherEnd, selectFromHere, copySelected,
    ]

    package static let selectWords = Command(
        "select.words", .selectWords, .reading, keys: ["v"], .selectWordsHelp
    ) { $0.selectByKeys(.words) }

    package static let selectLines = Command(
        "select.lines", .selectLines, .reading, keys: ["V"], .selectLinesHelp
    ) { $0.selectByKeys(.lines) }

    // MARK: While something is selected

    package static let selectLeft = Command(
        "select.left", .selectLeft, .selection, keys: ["h", "<left>"]
    ) { $0.moveHead(.left) }

    package static let selectRight = Command(
        "select.right", .selectRight, .selection, keys: ["l", "<right>"]
    ) { $0.moveHead(.right) }

    package static let selectWordBefore = Command(
        "select.word-before", .selectWordBefore, .selection, keys: ["b", "<c-left>"]
    ) { $0.moveHead(.wordLeft) }

    package static let selectWordAfter = Command(
        "select.word-after", .selectWordAfter, .selection, keys: ["w", "<c-right>"]
    ) { $0.moveHead(.wordRight) }

    package static let selectRowStart = Command(
        "select.row-start", .selectRowStart, .selection, keys: ["0", "<home>"]
    ) { $0.moveHead(.rowStart) }

    package static let selectRowEnd = Command(
        "select.row-end", .selectRowEnd, .selection, keys: ["$", "<end>"]
    ) { $0.moveHead(.rowEnd) }

    package static let selectOtherEnd = Command(
        "select.other-end", .selectOtherEnd, .selection, keys: ["o"], .selectOtherEndHelp
    ) { $0.goToOtherEnd() }

    package static let selectFromHere = Command(
        "select.from-here", .selectFromHere, .selection, keys: ["<space>"], .selectFromHereHelp
    ) { $0.beginSelectionHere() }

    package static let copySelected = Command(
        "select.copy", .copySelected, .selection, keys: ["<enter>"]
    ) { $0.copyWhatIsShown() }
}

extension State {
    var selectionOffers: PaneOffers {
        PaneOffers(here: [
            (.copy, .copyOffer), (.selectWordAfter, .wordOffer), (.selectLines, .linesOffer),
            (.selectFromHere, .fromHereOffer), (.selectOtherEnd, .otherEndOffer),
            (.back, .letGoOffer),
        ])
    }
}
