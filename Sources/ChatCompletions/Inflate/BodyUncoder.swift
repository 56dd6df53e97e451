/// Undoes the content coding of a body for somebody who has to see its text before it is recorded:
/// in compressed bytes nobody can find a key. Like the reader it gives a portion at a time.
package struct BodyUncoder: Sendable {
    private var decoder: ContentDecoder
    /// The first two bytes of the text.
    private var start: [UInt8] = []
    /// Why the body cannot be read.
    package private(set) var problem: Failure.Cause?

    /// - Parameter limit: what a compressed body may become, in bytes.
    package init(_ headers: [Header], limit: Int) {
        decoder = ContentDecoder(headers, limit: limit)
    }

    /// Whether what comes in is what goes out, and nothing is held back.
    package var isPlain: Bool { decoder.isPlain && decoder.isDrained }

    /// Takes the next bytes of the body; `next` gives their text.
    package mutating func add(_ bytes: [UInt8]) {
        if problem == nil { decoder.add(bytes) }
    }

    /// The next of the text, as far as it is readable; none when more has to come first.
    package mutating func next() -> [UInt8] {
        if problem != nil { return [] }
        do throws(InflateProblem) {
            return checked(try decoder.next())
        } catch {
            problem = .coding(error.kind)
            return error.before
        }
    }

    /// The body has ended: `next` gives what was held back.
    package mutating func finish() {
        if problem == nil { decoder.finish() }
    }

    private mutating func checked(_ text: [UInt8]) -> [UInt8] {
        guard start.count < 2, !decoder.isPlain else { return text }
        start += text.prefix(2 - start.count)
        guard start == [0x1F, 0x8B] else { return text }
        problem = .coding(.twice)
        return []
    }
}
