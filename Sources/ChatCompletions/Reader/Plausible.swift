/// What a number from outside may be. Others count as not there: what is reckoned with later is
/// small enough for any sum, and no number that somebody sends costs the text beside it.
enum Plausible {
    /// Places in a list of choices or tool calls, in millions more than anybody asks for.
    private static let places = 0..<(1 << 20)
    static let lastPlace = places.upperBound - 1
    /// Tokens; a `Double` holds these exactly, too.
    private static let tokens = 0...(1 << 53)

    static func place(_ number: Int?) -> Int? { number.flatMap { places.contains($0) ? $0 : nil } }

    static func tokens(_ number: Int?) -> Int? { number.flatMap { tokens.contains($0) ? $0 : nil } }
}

extension Usage {
    /// The counts that can be ones.
    package var plausible: Usage {
        Usage(
            promptTokens: Plausible.tokens(promptTokens),
            completionTokens: Plausible.tokens(completionTokens),
            totalTokens: Plausible.tokens(totalTokens),
            reasoningTokens: Plausible.tokens(reasoningTokens),
            cachedTokens: Plausible.tokens(cachedTokens)
        )
    }
}
