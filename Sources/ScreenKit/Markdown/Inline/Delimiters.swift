/// Runs of `*`, `_` and `~` that may open or close something, in order, those that are still open
/// for it linked to each other.
struct Delimiters {
    struct Run {
        let sign: UInt8
        let range: Range<Int>
        let flanking: Flanking
        /// Signs that nothing has taken yet, and those taken at the run's beginning.
        var count: Int
        var closing = 0
        /// What closes before the rest of it, and what opens behind it, the outermost last.
        var closes: [InlineSpan] = []
        var opens: [InlineSpan] = []
        fileprivate var previous: Int
        fileprivate var next = -1

        init(_ sign: UInt8, _ range: Range<Int>, _ flanking: Flanking, previous: Int) {
            (self.sign, self.range, self.flanking) = (sign, range, flanking)
            (count, self.previous) = (range.count, previous)
        }

        /// The signs that are text.
        var rest: Range<Int> { range.lowerBound + closing..<range.lowerBound + closing + count }
    }

    private(set) var runs: [Run] = []
    /// The last that is open; -1: none.
    private(set) var last = -1

    mutating func append(_ sign: UInt8, _ range: Range<Int>, _ flanking: Flanking) {
        if last >= 0 { runs[last].next = runs.count }
        runs.append(Run(sign, range, flanking, previous: last))
        last = runs.count - 1
    }

    /// Pairs those behind a run, and forgets what is left of them.
    mutating func pair(behind bottom: Int) {
        join(behind: bottom)
        last = bottom
        if bottom >= 0 { runs[bottom].next = -1 }
    }

    /// Pairs all that are left.
    mutating func pairAll() { join(behind: -1) }

    private mutating func join(behind bottom: Int) {
        var floors: [Int: Int] = [:]
        var closer = first(behind: bottom)
        while closer >= 0 {
            guard runs[closer].flanking.canClose else {
                closer = runs[closer].next
                continue
            }
            let key = floorKey(of: closer)
            if let opener = opener(of: closer, above: max(bottom, floors[key] ?? -1)) {
                join(opener, closer)
                if runs[closer].count == 0 { closer = remove(closer) }
            } else {
                floors[key] = runs[closer].previous
                closer =
                    runs[closer].flanking.canOpen ? runs[closer].next : remove(closer)
            }
        }
    }

    /// Lets those that were opened on the last line last to the end of a text that still arrives.
    /// Returns what closes there.
    mutating func closeAtEnd(behind place: Int) -> [InlineSpan] {
        var (run, closes) = (last, [InlineSpan]())
        while run >= 0, runs[run].range.lowerBound >= place {
            while runs[run].flanking.opensForSure, let span = span(of: run, run) {
                runs[run].count -= span == .emphasis ? 1 : 2
                runs[run].opens.append(span)
                closes.append(span)
            }
            run = runs[run].previous
        }
        return closes
    }

    private func first(behind bottom: Int) -> Int {
        var run = last
        guard run > bottom else { return -1 }
        while runs[run].previous > bottom { run = runs[run].previous }
        return run
    }

    private func opener(of closer: Int, above floor: Int) -> Int? {
        var opener = runs[closer].previous
        while opener > floor {
            if fit(opener, closer) { return opener }
            opener = runs[opener].previous
        }
        return nil
    }

    private func fit(_ opener: Int, _ closer: Int) -> Bool {
        let (one, other) = (runs[opener], runs[closer])
        guard one.sign == other.sign, one.flanking.canOpen, span(of: opener, closer) != nil else {
            return false
        }
        if one.sign == UInt8(ascii: "~") { return one.range.count == other.range.count }
        guard one.flanking.canClose || other.flanking.canOpen else { return true }
        let (first, second) = (one.range.count, other.range.count)
        return (first + second) % 3 != 0 || first % 3 == 0 && second % 3 == 0
    }

    private func span(of opener: Int, _ closer: Int) -> InlineSpan? {
        let count = min(runs[opener].count, runs[closer].count)
        if runs[opener].sign == UInt8(ascii: "~") {
            return runs[opener].range.count == 2 && count == 2 ? .strike : nil
        }
        return count >= 2 ? .strong : count == 1 ? .emphasis : nil
    }

    private func floorKey(of closer: Int) -> Int {
        let run = runs[closer]
        return Int(run.sign) * 8 + (run.flanking.canOpen ? 4 : 0) + run.range.count % 3
    }

    private mutating func join(_ opener: Int, _ closer: Int) {
        guard let span = span(of: opener, closer) else { return }
        let taken = span == .emphasis ? 1 : 2
        runs[opener].count -= taken
        runs[opener].opens.append(span)
        runs[closer].count -= taken
        runs[closer].closing += taken
        runs[closer].closes.append(span)
        runs[opener].next = closer
        runs[closer].previous = opener
        if runs[opener].count == 0 { _ = remove(opener) }
    }

    /// Returns the next one.
    private mutating func remove(_ run: Int) -> Int {
        let (previous, next) = (runs[run].previous, runs[run].next)
        if previous >= 0 { runs[previous].next = next }
        if next >= 0 { runs[next].previous = previous } else { last = previous }
        return next
    }
}
