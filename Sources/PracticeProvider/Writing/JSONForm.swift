import Glibc

/// The small grammar under which a JSON object is sampled: which words are valid next.
///
/// `{"answer": "…", "words": ["…", "…"], "count": 7}`: the names come from a list and from the
/// prompt, the strings from the model. Every state knows how many words closing the object takes
/// from there, and a way that the limit would cut is not offered.
struct JSONForm: Sendable {
    fileprivate enum State: Sendable, Hashable {
        case beginning, name, value
        case string(length: Int)
        case afterMember
        case element(length: Int)
        case afterElement
        case closed

        /// How many words closing takes from here: a name, `null`, a quote, a bracket, a brace.
        var wordsToClose: Int {
            switch self {
            case .closed: 0
            case .beginning, .afterMember: 1
            case .value, .string, .afterElement: 2
            case .name, .element: 3
            }
        }
    }

    fileprivate struct Option {
        var text: String
        var weight: Double
        var next: State
    }

    /// Those of the conversation, and the form's own.
    private(set) var vocabulary: Vocabulary
    private var state = State.beginning
    private var names: [String]
    private var elements = 0
    private var offered: [Token: State] = [:]

    init(conversation: Conversation) {
        vocabulary = conversation.vocabulary
        let own =
            conversation.language == .chinese
            ? ["回答", "词语", "数量", "练习"] : ["answer", "words", "count", "practice"]
        let asked = conversation.topics.phrases.prefix(3).filter { phrase in
            !own.contains(phrase) && phrase.unicodeScalars.allSatisfy(JSONForm.isPlain)
        }
        names = own.prefix(1) + asked + own.dropFirst()
    }

    /// The words that are valid next; `nil` when the object is closed.
    mutating func candidates(rest: Int, predictor: inout Predictor) -> [Candidate]? {
        guard state != .closed else { return nil }
        let options = options(&predictor)
        let possible = options.filter { 1 + $0.next.wordsToClose <= rest }
        offered = [:]
        let total = possible.reduce(0) { $0 + $1.weight }
        return possible.compactMap { option in
            guard let token = vocabulary.add(option.text) else { return nil }
            offered[token] = option.next
            return Candidate(token, logit: log(option.weight / total))
        }
    }

    mutating func advance(_ token: Token, predictor: inout Predictor) {
        let next = offered[token] ?? .closed
        switch (state, next) {
        case (.name, _):
            names.removeAll { $0 + "\": " == vocabulary[token] }
            elements = 0
        case (.string, .string), (.element, .element):
            predictor.advance(token)
        case (_, .element):
            elements += 1
            predictor.restart()
        default:
            predictor.restart()
        }
        state = next
    }

    private func options(_ predictor: inout Predictor) -> [Option] {
        switch state {
        case .beginning:
            [Option("{\"", 1, .name), Option("{}", 0.001, .closed)]
        case .name:
            names.prefix(4).enumerated().map { Option($1 + "\": ", $0 == 0 ? 4 : 1, .value) }
        case .value:
            JSONForm.values
        case .string(let length):
            words(&predictor, after: length, limit: 40, quote: .afterMember) { .string(length: $0) }
        case .element(let length):
            words(&predictor, after: length, limit: 3, quote: .afterElement) {
                .element(length: $0)
            }
        case .afterElement:
            [
                Option(", \"", elements < 4 ? 2 : 0.01, .element(length: 0)),
                Option("]", 1, .afterMember),
            ]
        case .afterMember:
            names.isEmpty
                ? [Option("}", 1, .closed)] : [Option(", \"", 2, .name), Option("}", 1, .closed)]
        case .closed: []
        }
    }

    private static let values =
        [Option("\"", 6, .string(length: 0)), Option("[\"", 2, .element(length: 0))]
        + ["0", "1", "7", "42", "0.5", "true", "false", "null"].map {
            Option($0, 0.3, .afterMember)
        }

    /// The model's words as far as a JSON string can hold them; its end is the closing quote.
    private func words(
        _ predictor: inout Predictor,
        after length: Int,
        limit: Int,
        quote: State,
        next: (Int) -> State
    ) -> [Option] {
        var options: [Option] = []
        var end = length < limit ? 0.001 * Double(length) : 1
        if predictor.isAtSentenceEnd { end += 0.5 }
        for candidate in predictor.candidates() {
            let text = vocabulary[candidate.token]
            let isWord = !text.isEmpty && text.unicodeScalars.allSatisfy(JSONForm.isPlain)
            if isWord, length < limit {
                options.append(Option(text, exp(candidate.logit), next(length + 1)))
            } else if candidate.token == .end {
                end += exp(candidate.logit)
            }
        }
        return options + [Option("\"", end, quote)]
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar >= " " && scalar != "\"" && scalar != "\\"
    }
}

extension JSONForm.Option {
    fileprivate init(_ text: String, _ weight: Double, _ next: JSONForm.State) {
        self.init(text: text, weight: weight, next: next)
    }
}
