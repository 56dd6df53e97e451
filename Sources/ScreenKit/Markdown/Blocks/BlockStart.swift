/// What a line of Markdown may begin with.
enum BlockStart {
    typealias Text = Slice<UTF8Bytes>

    /// A list item: its sign, and how far to the right its text stands.
    struct Item {
        let marker: ListMarker
        /// Bytes of the sign.
        let length: Int
        /// Columns of white space behind it that are the item's own.
        let padding: Int
        /// Columns before the item's text.
        let width: Int
    }

    /// - Parameter inParagraph: the item would interrupt one, which an empty one may not, nor one
    ///   that counts from another number than 1.
    static func item(at cursor: LineCursor, inParagraph: Bool) -> Item? {
        let text = cursor.bytes[cursor.text]
        guard let (marker, length) = marker(text) else { return nil }
        var behind = cursor
        behind.skipIndent()
        behind.skip(length)
        let isEmpty = behind.isBlank
        guard isEmpty || behind.indent > 0 else { return nil }
        if inParagraph, isEmpty || marker.start ?? 1 != 1 { return nil }
        let padding = isEmpty || behind.indent > 4 ? 1 : behind.indent
        return Item(
            marker: marker, length: length, padding: padding,
            width: cursor.indent + length + padding)
    }

    private static func marker(_ text: Text) -> (ListMarker, length: Int)? {
        guard let first = text.first else { return nil }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "*") {
            return (ListMarker(sign: first, start: nil), 1)
        }
        let digits = text.prefix(while: isDigit)
        guard (1...9).contains(digits.count), let sign = text.dropFirst(digits.count).first,
            sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return (ListMarker(sign: sign, start: number), digits.count + 1)
    }

    static func heading(_ cursor: LineCursor) -> (level: Int, text: Range<Int>)? {
        let bytes = cursor.bytes
        let line = cursor.text
        let level = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
        let behind = line.lowerBound + level
        guard (1...6).contains(level), behind == line.upperBound || isSpace(bytes[behind])
        else { return nil }
        let text = trimmed(behind..<line.upperBound, in: bytes)
        let signs = bytes[text].reversed().prefix { $0 == UInt8(ascii: "#") }.count
        let rest = text.lowerBound..<text.upperBound - signs
        guard signs > 0, rest.isEmpty || isSpace(bytes[rest.upperBound - 1]) else {
            return (level, text)
        }
        return (level, trimmed(rest, in: bytes))
    }

    static func isRule(_ text: Text) -> Bool {
        guard let sign = text.first,
            sign == UInt8(ascii: "*") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_")
        else { return false }
        var count = 0
        for byte in text {
            if byte == sign { count += 1 } else if !isSpace(byte) { return false }
        }
        return count >= 3
    }

    /// The level of the heading that the line before becomes.
    static func underline(_ text: Text) -> Int? {
        guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
            text.drop(while: { $0 == sign }).allSatisfy(isSpace)
        else { return nil }
        return sign == UInt8(ascii: "=") ? 1 : 2
    }

    static func fence(_ cursor: LineCursor) -> (fence: Fence, info: Range<Int>)? {
        let text = cursor.bytes[cursor.text]
        guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
            return nil
        }
        let length = text.prefix { $0 == sign }.count
        let info = trimmed(
            cursor.text.lowerBound + length..<cursor.text.upperBound, in: cursor.bytes)
        guard length >= 3, sign == UInt8(ascii: "~") || !cursor.bytes[info].contains(sign) else {
            return nil
        }
        return (Fence(sign: sign, length: length, indent: cursor.indent), info)
    }

    /// Whether a line that has only begun may still become something of which these bytes are
    /// a sign, and no text.
    static func mayBecomeMarker(_ text: Text) -> Bool {
        let signs = "-_*=+#>~`|: \t".utf8
        if text.allSatisfy({ signs.contains($0) }) { return true }
        let digits = text.prefix(while: isDigit)
        guard (1...3).contains(digits.count) else { return false }
        let behind = text.dropFirst(digits.count)
        return behind.isEmpty
            || (behind.first == UInt8(ascii: ".") || behind.first == UInt8(ascii: ")"))
                && behind.dropFirst().allSatisfy(isSpace)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte & 0xdf) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    static func trimmed(_ range: Range<Int>, in bytes: UTF8Bytes) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
