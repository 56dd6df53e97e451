/// What words are made of: runs of one kind, and within ideographs what a list of words knows. Kana and
/// Hangul form runs apart from Latin.
enum WordKind {
    case space, letters, wideLetters, ideographs, signs

    static func of(_ scalar: UInt32) -> WordKind {
        if scalar == 0x20 || scalar == 0x09 || scalar == 0x0a || scalar == 0x3000 { return .space }
        if scalar == 0x5f { return .letters }
        guard let properties = Unicode.Scalar(scalar)?.properties,
            properties.isAlphabetic || properties.numericType != nil
        else { return .signs }
        if properties.isIdeographic { return .ideographs }
        return ScalarClass.of(scalar) == .wide ? .wideLetters : .letters
    }

    /// Whether a run of so many bytes may go on: some hundred ideographs are enough to know a word by.
    func reaches(_ bytes: Int) -> Bool { self != .ideographs || bytes < 300 }
}
