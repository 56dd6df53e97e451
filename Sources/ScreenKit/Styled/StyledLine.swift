/// A line of styled text as it is drawn: what stands in its margin, and its text in faces.
package struct StyledLine: Hashable, Sendable {
    /// A part of the text that stands in one go from a column on.
    struct Stretch: Hashable, Sendable {
        var column: Int
        /// Where in the source it begins.
        var start: Int
        /// Where in the text that can be selected, which has none of the source's signs.
        var place: Int
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
    /// The face of the whole line behind the margin, where it is one block with those around it.
    let ground: Face?
    /// The label, where this line has one, and the text.
    let stretches: [Stretch]
    /// The part of the source that the line stands for. The lines' ranges follow each other without
    /// gaps; of Markdown, what is not shown is left out, and lines that have cells of a table side by
    /// side stand for the same row.
    package let range: Range<Int>
    /// Which of several texts it stands in: of Markdown the leaf, else the part.
    package internal(set) var passage = 0
    /// Which of that one's lines it is, of Markdown; `nil` where nothing of the text stands in it.
    package internal(set) var number: Int?
    private let profile: WidthProfile

    init(
        margin: [ParagraphStyle.Piece], ground: Face? = nil, stretches: [Stretch],
        range: Range<Int>, profile: WidthProfile
    ) {
        (self.margin, self.ground, self.stretches) = (margin, ground, stretches)
        (self.range, self.profile) = (range, profile)
    }

    /// The same as one of another of several texts.
    func of(_ passage: Int) -> StyledLine {
        var line = self
        line.passage = passage
        return line
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
            stretch.walk(profile) { cluster, columns, _ in
                text += stretch.text(of: cluster, columns)
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
            stretch.walk(profile) { cluster, columns, _ in
                let start = stretch.start
                let place = start + cluster.lowerBound..<start + cluster.upperBound
                guard range.overlaps(place) else { return }
                let here = stretch.column + columns.lowerBound..<stretch.column + columns.upperBound
                found = (found?.lowerBound ?? here.lowerBound)..<here.upperBound
            }
            return found
        }
    }

    /// Draws in a row of the canvas; marks are painted over the text's own faces.
    package func draw(on canvas: inout Canvas, row: Int, marks: Marks = Marks()) {
        var column = 0
        for piece in margin {
            let place = Point(row: row, column: column)
            column += canvas.write(piece.text, at: place, face: piece.face)
        }
        if let ground {
            let rest = max(0, canvas.size.columns - column)
            canvas.fill(Rect(row: row, column: column, rows: 1, columns: rest), face: ground)
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

    /// Writes what has the same face in one go.
    private func draw(_ stretch: Stretch, on canvas: inout Canvas, _ row: Int) {
        var (run, start, face) = (0..<0, 0, Face.text)
        func write(_ text: String, at column: Int) {
            let place = Point(row: row, column: stretch.column + column)
            if !text.isEmpty { canvas.write(text, at: place, face: face) }
        }
        stretch.walk(profile, to: canvas.size.columns) { cluster, columns, clusterFace in
            let isTab = stretch.bytes[cluster.lowerBound] == 0x09
            if clusterFace != face || isTab || run.isEmpty {
                write(stretch.text(run), at: start)
                (run, start, face) = (cluster, columns.lowerBound, clusterFace)
            }
            run = run.lowerBound..<cluster.upperBound
            guard isTab else { return }
            write(stretch.text(of: cluster, columns), at: start)
            run = cluster.upperBound..<cluster.upperBound
        }
        write(stretch.text(run), at: start)
    }
}

extension StyledLine.Stretch {
    fileprivate func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// A tab is as many spaces as it takes columns.
    fileprivate func text(of cluster: Range<Int>, _ columns: Range<Int>) -> String {
        bytes[cluster.lowerBound] == 0x09
            ? String(repeating: " ", count: columns.count) : text(cluster)
    }

    /// Goes through the clusters that begin before a column: place in the stretch's bytes, columns from
    /// its first on, and the face of the first byte.
    fileprivate func walk(
        _ profile: WidthProfile, to end: Int = .max, _ body: (Range<Int>, Range<Int>, Face) -> Void
    ) {
        bytes.withUnsafeBufferPointer { bytes in
            var (offset, column, segment) = (0, 0, 0)
            while offset < bytes.count, column < end {
                let cluster = Cluster.next(in: bytes, at: offset)
                let width = Width.of(cluster, in: bytes, at: column, profile)
                while segment < faces.count - 1, faces[segment].end <= offset { segment += 1 }
                let face = faces.isEmpty ? Face.text : faces[segment].face
                body(cluster.range, column..<column + width, face)
                column += width
                offset = cluster.range.upperBound
            }
        }
    }
}
