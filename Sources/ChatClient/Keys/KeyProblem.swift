internal import TOML

/// Why a place that should have a key has none.
enum KeyProblem: Error, Equatable {
    case cannotStart
    case tookTooLong(Duration)
    case wasInterrupted
    case tooMuch
    case failed(status: Int)
    case printedNothing
    case empty
    case unusable
    case openToOthers(path: String)
    case notOurs
    case isLink(path: String)
    case noFile(path: String)
    case unreadable
    case tooLong
    case isNoUTF8
    case isNoTOML(TextPosition)
    case hasTable(TextPosition)
    case isNoText(TextPosition)

    /// Whether something is there that was meant to be the key: no other place takes its part.
    var isAboutTheKey: Bool {
        switch self {
        case .printedNothing, .empty, .unusable, .isNoText: true
        default: false
        }
    }

    var sentence: String {
        switch self {
        case .cannotStart: "there is no such program, or it cannot be started"
        case .tookTooLong(let limit): "it did not end within \(limit.inWords)"
        case .wasInterrupted: "it was interrupted"
        case .tooMuch: "it printed far more than a key"
        case .failed(let status): "it ended with status \(status)"
        case .printedNothing: "it printed nothing"
        case .empty: "there is nothing but blanks"
        case .unusable:
            "what is there is no key: it holds blanks, line ends, quotes or characters that no key has"
        case .openToOthers(let path): "others may read it, so it is not used; chmod 600 '\(path)'"
        case .notOurs: "it belongs to somebody else, so it is not used"
        case .isLink(let path):
            "it is a link to elsewhere, so it is not used; put the file itself at '\(path)'"
        case .noFile(let path):
            "it is no regular file, so it is not used; write the keys into a file '\(path)'"
        case .unreadable: "it cannot be read"
        case .tooLong: "it is longer than 64 KiB, so it is not used"
        case .isNoUTF8: "it is no UTF-8 text, so it is not used"
        case .isNoTOML(let place):
            "line \(place.line), column \(place.column) is no TOML, so it is not used; "
                + "a line is NAME = \"…\", with the quotes, and nothing before the name"
        case .hasTable(let place):
            "line \(place.line), column \(place.column) is a table, and keys stand in none, so it "
                + "is not used; a line is NAME = \"…\""
        case .isNoText(let place):
            "line \(place.line), column \(place.column): a key is a text in quotes"
        }
    }
}
