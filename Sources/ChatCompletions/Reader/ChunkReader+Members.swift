/// What the reader makes of members that it has no use for: they are kept to be shown.
extension ChunkReader {
    /// A member of the chunk itself, or of its usage.
    @inline(__always)
    mutating func keep(_ name: JSONScanner.RawString, of owner: Int) throws(Fault) {
        if let detail = try detail(name, of: owner) { chunk.delta.details.append(detail) }
    }

    /// A member of a choice or of its message.
    @inline(__always)
    mutating func keep(_ name: JSONScanner.RawString, in choice: inout ChoiceDelta) throws(Fault) {
        if let detail = try detail(name, of: choice.index) { choice.details.append(detail) }
    }

    @inline(__always)
    private mutating func detail(
        _ name: JSONScanner.RawString,
        of owner: Int
    ) throws(Fault) -> Detail? {
        if scanner.peek() == UInt8(ascii: "n") {
            try scanner.skipValue()
            return nil
        }
        if sieve.skipKnown(name, of: owner, &scanner) { return nil }
        return try newDetail(name, of: owner)
    }

    private mutating func newDetail(
        _ name: JSONScanner.RawString,
        of owner: Int
    ) throws(Fault) -> Detail? {
        let start = scanner.offset
        try scanner.skipValue()
        let end = scanner.offset
        if isNoise(name) { return nil }
        sieve.learn(name, of: owner, upTo: end, in: scanner.bytes)
        if isKind(name) || !room.takeDetail() { return nil }
        let title = DetailOwner.prefix(owner) + scanner.text(name)
        let size = end - start + title.utf8.count
        guard size <= Details.mostBytes else { return Detail(title, .null, size: size) }
        let raw = UnsafeBufferPointer(rebasing: scanner.bytes[start..<end])
        guard let value = try? JSONValue(parsing: raw), !value.saysNothing else { return nil }
        return Detail(title, value, size: size)
    }

    /// What every chunk says of itself.
    private func isKind(_ name: JSONScanner.RawString) -> Bool {
        UnsafeBufferPointer(rebasing: scanner.bytes[name.range]).equals("object")
    }

    /// Padding, which is another in every chunk, and pieces of what is read under another name.
    private func isNoise(_ name: JSONScanner.RawString) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[name.range])
        return Self.noise.contains { bytes.equals($0) }
    }

    private static let noise: [StaticString] = [
        "obfuscation", "text", "token_ids", "prompt_token_ids",
    ]
}

extension JSONValue {
    /// Nothing that could be shown.
    fileprivate var saysNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .bool, .integer, .number, .spelled: false
        }
    }
}
