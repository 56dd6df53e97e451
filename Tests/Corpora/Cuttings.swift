/// Ways to cut bytes: whole, by one, by two, and in pieces that only look random, some empty.
package func cuttings(_ bytes: [UInt8]) -> [[[UInt8]]] {
    var numbers = Numbers(state: 7)
    return [[bytes], cut(bytes, by: 1), cut(bytes, by: 2), cutOddly(bytes, &numbers)]
}

package func cut(_ bytes: [UInt8], by size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min(bytes.count, $0 + size)])
    }
}

/// In pieces of at most 22 bytes, an empty one first.
package func cutOddly(_ bytes: [UInt8], _ numbers: inout Numbers) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    var place = 0
    while place < bytes.count {
        let end = min(bytes.count, place + Int(numbers.next() % 23))
        pieces.append(Array(bytes[place..<end]))
        place = end
    }
    return pieces
}

/// At these places; those outside are left out.
package func cut(_ bytes: [UInt8], at places: [Int]) -> [[UInt8]] {
    let inside = places.filter { $0 > 0 && $0 < bytes.count }.sorted()
    return zip([0] + inside, inside + [bytes.count]).map { Array(bytes[$0..<$1]) }
}

/// The same numbers in each run (SplitMix64).
package struct Numbers: RandomNumberGenerator, Sendable {
    package var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
