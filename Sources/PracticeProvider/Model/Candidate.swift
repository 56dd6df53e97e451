/// A word that may come next, and how much speaks for it: the natural logarithm of its probability,
/// before a sampler changes it.
package struct Candidate: Sendable, Hashable {
    package var token: Token
    package var logit: Double

    package init(_ token: Token, logit: Double) {
        self.token = token
        self.logit = logit
    }
}
