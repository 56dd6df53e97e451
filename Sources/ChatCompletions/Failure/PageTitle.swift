/// What a web page or a plain text says in one line, without its markup.
enum PageTitle {
    /// The text of the first `<title>`; `nil` when there is none.
    static func title(of page: String) -> String? {
        let bytes = Array(page.utf8)
        guard let tag = place(of: "<title", in: bytes, from: 0),
            let start = bytes[tag...].firstIndex(of: UInt8(ascii: ">")),
            let end = place(of: "</title", in: bytes, from: start)
        else { return nil }
        let title = oneLine(String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
        return title.isEmpty ? nil : unescaped(title)
    }

    /// A plain text as one line of at most 300 characters.
    static func oneLine(_ text: String) -> String {
        let start = text.utf8.prefix(1 << 14)
        let words = start.split { $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0D }
        let line = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        if line.utf8.count <= 300 { return line }
        return line.count > 300 ? line.prefix(300) + "…" : line
    }

    private static func place(of tag: String, in bytes: [UInt8], from start: Int) -> Int? {
        let tag = Array(tag.utf8)
        guard bytes.count >= start + tag.count else { return nil }
        return (start...(bytes.count - tag.count)).first { place in
            tag.indices.allSatisfy { lowercase(bytes[place + $0]) == tag[$0] }
        }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    private static func unescaped(_ text: String) -> String {
        [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
            ("&amp;", "&"),
        ].reduce(text) { text, entity in
            text.split(separator: entity.0, omittingEmptySubsequences: false)
                .joined(separator: entity.1)
        }
    }
}
