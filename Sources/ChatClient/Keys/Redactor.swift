internal import Glibc

/// Puts `•••` in place of known keys, in texts and in a stream that may cut a key anywhere.
///
/// ```swift
/// let redactor = Redactor([key])
/// print(redactor.redacted(text))     // Incorrect API key: •••
/// ```
///
/// Of a stream only an end that could be the beginning of a key is held back until more comes.
public struct Redactor: Sendable {
    private let forms: [[UInt8]]
    private var held: [UInt8] = []

    /// Knows these keys, and their percent and base64 forms. Keys of fewer than eight bytes are
    /// placeholders and are left alone.
    public init(_ secrets: [Secret]) {
        forms = secrets.flatMap(\.forms)
    }

    /// A whole text without any key.
    public func redacted(_ text: String) -> String {
        forms.isEmpty ? text : String(decoding: redacted(Array(text.utf8)), as: UTF8.self)
    }

    /// Whole bytes without any key.
    public func redacted(_ bytes: [UInt8]) -> [UInt8] {
        let keys = places(in: bytes)
        return keys.isEmpty ? bytes : Self.masked(bytes, keys)
    }

    /// Takes the keys out of what came, over all cuts. What is held back is with the next read;
    /// a key that several reads brought is with the one that completed it.
    mutating func redact(_ delivery: inout Delivery) {
        guard !forms.isEmpty, !delivery.reads.isEmpty || delivery.end != nil else { return }
        takeHeld(into: &delivery)
        let keys = places(in: delivery.bytes)
        if !keys.isEmpty { mask(keys, in: &delivery) }
        if delivery.end == nil { holdBack(from: &delivery) }
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
        removeEmptyReads(from: &delivery)
    }

    private mutating func holdBack(from delivery: inout Delivery) {
        let count = tailThatMayBeginAKey(delivery.bytes)
        guard count > 0 else { return }
        held = Array(delivery.bytes.suffix(count))
        delivery.bytes.removeLast(count)
        let end = delivery.bytes.count
        for place in delivery.reads.indices {
            delivery.reads[place].end = min(delivery.reads[place].end, end)
        }
        removeEmptyReads(from: &delivery)
    }

    private func removeEmptyReads(from delivery: inout Delivery) {
        var last = 0
        delivery.reads.removeAll { read in
            defer { last = read.end }
            return read.end == last
        }
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

extension Redactor {
    /// Where keys stand, in order and without overlap.
    private func places(in bytes: [UInt8]) -> [Range<Int>] {
        let found = forms.flatMap { Self.places(of: $0, in: bytes) }
            .sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
        return found.reduce(into: []) { places, key in
            if key.lowerBound >= places.last?.upperBound ?? 0 { places.append(key) }
        }
    }

    private static func places(of form: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBytes { all in
            var places: [Range<Int>] = []
            var start = 0
            while let place = first(form, in: all, from: start) {
                places.append(place..<place + form.count)
                start = place + form.count
            }
            return places
        }
    }

    private static func first(_ form: [UInt8], in all: UnsafeRawBufferPointer, from start: Int)
        -> Int?
    {
        guard let base = all.baseAddress else { return nil }
        var place = start
        while all.count - place >= form.count {
            let room = all.count - place - form.count + 1
            guard let found = memchr(base + place, Int32(form[0]), room) else { return nil }
            place = UnsafeRawPointer(found) - base
            if memcmp(base + place, form, form.count) == 0 { return place }
            place += 1
        }
        return nil
    }

    /// The longest end of the bytes that is a proper beginning of a key.
    private func tailThatMayBeginAKey(_ bytes: [UInt8]) -> Int {
        let longest = (forms.map(\.count).max() ?? 1) - 1
        for count in stride(from: min(longest, bytes.count), to: 0, by: -1) {
            let tail = bytes[(bytes.count - count)...]
            if forms.contains(where: { $0.count > count && $0.starts(with: tail) }) { return count }
        }
        return 0
    }
}
