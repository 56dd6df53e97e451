/// How a block of styled text is wrapped, and what its lines look like.
extension StyledText {
    func wrapper(
        for block: StyledBlocks.Block, width: Int, _ profile: WidthProfile
    ) -> LineWrapper {
        let style = style(of: block)
        let used = style.marginColumns(profile) + labelColumns(of: block, profile)
        let room = style.wraps ? max(style.leastColumns, width - used) : Int.max / 2
        return LineWrapper(from: block.body, width: room, profile: profile)
    }

    /// A line of a block by its place among the block's lines.
    func line(
        _ number: Int, of spans: [LineSpan], in block: StyledBlocks.Block, _ profile: WidthProfile
    ) -> StyledLine {
        let (span, style) = (spans[number], style(of: block))
        let isFirst = number == 0 && isBeginning(block)
        let margin = style.marginColumns(profile)
        let body = stretch(span.text, at: margin + labelColumns(of: block, profile))
        let label =
            isFirst && block.label > 0 ? [stretch(block.start..<block.body, at: margin)] : []
        return StyledLine(
            margin: isFirst ? style.margin : style.hanging ?? [], stretches: label + [body],
            range: (isFirst ? block.start : span.start)..<span.end, profile: profile)
    }

    /// Whether a paragraph begins with the block, rather than goes on in it.
    private func isBeginning(_ block: StyledBlocks.Block) -> Bool {
        block.start == block.beginning.map { beginnings[$0].start } ?? 0
    }

    private func style(of block: StyledBlocks.Block) -> ParagraphStyle {
        block.beginning.map { beginnings[$0].style } ?? .plain
    }

    private func labelColumns(of block: StyledBlocks.Block, _ profile: WidthProfile) -> Int {
        block.label > 0 ? Width.of(text(in: block.start..<block.body), profile) : 0
    }

    private func stretch(_ range: Range<Int>, at column: Int) -> StyledLine.Stretch {
        StyledLine.Stretch(
            column: column, start: range.lowerBound, place: range.lowerBound,
            bytes: Array(bytes[range]),
            faces: faces(in: range).map {
                .init(end: $0.range.upperBound - range.lowerBound, face: $0.face)
            })
    }
}
