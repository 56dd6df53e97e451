/// Where lines end, decided as clusters arrive: what it needs to remember of the last line.
struct LineBreaker: Sendable {
    let width: Int
    let profile: WidthProfile
    private var start: Mark
    private var here: Mark
    /// The last place of the line where it may end, and the last where it may if it must.
    private var opportunity: Mark?
    private var emergency: Mark?
    private var previous = BreakClass.word
    private var spaces = Spaces.none

    private enum Spaces { case none, some, tab }

    /// A place between two clusters.
    private struct Mark {
        var offset: Int
        /// Columns of the line up to here.
        var column = 0
        /// Where the text before here ends, less its trailing spaces, and its columns.
        var textEnd: Int
        var textColumn = 0

        init(offset: Int) {
            self.offset = offset
            textEnd = offset
        }

        func counted(from start: Mark) -> Mark {
            var mark = self
            mark.column -= start.column
            mark.textColumn = max(0, mark.textColumn - start.column)
            mark.textEnd = max(mark.textEnd, start.offset)
            return mark
        }
    }

    init(from offset: Int, width: Int, profile: WidthProfile) {
        self.width = max(1, width)
        self.profile = profile
        start = Mark(offset: offset)
        here = start
    }

    /// Takes the next cluster and adds the lines that it completes.
    mutating func feed(_ cluster: Cluster, in bytes: UTF8Bytes, into lines: inout [LineSpan]) {
        if cluster.isNewline {
            here.offset = cluster.range.upperBound
            return endLine(at: here, endsParagraph: true, into: &lines)
        }
        let kind = BreakClass.of(cluster)
        let columns = Width.of(cluster, in: bytes, at: here.column, profile)
        if kind == .space || kind == .tab {
            return hang(columns, until: cluster.range.upperBound, isTab: kind == .tab)
        }
        notePlace(before: kind)
        while here.column + columns > width, here.offset > start.offset {
            breakLine(into: &lines)
        }
        here.offset = cluster.range.upperBound
        here.column += columns
        (here.textEnd, here.textColumn) = (here.offset, here.column)
        (previous, spaces) = (kind, .none)
    }

    /// Adds what is left as the last line.
    mutating func finish(into lines: inout [LineSpan]) {
        guard here.offset > start.offset else { return }
        endLine(at: here, endsParagraph: true, into: &lines)
    }

    /// Spaces stand beyond the right edge rather than begin a line.
    private mutating func hang(_ columns: Int, until end: Int, isTab: Bool) {
        here.offset = end
        here.column += columns
        spaces = isTab || spaces == .tab ? .tab : .some
    }

    private mutating func notePlace(before kind: BreakClass) {
        guard here.offset > start.offset else { return }
        let mayBreak: Bool
        switch spaces {
        case .none: mayBreak = BreakClass.allowsBreak(between: previous, and: kind)
        case .some: mayBreak = BreakClass.allowsBreakInSpaces(between: previous, and: kind)
        case .tab: mayBreak = true
        }
        // Indentation stays with the first word.
        if mayBreak, here.textEnd > start.offset { opportunity = here }
        if mayBreak || !kind.isClosing && !previous.isOpening { emergency = here }
    }

    private mutating func breakLine(into lines: inout [LineSpan]) {
        let place = opportunity ?? emergency ?? here
        let (rest, later) = (here, emergency)
        endLine(at: place, endsParagraph: false, into: &lines)
        here = rest.counted(from: place)
        start = place.counted(from: place)
        if let later, later.offset > place.offset { emergency = later.counted(from: place) }
    }

    private mutating func endLine(
        at place: Mark, endsParagraph: Bool, into lines: inout [LineSpan]
    ) {
        lines.append(
            LineSpan(
                start: start.offset, end: place.offset, textEnd: place.textEnd,
                width: place.textColumn, endsParagraph: endsParagraph))
        start = Mark(offset: place.offset)
        here = start
        (opportunity, emergency) = (nil, nil)
        if endsParagraph { (previous, spaces) = (.word, .none) }
    }
}
