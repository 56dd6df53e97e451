/// Where lines begin and end, and what of them must be held.
extension EventStreamDecoder {
    /// The next thing that the bytes complete, at or after a place in them, which moves on; `nil`
    /// when all of them are taken.
    mutating func next(in bytes: UnsafeBufferPointer<UInt8>, from place: inout Int) -> Found? {
        if isAfterCR, place < bytes.count {
            isAfterCR = false
            if bytes[place] == UInt8(ascii: "\n") {
                place += 1
            } else {
                noteLoneCR(at: base + place - 1)
            }
        }
        while place < bytes.count {
            let start = place
            let end = bytes.lineEnd(from: start)
            let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
            guard end < bytes.count else {
                place = end
                holdData(of: bytes)
                hold(piece, from: base + start)
                base += bytes.count
                return nil
            }
            place = end + 1
            if let found = plainEvent(in: bytes, start..<end) {
                place += 1
                return found
            }
            if bytes[end] == UInt8(ascii: "\r") { skipLineFeed(in: bytes, at: &place) }
            if let found = endLine(piece, at: start, of: bytes) { return found }
        }
        holdData(of: bytes)
        base += bytes.count
        return nil
    }

    /// The event that a line and the line feed after it are by themselves, as most of a stream is:
    /// what the steps below give of the two lines, in one.
    @inline(__always)
    private mutating func plainEvent(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ line: Range<Int>
    ) -> Found? {
        guard line.upperBound + 1 < bytes.count, bytes[line.upperBound] == UInt8(ascii: "\n"),
            bytes[line.upperBound + 1] == UInt8(ascii: "\n"),
            isBetweenEvents, line.count <= limit, bytes.holds("data: ", at: line.lowerBound)
        else { return nil }
        isFirstLine = false
        span = base + line.lowerBound..<base + line.upperBound
        return .event(type: "", .here(line.lowerBound + 6..<line.upperBound))
    }

    /// Whether nothing is held: no line, no field of an event, none that is being dropped.
    @inline(__always)
    private var isBetweenEvents: Bool { blockStart < 0 && dropped == 0 && line.isEmpty }

    private mutating func skipLineFeed(
        in bytes: UnsafeBufferPointer<UInt8>,
        at place: inout Int
    ) {
        if place == bytes.count {
            isAfterCR = true
        } else if bytes[place] == UInt8(ascii: "\n") {
            place += 1
        } else {
            noteLoneCR(at: base + place - 1)
        }
    }

    mutating func noteLoneCR(at place: Int) {
        if loneCR == nil { loneCR = place }
    }

    @inline(__always)
    private mutating func endLine(
        _ piece: UnsafeBufferPointer<UInt8>,
        at place: Int,
        of bytes: UnsafeBufferPointer<UInt8>
    ) -> Found? {
        defer { isFirstLine = false }
        if dropped > 0 || isTooMuch(piece.count) {
            holdData(of: bytes)
            return endDroppedLine(piece, from: base + place)
        }
        if line.isEmpty {
            // A second data line: the two are put together.
            if dataHere != nil, !piece.isEmpty { holdData(of: bytes) }
            return take(piece, at: place, from: base + place, isWhole: true)
        }
        line.append(contentsOf: piece)
        let whole = line
        line.removeAll(keepingCapacity: whole.count < 1 << 16)
        return whole.withUnsafeBufferPointer {
            take($0, at: nil, from: lineStart, isWhole: true)
        }
    }

    /// - Parameter start: where the piece begins in the body.
    private mutating func endDroppedLine(
        _ piece: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Found? {
        guard line.isEmpty, piece.isEmpty else {
            extendBlock(from: line.isEmpty ? start : lineStart, to: start + piece.count)
            drop(piece.count)
            return nil
        }
        defer { dropped = 0 }
        endBlock()
        type = ""
        lastEventID = idBuffer
        return .oversized(dropped)
    }

    // MARK: Holding

    /// - Parameter start: where the piece begins in the body.
    private mutating func hold(_ piece: UnsafeBufferPointer<UInt8>, from start: Int) {
        if line.isEmpty { lineStart = start }
        if dropped > 0 || isTooMuch(piece.count) {
            drop(piece.count)
            // One byte is kept, so that the line does not look empty when it ends.
            line = [UInt8(ascii: ":")]
        } else {
            line.append(contentsOf: piece)
        }
    }

    /// Keeps the data that lies in bytes which are about to go.
    private mutating func holdData(of bytes: UnsafeBufferPointer<UInt8>) {
        guard let place = dataHere else { return }
        dataHere = nil
        hold(data: UnsafeBufferPointer(rebasing: bytes[place]))
    }

    mutating func hold(data value: UnsafeBufferPointer<UInt8>) {
        data.append(contentsOf: value)
        data.append(UInt8(ascii: "\n"))
    }

    @inline(__always)
    private func isTooMuch(_ more: Int) -> Bool {
        line.count + data.count + (dataHere.map { $0.count + 1 } ?? 0) + more > limit
    }

    private mutating func drop(_ more: Int) {
        dropped += line.count + data.count + more
        line = []
        data = []
    }
}
