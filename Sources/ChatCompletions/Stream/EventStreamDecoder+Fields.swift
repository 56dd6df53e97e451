/// What a line means.
extension EventStreamDecoder {
    /// - Parameters:
    ///   - place: where the line lies in the bytes that are being read; `nil` when it lies elsewhere.
    ///   - start: where it begins in the body.
    ///   - isWhole: false for a line that the end of the body cut off.
    mutating func take(
        _ line: UnsafeBufferPointer<UInt8>,
        at place: Int?,
        from start: Int,
        isWhole: Bool
    ) -> Found? {
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) {
            isFirstLine = false
            let rest = UnsafeBufferPointer(rebasing: line[3...])
            return take(rest, at: place.map { $0 + 3 }, from: start + 3, isWhole: isWhole)
        }
        if line.isEmpty { return dispatch() }
        let colon = line.begins(with: "data:") ? 4 : line.firstIndex(of: UInt8(ascii: ":"))
        let end = colon ?? line.count
        // Only one space after the colon is dropped (HTML Standard, 9.2.6).
        let hasSpace = end + 1 < line.count && line[end + 1] == UInt8(ascii: " ")
        let skipped = min(end + (hasSpace ? 2 : 1), line.count)
        let value = UnsafeBufferPointer(rebasing: line[skipped...])
        let name = UnsafeBufferPointer(rebasing: line[..<end])
        if name.equals("data") {
            if !hasSpace, !value.isEmpty { oddities.insert(.noSpaceAfterColon) }
            extendBlock(from: start, to: start + line.count)
            take(data: value, at: place.map { $0 + skipped })
            return nil
        }
        if end == 0 {
            guard isWhole else { return nil }
            span = start..<(start + line.count)
            return .comment(text(line.dropFirst()))
        }
        extendBlock(from: start, to: start + line.count)
        return take(field: name, value, isWhole: isWhole)
    }

    @inline(__always)
    private mutating func take(data value: UnsafeBufferPointer<UInt8>, at place: Int?) {
        if let place, data.isEmpty {
            dataHere = place..<place + value.count
        } else {
            hold(data: value)
        }
    }

    /// An event's lines go from its first field to its last one; comments may stand among them.
    @inline(__always)
    mutating func extendBlock(from start: Int, to end: Int) {
        if blockStart < 0 { blockStart = start }
        blockEnd = end
    }

    @inline(__always)
    mutating func endBlock() {
        if blockStart >= 0 { span = blockStart..<blockEnd }
        blockStart = -1
    }

    private mutating func take(
        field name: UnsafeBufferPointer<UInt8>,
        _ value: UnsafeBufferPointer<UInt8>,
        isWhole: Bool
    ) -> Found? {
        if name.equals("event") {
            type = text(value[...])
        } else if name.equals("id") {
            if !value.contains(0) { idBuffer = text(value[...]) }
        } else if name.equals("retry"), isWhole, let time = Self.time(value) {
            retry = time
            return .retry(time)
        } else if !name.equals("retry") {
            oddities.insert(.unknownField)
        }
        return nil
    }

    private static func time(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
        guard value.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(String(decoding: value, as: UTF8.self))
    }

    @inline(__always)
    private mutating func dispatch() -> Found? {
        lastEventID = idBuffer
        let type = type
        if !type.isEmpty { self.type = "" }
        endBlock()
        if let place = dataHere {
            dataHere = nil
            return .event(type: type, .here(place))
        }
        if data.isEmpty { return nil }
        var held: [UInt8] = []
        swap(&held, &data)
        held.removeLast()
        return .event(type: type, .held(held))
    }

    private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }
}
