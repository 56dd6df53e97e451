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
}
