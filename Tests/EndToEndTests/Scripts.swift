import Support

/// What a server does in these tests.
enum Script {
    /// A whole answer in these pieces.
    static func answer(_ pieces: [String]) -> [TestStep] { [.streamHead] + chunks(pieces) + end }

    /// An answer that waits for a gate between its pieces.
    static func answer(_ pieces: [String], until gate: Gate, then rest: [String] = []) -> [TestStep]
    {
        [.streamHead] + chunks(pieces) + [.pause(until: gate)] + chunks(rest) + end
    }

    static func chunks(_ pieces: [String]) -> [TestStep] {
        pieces.map { .chunk(Chunk.content($0)) }
    }

    static let end: [TestStep] = [.chunk(Chunk.finish()), .chunk(Chunk.done), .lastChunk]

    /// `word-1 word-2 …`, a piece each.
    static func words(_ count: Int) -> [String] { (1...count).map { "word-\($0) " } }
}
