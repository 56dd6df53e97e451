import Words

/// A way to write what a pane shows.
package struct CopyForm: Sendable {
    let title: Phrase
    var detail = Phrase.empty
    /// Makes the text when it is asked for, or says why there is none.
    let text: @Sendable (State) throws(CopyProblem) -> String

    init(
        _ title: Phrase, _ detail: Phrase = .empty,
        text: @escaping @Sendable (State) throws(CopyProblem) -> String
    ) {
        (self.title, self.detail, self.text) = (title, detail, text)
    }

    /// A text that is there already.
    init(_ title: Phrase, _ text: String) {
        self.init(title) { _ throws(CopyProblem) in text }
    }
}

/// Why something cannot be written in a form.
package struct CopyProblem: Error {
    let words: Phrase
}
