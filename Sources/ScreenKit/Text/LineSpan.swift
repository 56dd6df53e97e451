/// A line of wrapped text as places in its source, which costs no string until it is shown.
struct LineSpan: Hashable, Sendable {
    let start: Int
    let end: Int
    /// Where the text ends, less the spaces and the newline behind it.
    let textEnd: Int
    /// Columns of the text.
    let width: Int
    /// A newline ends the line, or the text does.
    let endsParagraph: Bool

    var range: Range<Int> { start..<end }
    var text: Range<Int> { start..<textEnd }
}

/// The lines of a text that grows, or of a part of one: what is new costs its own length.
struct LineWrapper: Sendable {
    private(set) var spans: [LineSpan] = []
    /// How many lines were made so far, also those that were made again when the text had grown.
    private(set) var made = 0
    /// The state after the last cluster that nothing appended can change.
    private var breaker: LineBreaker
    private var settledLines = 0
    private var settled: Int

    /// - Parameter start: where in the source the text begins.
    init(from start: Int = 0, width: Int, profile: WidthProfile) {
        settled = start
        breaker = LineBreaker(from: start, width: width, profile: profile)
    }

    /// Takes what has come up to a place in the source, where no cluster is cut unless it may grow.
    mutating func grow(_ bytes: UTF8Bytes, to end: Int) {
        spans.removeLast(spans.count - settledLines)
        let before = spans.count
        while settled < end {
            let cluster = Cluster.next(in: bytes, at: settled)
            if cluster.mayGrow(in: end - settled) { break }
            breaker.feed(cluster, in: bytes, into: &spans)
            settled = cluster.range.upperBound
        }
        settledLines = spans.count
        wrapRest(of: bytes, to: end)
        made += spans.count - before
    }

    /// What may yet change, as it is for now.
    private mutating func wrapRest(of bytes: UTF8Bytes, to end: Int) {
        var (breaker, offset) = (breaker, settled)
        while offset < end {
            let cluster = Cluster.next(in: bytes, at: offset)
            breaker.feed(cluster, in: bytes, into: &spans)
            offset = cluster.range.upperBound
        }
        breaker.finish(into: &spans)
    }
}

extension Cluster {
    /// Whether what is appended may belong to it, where so many bytes have come since its start: the
    /// last cluster may go on, and so may a flag that waits for the end of its tags.
    func mayGrow(in count: Int) -> Bool {
        range.count == count || first == Cluster.blackFlag && count <= Cluster.mostTagBytes
    }
}
