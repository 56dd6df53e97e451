/// What to look for: a key, or what base64 makes of it, in any spelling of its bytes.
struct KeyPattern: Sendable {
    let first: UInt8
    private let bytes: [Spelling]

    init?(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return nil }
        self.first = first
        self.bytes = bytes.map(Spelling.of)
    }

    func find(in all: UnsafeRawBufferPointer, at start: Int) -> Found {
        var place = start
        for byte in bytes {
            let found = byte.find(in: all, at: place)
            guard case .whole(let end) = found else { return found }
            place = end
        }
        return .whole(end: place)
    }
}

/// All that must not be seen, looked for in one walk.
struct KeyPatterns: Sendable {
    private let patterns: [KeyPattern]
    /// For each byte, whether something to look for may begin with it.
    private let mayBegin: [Bool]

    init(_ secrets: [Secret]) {
        patterns = secrets.flatMap(\.forms).compactMap(KeyPattern.init)
        var mayBegin = [Bool](repeating: false, count: 256)
        for byte in patterns.map(\.first) + Spelling.beginnings { mayBegin[Int(byte)] = true }
        self.mayBegin = mayBegin
    }

    var isEmpty: Bool { patterns.isEmpty }

    /// Where keys stand, in order and without overlap.
    ///
    /// - Returns: Besides, where one begins that the bytes do not finish; nothing is looked for
    ///   behind that. `nil` when no more bytes will come.
    func places(in bytes: [UInt8], isEnd: Bool) -> (whole: [Range<Int>], begun: Int?) {
        if isEmpty { return ([], nil) }
        return bytes.withUnsafeBytes { all in
            var whole: [Range<Int>] = []
            var place = 0
            while place < all.count {
                guard mayBegin[Int(all[place])] else {
                    place += 1
                    continue
                }
                let (end, isBegun) = longest(in: all, at: place)
                if isBegun, !isEnd { return (whole, place) }
                if let end { whole.append(place..<end) }
                place = end ?? place + 1
            }
            return (whole, nil)
        }
    }

    private func longest(in all: UnsafeRawBufferPointer, at place: Int) -> (end: Int?, begun: Bool)
    {
        var longest: Int?
        var isBegun = false
        for pattern in patterns {
            switch pattern.find(in: all, at: place) {
            case .not: break
            case .begun: isBegun = true
            case .whole(let end): longest = max(longest ?? end, end)
            }
        }
        return (longest, isBegun)
    }
}
