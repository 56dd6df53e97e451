/// Finds stop sequences, also across words, and holds back what may be the beginning of one.
package struct StopFinder: Sendable {
    private let stops: [[UInt8]]
    private var held: [Step] = []
    package private(set) var hasStopped = false

    package init(_ stops: [String]) { self.stops = stops.map { Array($0.utf8) } }

    /// Takes the next word and gives those that can be shown now.
    package mutating func feed(_ step: Step) -> [Step] {
        guard !stops.isEmpty else { return [step] }
        held.append(step)
        let text = held.flatMap { Array($0.text.utf8) }
        if let place = stops.compactMap({ StopFinder.place(of: $0, in: text) }).min() {
            hasStopped = true
            return release(upTo: place, cutting: true)
        }
        let waiting = stops.map { StopFinder.overlap(of: $0, atEndOf: text) }.max() ?? 0
        return release(upTo: text.count - waiting, cutting: false)
    }

    /// What was held back, when nothing comes any more.
    package mutating func finish() -> [Step] {
        defer { held = [] }
        return hasStopped ? [] : held
    }

    /// The words before a place in the held text; the word across it is cut or stays.
    private mutating func release(upTo place: Int, cutting: Bool) -> [Step] {
        var released: [Step] = []
        var rest = place
        while let first = held.first, first.text.utf8.count <= rest {
            rest -= first.text.utf8.count
            released.append(held.removeFirst())
        }
        if cutting, rest > 0, var last = held.first {
            last.text = String(decoding: last.text.utf8.prefix(rest), as: UTF8.self)
            released.append(last)
        }
        return released
    }

    private static func place(of stop: [UInt8], in text: [UInt8]) -> Int? {
        guard text.count >= stop.count else { return nil }
        return (0...(text.count - stop.count)).first { text[$0...].starts(with: stop) }
    }

    /// How many bytes at the end of the text begin the stop sequence.
    private static func overlap(of stop: [UInt8], atEndOf text: [UInt8]) -> Int {
        let longest = min(stop.count - 1, text.count)
        guard longest > 0 else { return 0 }
        return (1...longest).last { stop.starts(with: text.suffix($0)) } ?? 0
    }
}
