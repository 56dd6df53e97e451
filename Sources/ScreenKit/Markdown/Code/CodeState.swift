/// What a line of code needs to know of the lines before it: the language, and what is open.
struct CodeState: Hashable, Sendable {
    /// The place among `CodeLanguage.all`; -1: none that is known.
    private let language: Int8
    /// The number of what is open among the language's `spans`, from 1 on.
    private var open: UInt8 = 0

    static let plain = CodeState(language: -1)

    private init(language: Int8) { self.language = language }

    /// - Parameter info: what stands behind the fence.
    init(info: Slice<UTF8Bytes>) {
        let word = info.prefix { !" \t{,:".utf8.contains($0) }
        let name = String(decoding: word, as: UTF8.self).lowercased()
        language = CodeLanguage.places[name] ?? -1
    }

    /// Goes on behind a line.
    mutating func pass(_ line: Slice<UTF8Bytes>) {
        guard language >= 0 else { return }
        _ = faces(of: Array(line))
    }

    /// Where in the line each face ends, in order.
    mutating func faces(of line: [UInt8]) -> [(end: Int, face: Face)] {
        guard language >= 0 else { return line.isEmpty ? [] : [(line.count, .code)] }
        return line.withUnsafeBufferPointer { bytes in
            var lexer = CodeLexer(bytes, CodeLanguage.all[Int(language)], open: Int(open))
            let faces = lexer.faces()
            open = UInt8(lexer.open)
            return faces
        }
    }
}
