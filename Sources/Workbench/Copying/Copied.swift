import ScreenKit
package import Words

/// Where a text that was copied has gone.
package enum Copied: Sendable, Hashable {
    /// To a terminal that takes it.
    case clipboard
    /// To a terminal of which nobody knows, and into a file.
    case clipboardAndFile(String)
    /// The terminal has no clipboard that can be reached.
    case file(String)
    /// It is too much for the terminal.
    case longInFile(String)
    /// Neither way is there, and why not.
    case nowhere(Phrase)
}

extension State {
    /// Says how much was copied, and where it is.
    mutating func say(copied: Copied, _ text: String) {
        let amount = Phrase.amount(
            characters: text.count,
            lines: text.split(separator: "\n", omittingEmptySubsequences: false).count)
        switch copied {
        case .clipboard: screen.notice = Notice(.sentToClipboard(amount))
        case .clipboardAndFile(let file):
            screen.notice = Notice(
                .sentToClipboard(amount, andTo: file), details: .clipboardIsUnsure(amount, file))
        case .file(let file):
            screen.notice = Notice(.inFile(amount, file), details: .noClipboard(amount, file))
        case .longInFile(let file):
            screen.notice = Notice(
                .inFile(amount, file), details: .tooLongForClipboard(amount, file))
        case .nowhere(let reason):
            screen.notice = Notice(.notCopied(reason), isError: true)
        }
    }
}
