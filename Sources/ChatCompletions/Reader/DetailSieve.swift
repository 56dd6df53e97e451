/// Lets through only those members of a chunk that say something new: most repeat in every chunk,
/// and what repeats is stepped over by comparing bytes.
struct DetailSieve: Sendable {
    private struct Known: Sendable {
        /// Whose member it is: see `DetailOwner`.
        var owner: Int
        /// How many of the bytes are the name.
        var nameCount: Int
        /// The member as it stands in the text: `name": value`.
        var bytes: [UInt8]
    }

    /// Members in the order in which the first chunks had them.
    private var known: [Known] = []
    /// Where the next member is looked for first.
    private var place = 0
    private var size = 0

    private static let most = 256

    mutating func startChunk() { place = 0 }

    /// Steps over a member that is the same as the last time; false, and nothing, when it is not.
    @inline(__always)
    mutating func skipKnown(
        _ name: JSONScanner.RawString,
        of owner: Int,
        _ scanner: inout JSONScanner
    ) -> Bool {
        var left = known.count
        while left > 0 {
            left -= 1
            if place >= known.count { place = 0 }
            if matches(known[place], name, owner, scanner.bytes) {
                scanner.offset = name.range.lowerBound + known[place].bytes.count
                scanner.endValue()
                place += 1
                return true
            }
            place += 1
        }
        return false
    }

    private func matches(
        _ member: Known,
        _ name: JSONScanner.RawString,
        _ owner: Int,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard member.owner == owner, member.nameCount == name.range.count else { return false }
        let start = name.range.lowerBound
        guard member.bytes.withUnsafeBufferPointer({ bytes.holds($0, at: start) }) else {
            return false
        }
        // `12` begins `123` as well.
        let end = start + member.bytes.count
        return end < bytes.count && Self.endsValue(bytes[end])
    }

    @inline(__always)
    private static func endsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20, 0x0A, 0x0D, 0x09: true
        default: false
        }
    }

    /// Remembers a member as it stands at a range of the text.
    mutating func learn(
        _ name: JSONScanner.RawString,
        of owner: Int,
        upTo end: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        let whole = Array(bytes[name.range.lowerBound..<end])
        let last = known.firstIndex { member in
            member.owner == owner && member.nameCount == name.range.count
                && member.bytes.prefix(member.nameCount).elementsEqual(bytes[name.range])
        }
        guard size + whole.count <= Details.mostBytes, known.count < Self.most || last != nil else {
            return
        }
        size += whole.count - (last.map { known[$0].bytes.count } ?? 0)
        let member = Known(owner: owner, nameCount: name.range.count, bytes: whole)
        if let last {
            known[last] = member
            place = last + 1
        } else {
            known.append(member)
            place = known.count
        }
    }
}

/// Whose members they are.
enum DetailOwner {
    static let root = -1
    static let usage = -2
    static let promptDetails = -3
    static let completionDetails = -4
    static let groq = -5

    /// What stands before the names of members that are not the chunk's own.
    static func prefix(_ owner: Int) -> String {
        switch owner {
        case usage: "usage."
        case promptDetails: "usage.prompt_tokens_details."
        case completionDetails: "usage.completion_tokens_details."
        case groq: "x_groq."
        default: ""
        }
    }
}
