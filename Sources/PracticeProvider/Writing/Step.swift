/// One word of an answer, as it goes out.
package struct Step: Sendable, Hashable {
    package var token: Token
    /// What is shown: a stop sequence can cut it.
    package var text: String
    package var choice: Sampler.Choice
}

/// Why an answer ended.
package enum FinishReason: String, Sendable, Hashable { case stop, length }
