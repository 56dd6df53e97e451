/// How much each passage has to do with the topics.
struct Relevance {
    var weights: [Float]

    init(model: PracticeModel, topics: Topics, language: Corpus.Language) {
        let scores = Relevance.scores(model, topics)
        let best =
            zip(scores, model.passages)
            .lazy.filter { $1.language == language && !$1.isOpening }
            .map(\.0).max() ?? 0
        weights = zip(scores, model.passages).map { score, passage in
            guard !passage.isOpening else { return 0 }
            let nearness = best > 0 ? min(1, score / best) : 0
            return (1 + 300 * nearness * nearness * nearness)
                * (passage.language == language ? 1 : 0.002)
        }
    }

    /// The rarities of the topics that a passage has: more for a topic that comes often or with the
    /// first words, less for a long passage.
    private static func scores(_ model: PracticeModel, _ topics: Topics) -> [Float] {
        var worth = [Float](repeating: 0, count: model.vocabulary.sharedCount)
        for (stem, rarity) in topics.stems { worth[Int(stem.id)] = rarity * rarity }
        var scores = [Float](repeating: 0, count: model.passages.count)
        var lengths = scores
        for (token, passage) in zip(model.tokens, model.passageOfPosition) {
            let emphasis: Float = lengths[Int(passage)] < 8 ? 3 : 1
            scores[Int(passage)] += emphasis * worth[Int(model.stems.stem(of: token).id)]
            lengths[Int(passage)] += 1
        }
        return zip(scores, lengths).map { $0 / ($1 + 20).squareRoot() }
    }
}
