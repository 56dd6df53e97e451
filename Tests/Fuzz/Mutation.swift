internal import ChatCompletions
internal import Corpora

extension Numbers {
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}

/// Changes of bytes.
extension [UInt8] {
    private static let alphabet =
        Array(#"{}[]",:\nd0e- "#.utf8) + [
            0x0A, 0x0D, 0x00, 0xFF, 0xE2, 0xEF, 0xBB, 0xBF, 0x1F, 0x8B,
        ]

    private static let words =
        [
            "data:", "data: ", "event: error\n", "id: 1\n", "retry: 9\n", ":\n", "\n\n", "\r\n\r\n",
            "\r",
            "data: [DONE]\n\n", "\\ud83d", "\\ude00", "null", "\"error\":{}", "\"choices\":[]",
            "<html>",
            "\u{FEFF}", "\u{2028}", "1e999", "-0", "NaN", "\"index\":1,", "\"details\":[1]",
        ].map { [UInt8]($0.utf8) } + JSONValue.extremeNumbers.map { [UInt8]($0.utf8) }

    /// With one to four changes somewhere.
    func mutated(_ numbers: inout Numbers) -> [UInt8] {
        var bytes = self
        for _ in 0...numbers.below(4) { bytes.mutate(&numbers) }
        return bytes
    }

    private mutating func mutate(_ numbers: inout Numbers) {
        let place = numbers.below(count + 1)
        switch numbers.below(9) {
        case 0 where place < count: remove(at: place)
        case 1: insert(numbers.pick(Self.alphabet), at: place)
        case 2 where place < count: self[place] = numbers.pick(Self.alphabet)
        case 3 where place < count: self[place] ^= 1 << UInt8(numbers.below(8))
        case 4: insert(contentsOf: numbers.pick(Self.words), at: place)
        case 5: removeSubrange(place..<Swift.min(count, place + numbers.below(40)))
        case 6: removeLast(count - place)
        case 7:
            let part = self[place..<Swift.min(count, place + numbers.below(60))]
            insert(contentsOf: part, at: numbers.below(count + 1))
        default: append(UInt8(truncatingIfNeeded: numbers.next()))
        }
    }

    /// The beginning of these bytes and the end of others.
    func spliced(with other: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        Array(prefix(numbers.below(count + 1))) + other.suffix(numbers.below(other.count + 1))
    }

    /// The body as the chunks of chunked coding, left in by a server that coded twice; or each line
    /// under a name of its own.
    func framed(_ numbers: inout Numbers) -> [UInt8] {
        let text = String(decoding: self, as: UTF8.self)
        switch numbers.below(3) {
        case 0: return Array("\(String(count, radix: 16))\r\n\(text)\r\n0\r\n\r\n".utf8)
        case 1: return text.split(separator: "\n").flatMap { Array("data: \($0)\r\n\r\n".utf8) }
        default: return text.split(separator: "\n\n").flatMap { Array("\($0.dropFirst(6))\n".utf8) }
        }
    }
}

/// Changes of values.
extension JSONValue {
    private static let strangers: [JSONValue] =
        [
            nil, true, 0, -1, 1.5, 9_007_199_254_740_993, "", "text", [], [:], ["a"],
            [nil, "b", ["text": "c"]], ["text": "d"], ["type": "thinking", "thinking": "t"],
            [["content": [["token": "a", "logprob": nil]]]],
        ] + extremes

    /// With one value somewhere in it replaced, removed or doubled.
    func mutated(_ numbers: inout Numbers) -> JSONValue {
        switch self {
        case .object(var members) where !members.isEmpty:
            let place = numbers.below(members.count)
            switch numbers.below(7) {
            case 0: members.remove(at: place)
            case 1: members[place].value = numbers.pick(Self.strangers)
            case 2: members.append(Member(members[place].name, numbers.pick(Self.strangers)))
            default: members[place].value = members[place].value.mutated(&numbers)
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty:
            let place = numbers.below(elements.count)
            switch numbers.below(6) {
            case 0: elements.remove(at: place)
            case 1: elements.append(numbers.pick(Self.strangers))
            case 2: elements.append(elements[place])
            default: elements[place] = elements[place].mutated(&numbers)
            }
            return .array(elements)
        case .integer, .number: return numbers.pick(Self.extremes)
        default: return numbers.pick(Self.strangers)
        }
    }
}
