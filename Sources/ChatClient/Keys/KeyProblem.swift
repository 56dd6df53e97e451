/// Why a place that should have a key has none.
enum KeyProblem: Error, Equatable {
    case cannotStart
    case tookTooLong(Duration)
    case wasInterrupted
    case tooMuch
    case failed(status: Int)
    case empty
    case unusable
    case openToOthers(path: String)
    case notOurs
    case isLink(path: String)
    case noFile(path: String)
    case unreadable

    var sentence: String {
        switch self {
        case .cannotStart: "there is no such program, or it cannot be started"
        case .tookTooLong(let limit): "it did not end within \(limit.inWords)"
        case .wasInterrupted: "it was interrupted"
        case .tooMuch: "it printed far more than a key"
        case .failed(let status): "it ended with status \(status)"
        case .empty: "it printed nothing"
        case .unusable: "what is there holds spaces or characters that no key has"
        case .openToOthers(let path): "others may read it, so it is not used; chmod 600 '\(path)'"
        case .notOurs: "it belongs to somebody else, so it is not used"
        case .isLink(let path):
            "it is a link to elsewhere, so it is not used; put the file itself at '\(path)'"
        case .noFile(let path):
            "it is no regular file, so it is not used; write the keys into a file '\(path)'"
        case .unreadable: "it cannot be read"
        }
    }
}
