/// A line of styled text as it is drawn: what stands in its margin, and its text in faces.
package struct StyledLine: Hashable, Sendable {
    /// A part of the text that stands in one go from a column on.
    struct Stretch: Hashable, Sendable {
        var column: Int
        /// Where in the source it begins.
        var start: Int
        var bytes: [UInt8]
        /// Where in the stretch each face ends.
        var faces: [Segment]

        struct Segment: Hashable, Sendable {
            var end: Int
            var face: Face
        }

        var range: Range<Int> { start..<start + bytes.count }
    }

    let margin: [ParagraphStyle.Piece]
    /// The label, where this line has one, and the text.
    let stretches: [Stretch]
    /// The part of the source that the line stands for; the lines' ranges follow each other without
    /// gaps.
    package let range: Range<Int>
    private let profile: WidthProfile

    init(
        margin: [ParagraphStyle.Piece], stretches: [Stretch], range: Range<Int>,
        profile: WidthProfile
    ) {
        (self.margin, self.stretches) = (margin, stretches)
        (self.range, self.profile) = (range, profile)
    }

    /// What the line says, with its margin and tabs as spaces.
    package var text: String {
        var (text, column) = ("", 0)
        for piece in margin {
            text += piece.text
            column += Width.of(piece.text, profile)
        }
        for stretch in stretches {
            text += String(repeating: " ", count: max(0, stretch.column - column))
            column = max(column, stretch.column)
            stretch.walk(profile) { _, columns, part, _ in
                text += part
                column = stretch.column + columns.upperBound
            }
        }
        return text
    }

    /// The columns that a part of the source takes in the line.
    package func columns(of range: Range<Int>) -> [Range<Int>] {
        stretches.compactMap { stretch in
            guard range.overlaps(stretch.range) else { return nil }
            var found: Range<Int>?
            stretch.walk(profile) { place, columns, _, _ in
                guard range.overlaps(place) else { return }
                let here = stretch.column + columns.lowerBound..<stretch.column + columns.upperBound
                found = (found?.lowerBound ?? here.lowerBound)..<here.upperBound
            }
            return found
        }
    }

    /// The place in the source of the cluster in a column: the line's first where nothing of the
    /// text stands there or before it, its text's end beyond that.
    package func offset(atColumn column: Int) -> Int {
        guard let stretch = stretches.last(where: { $0.column <= column }) ?? stretches.first else {
            return range.lowerBound
        }
        var offset = stretch.column <= column ? stretch.range.upperBound : stretch.start
        stretch.walk(profile) { place, columns, _, _ in
            let end = stretch.column + columns.upperBound
            if end > column, place.lowerBound < offset { offset = place.lowerBound }
        }
        return offset
    }

    /// Draws in a row of the canvas; marks are painted over the text's own faces.
    package func draw(on canvas: inout Canvas, row: Int, marks: Marks = Marks()) {
        var column = 0
        for piece in margin {
            let place = Point(row: row, column: column)
            column += canvas.write(piece.text, at: place, face: piece.face)
        }
        for stretch in stretches { draw(stretch, on: &canvas, row) }
        for mark in marks.marks(in: range) {
            for columns in self.columns(of: mark.range) {
                canvas.paint(
                    face: mark.face,
                    in: Rect(
                        row: row, column: columns.lowerBound, rows: 1, columns: columns.count))
            }
        }
    }

    private func draw(_ stretch: Stretch, on canvas: inout Canvas, _ row: Int) {
        var (text, start, face) = ("", 0, Face.text)
        func write() {
            let place = Point(row: row, column: stretch.column + start)
            if !text.isEmpty { canvas.write(text, at: place, face: face) }
        }
        stretch.walk(profile, to: canvas.size.columns) { _, columns, part, partFace in
            if partFace != face || text.isEmpty {
                write()
                (text, start, face) = ("", columns.lowerBound, partFace)
            }
            text += part
        }
        write()
    }
}

extension StyledLine.Stretch {
    /// Goes through the clusters that begin before a column: place in the source, columns from the
    /// stretch's first on, what to write, and the face of the first byte.
    fileprivate func walk(
        _ profile: WidthProfile, to end: Int = .max,
        _ body: (Range<Int>, Range<Int>, String, Face) -> Void
    ) {
        bytes.withUnsafeBufferPointer { bytes in
            var (offset, column, segment) = (0, 0, 0)
            while offset < bytes.count, column < end {
                let cluster = Cluster.next(in: bytes, at: offset)
                let width = Width.of(cluster, in: bytes, at: column, profile)
                while segment < faces.count - 1, faces[segment].end <= offset { segment += 1 }
                let isTab = cluster.first == 0x09
                let text =
                    isTab ? String(repeating: " ", count: width) : bytes.string(cluster.range)
                let place = start + cluster.range.lowerBound..<start + cluster.range.upperBound
                let face = faces.isEmpty ? Face.text : faces[segment].face
                body(place, column..<column + width, text, face)
                column += width
                offset = cluster.range.upperBound
            }
        }
    }
}
