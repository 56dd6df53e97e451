/// The name of a saved conversation: ten characters of `0-9a-z`, easy to type in a shell.
public struct SessionID: RawRepresentable, Hashable, Sendable {
    /// The ten characters.
    public let rawValue: String
    /// An identifier that is known.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// The name of one message in a session's tree.
public struct TurnID: RawRepresentable, Hashable, Sendable {
    /// The ten characters.
    public let rawValue: String
    /// An identifier that is known.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Makes identifiers, always the same ones from the same seed (SplitMix64).
///
/// A pure program asks its driver for a random seed once; a test gives a fixed one.
public struct IdentifierSource: Sendable, Hashable {
    private var state: UInt64

    /// A source whose identifiers follow from the seed.
    public init(seed: UInt64) { state = seed }

    /// The next ten characters of `0-9a-z`: about 51 bits.
    public mutating func next() -> String {
        var bits = nextBits()
        let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        var bytes: [UInt8] = []
        for _ in 0..<10 {
            bytes.append(alphabet[Int(bits % 36)])
            bits /= 36
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func nextBits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
