/// Remembers which places of the corpus an answer has just gone through.
///
/// A place that was visited counts less for a while. Without it the likeliest answer of an n-gram
/// model goes round in a circle as soon as one sentence leads back into itself.
struct Fatigue: Sendable {
    private var visits: [UInt8]
    private var recent: [UInt32] = []
    private var oldest = 0

    /// How many visits are remembered.
    private static let memory = 400
    private static let vigour = [1, 0.15, 0.02, 0.003]

    /// - Parameter count: the length of the corpus.
    init(count: Int) { visits = [UInt8](repeating: 0, count: count) }

    func vigour(of position: UInt32) -> Double {
        Fatigue.vigour[min(3, Int(visits[Int(position)]))]
    }

    mutating func mark(_ position: UInt32) {
        guard visits[Int(position)] < .max else { return }
        visits[Int(position)] += 1
        guard recent.count == Fatigue.memory else { return recent.append(position) }
        visits[Int(recent[oldest])] -= 1
        recent[oldest] = position
        oldest = (oldest + 1) % Fatigue.memory
    }
}
