/// A member of a chunk that the reader has no use for, such as `service_tier`.
public struct Detail: Sendable, Hashable {
    /// The member's name; one of the usage begins with `usage.`.
    public var name: String
    /// Its value; null when it was too long to be kept.
    public var value: JSONValue
    /// How long name and value were on the wire, in bytes.
    var size: Int

    init(_ name: String, _ value: JSONValue, size: Int) {
        self.name = name
        self.value = value
        self.size = size
    }
}

/// Members of an answer that the reader has no use for, kept to be shown: of each name the last
/// value, in the order in which the names first came.
///
/// ```swift
/// answer.details["service_tier"]          // "default"
/// answer.details["usage.cost"]            // 0.00014
/// ```
///
/// They are bounded: 64 names and 64 KiB for an answer and for each of its choices.
public struct Details: Sendable, Hashable {
    /// The details by name, each value the last one that came.
    public private(set) var members: [JSONValue.Member] = []
    /// Whether some were too many or too long to be kept.
    public private(set) var isCut = false
    private var sizes: [Int] = []
    private var size = 0

    static let mostNames = 64
    static let mostBytes = 1 << 16

    package init() {}

    /// Whether there are none.
    public var isEmpty: Bool { members.isEmpty && !isCut }

    /// The last value of a name.
    public subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

    package mutating func add(_ detail: Detail) {
        let place = members.firstIndex { $0.name == detail.name }
        let rest = size - (place.map { sizes[$0] } ?? 0)
        let fits = rest + detail.size <= Self.mostBytes && !detail.value.isNull
        guard fits, place != nil || members.count < Self.mostNames else {
            isCut = true
            return
        }
        size = rest + detail.size
        if let place {
            members[place].value = detail.value
            sizes[place] = detail.size
        } else {
            members.append(JSONValue.Member(detail.name, detail.value))
            sizes.append(detail.size)
        }
    }
}
