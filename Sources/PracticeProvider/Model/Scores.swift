import Glibc

/// The probabilities of the next word while they are added up.
struct Scores: Sendable {
    private var score: [Double]
    private var touched: [Token] = []

    /// - Parameter count: the size of the vocabulary.
    init(count: Int) { score = [Double](repeating: 0, count: count) }

    mutating func add(_ share: Double, to token: Token) {
        guard share > 0 else { return }
        if score[Int(token.id)] == 0 { touched.append(token) }
        score[Int(token.id)] += share
    }

    mutating func scale(by factor: Double) {
        for token in touched { score[Int(token.id)] *= factor }
    }

    /// Takes a word out and gives its probability.
    mutating func remove(_ token: Token) -> Double {
        let share = score[Int(token.id)]
        guard share > 0 else { return 0 }
        score[Int(token.id)] = 0
        touched.removeAll { $0 == token }
        return share
    }

    mutating func clear() {
        for token in touched { score[Int(token.id)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    var candidates: [Candidate] {
        touched.compactMap { token in
            let probability = score[Int(token.id)]
            return probability > 0 ? Candidate(token, logit: log(probability)) : nil
        }
    }
}
