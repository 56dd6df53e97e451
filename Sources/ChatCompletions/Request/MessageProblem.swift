/// Why a JSON value is no message that could be sent.
public enum MessageProblem: Error, Sendable, Hashable {
    case notAnObject
    case noRole
    /// Nothing but a role.
    case nothingSaid
    /// A content that is neither a text, nor a list of parts, nor null.
    case badContent
}

extension MessageProblem {
    /// What is wrong with a value, if anything is.
    init?(_ value: JSONValue) {
        guard let members = value.members else {
            self = .notAnObject
            return
        }
        if value["role"]?.string?.isEmpty ?? true {
            self = .noRole
        } else if members.allSatisfy({ $0.name == "role" }) {
            self = .nothingSaid
        } else if !(value["content"] ?? .null).isContent {
            self = .badContent
        } else {
            return nil
        }
    }
}

extension JSONValue {
    fileprivate var isContent: Bool {
        switch self {
        case .null, .string, .array: true
        default: false
        }
    }
}
