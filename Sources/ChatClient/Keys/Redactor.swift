internal import ChatCompletions

/// Puts `•••` in place of known keys, in texts and in a stream that may cut a key anywhere.
///
/// ```swift
/// let redactor = Redactor([key])
/// print(redactor.redacted(text))     // Incorrect API key: •••
/// ```
///
/// Of a stream only an end that could be the beginning of a key is held back until more comes.
public struct Redactor: Sendable {
    private let patterns: KeyPatterns
    private var held: [UInt8] = []

    /// Knows these keys, their base64 forms, and every way in which JSON, a URL or a page may
    /// write them. Keys of fewer than eight bytes are placeholders and are left alone.
    public init(_ secrets: [Secret]) {
        patterns = KeyPatterns(secrets)
    }

    /// Whether there is anything to take out.
    var knowsKeys: Bool { !patterns.isEmpty }

    /// A whole text without any key.
    public func redacted(_ text: String) -> String {
        knowsKeys ? String(decoding: redacted(Array(text.utf8)), as: UTF8.self) : text
    }

    /// Whole bytes without any key.
    public func redacted(_ bytes: [UInt8]) -> [UInt8] {
        let keys = patterns.places(in: bytes, isEnd: true).whole
        return keys.isEmpty ? bytes : Self.masked(bytes, keys)
    }

    /// The bytes without any key as far as that is certain, and an end that may begin one.
    func certain(of bytes: [UInt8]) -> (clear: [UInt8], rest: [UInt8]) {
        let keys = patterns.places(in: bytes, isEnd: false)
        let end = keys.begun ?? bytes.count
        return (Self.masked(Array(bytes[..<end]), keys.whole), Array(bytes[end...]))
    }

    /// Where keys are in a text of which more may come, and where one may begin at its end.
    func places(in bytes: [UInt8], isEnd: Bool) -> (whole: [Range<Int>], begun: Int?) {
        patterns.places(in: bytes, isEnd: isEnd)
    }

    /// A header field without any key, neither in its value nor in its name.
    func redacted(_ header: Header) -> Header {
        Header(redacted(header.name), redacted(header.value))
    }

    /// Takes the keys out of what came, over all cuts. What is held back is with the next read;
    /// a key that several reads brought is with the one that completed it.
    mutating func redact(_ delivery: inout Delivery) {
        guard knowsKeys, !delivery.reads.isEmpty || delivery.end != nil else { return }
        takeHeld(into: &delivery)
        let keys = patterns.places(in: delivery.bytes, isEnd: delivery.end != nil)
        let begun = keys.begun.map { delivery.bytes.count - $0 }
        if !keys.whole.isEmpty { mask(keys.whole, in: &delivery) }
        if let begun { holdBack(begun, from: &delivery) }
    }
}

extension Redactor {
    private mutating func takeHeld(into delivery: inout Delivery) {
        guard !held.isEmpty else { return }
        for place in delivery.reads.indices { delivery.reads[place].end += held.count }
        if delivery.reads.isEmpty {
            delivery.reads = [Delivery.Read(time: .now, end: held.count)]
        }
        delivery.bytes = held + delivery.bytes
        held = []
    }

    private func mask(_ keys: [Range<Int>], in delivery: inout Delivery) {
        var shift = 0
        var next = keys[...]
        for place in delivery.reads.indices {
            let end = delivery.reads[place].end
            while let key = next.first, key.upperBound <= end {
                shift += Secret.mask.utf8.count - key.count
                next = next.dropFirst()
            }
            let cut = next.first.map { min(end, $0.lowerBound) } ?? end
            delivery.reads[place].end = cut + shift
        }
        delivery.bytes = Self.masked(delivery.bytes, keys)
        delivery.removeEmptyReads()
    }

    private mutating func holdBack(_ count: Int, from delivery: inout Delivery) {
        held = Array(delivery.bytes.suffix(count))
        delivery.bytes.removeLast(count)
        let end = delivery.bytes.count
        for place in delivery.reads.indices {
            delivery.reads[place].end = min(delivery.reads[place].end, end)
        }
        delivery.removeEmptyReads()
    }

    private static func masked(_ bytes: [UInt8], _ keys: [Range<Int>]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        for key in keys {
            result += bytes[start..<key.lowerBound]
            result += Secret.mask.utf8
            start = key.upperBound
        }
        return result + bytes[start...]
    }
}
