/// Undoes the content coding of a body for somebody who has to see its text before it is recorded:
/// in compressed bytes nobody can find a key.
package struct BodyUncoder: Sendable {
    private enum Nature {
        /// Nothing has come out yet.
        case unknown(seen: [UInt8])
        case plain
        case compressed
        /// Nothing more can be read.
        case broken
    }

    private var decoder: ContentDecoder
    private var nature = Nature.unknown(seen: [])
    /// Why the body cannot be read, in one sentence.
    package private(set) var problem: String?

    /// - Parameter limit: what a compressed body may become, in bytes.
    package init(_ headers: [Header], limit: Int) {
        decoder = ContentDecoder(headers, limit: limit)
    }

    /// Whether what comes in is what goes out.
    package var isPlain: Bool { if case .plain = nature { true } else { false } }

    /// The text of these bytes, as far as they are readable.
    package mutating func feed(_ bytes: [UInt8]) -> [UInt8] {
        switch nature {
        case .plain: return bytes
        case .broken: return []
        case .compressed: return decoded(bytes)
        case .unknown(let seen):
            let output = decoded(bytes)
            if case .unknown = nature { decide(seen + bytes, output) }
            if case .broken = nature, problem == Self.twice { return [] }
            return output
        }
    }

    /// The body has ended: gives what was held back.
    package mutating func finish() -> [UInt8] {
        guard case .unknown = nature else { return [] }
        decoder.finish()
        return decoded([])
    }

    private mutating func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        do throws(InflateProblem) {
            decoder.add(bytes)
            while case let piece = try decoder.next(), !piece.isEmpty { output += piece }
        } catch {
            output += error.before
            problem = "The compressed answer cannot be read: \(error.kind.rawValue)."
            nature = .broken
        }
        return output
    }

    private mutating func decide(_ seen: [UInt8], _ output: [UInt8]) {
        if output.isEmpty {
            nature = .unknown(seen: Array(seen.prefix(16)))
        } else if output.starts(with: [0x1F, 0x8B]) {
            problem = Self.twice
            nature = .broken
        } else {
            nature = output == seen ? .plain : .compressed
        }
    }

    private static let twice =
        "The compressed answer cannot be read: it is compressed more than once."
}
