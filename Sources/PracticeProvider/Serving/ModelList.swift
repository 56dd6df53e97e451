import ChatCompletions

/// The names under which the practice model is served.
package enum PracticeModelName: String, Sendable, CaseIterable {
    case practice = "practice"
    /// Looks one word back only, so that it makes less sense: something to compare with.
    case bigram = "practice-bigram"
    /// Shows how it weighs the words unless told not to.
    case thinking = "practice-thinking"

    static var document: JSONValue {
        [
            "object": "list",
            "data": .array(
                allCases.map {
                    [
                        "id": .string($0.rawValue), "object": "model", "created": 0,
                        "owned_by": "fader",
                    ]
                }
            ),
        ]
    }
}
