/// A part of a text that is shown in another face.
package struct Mark: Hashable, Sendable {
    /// In UTF-8 offsets of the text.
    package var range: Range<Int>
    package var face: Face

    package init(_ range: Range<Int>, _ face: Face) { (self.range, self.face) = (range, face) }
}

/// Marks in layers, of which the upper ones hide the lower ones. Looking up those of a line costs
/// the same however many there are.
package struct Marks: Hashable, Sendable {
    /// From below to above.
    package enum Layer: Int, CaseIterable, Sendable {
        case link, difference, heat, match
    }

    /// In order of the text, none over another.
    private var layers: [[Mark]] = Array(repeating: [], count: Layer.allCases.count)

    package init() {}

    package var isEmpty: Bool { layers.allSatisfy(\.isEmpty) }

    /// The marks of a layer in order of the text. Where some overlap, the later one holds.
    package subscript(layer: Layer) -> [Mark] {
        get { layers[layer.rawValue] }
        set { layers[layer.rawValue] = Self.sorted(newValue) }
    }

    /// Adds to a layer behind all that it has.
    package mutating func append(_ mark: Mark, to layer: Layer) {
        let marks = layers[layer.rawValue]
        guard marks.last.map({ $0.range.upperBound <= mark.range.lowerBound }) ?? true else {
            return self[layer] = marks + [mark]
        }
        if !mark.range.isEmpty { layers[layer.rawValue].append(mark) }
    }

    /// What is marked in a part of the text, the lowest layer first.
    func marks(in range: Range<Int>) -> [Mark] {
        layers.flatMap { marks in
            let first = marks.place { $0.range.upperBound > range.lowerBound }
            return marks[first...].prefix { $0.range.lowerBound < range.upperBound }
        }
    }

    private static func sorted(_ marks: [Mark]) -> [Mark] {
        var sorted: [Mark] = []
        for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard !mark.range.isEmpty else { continue }
            if let last = sorted.last, last.range.upperBound > mark.range.lowerBound {
                sorted[sorted.count - 1].range = last.range.lowerBound..<mark.range.lowerBound
                if sorted[sorted.count - 1].range.isEmpty { sorted.removeLast() }
            }
            sorted.append(mark)
        }
        return sorted
    }
}
