import Corpora
import Foundation
import Testing

@testable import ChatCompletions

/// Foundation's JSON judges ours: what it takes we take, and read alike.
///
/// Where we know better, Foundation has no say. It refuses a comma before a closing bracket, `NaN`
/// and `Infinity`, lone halves of surrogate pairs, broken UTF-8 and numbers beyond a `Double`; of
/// two members with one name it keeps either; and bytes with zeros it may take for UTF-16.
@Suite struct FoundationJudgeTests {
    private static let documents = Corpus.exchanges
        .flatMap { example in Reading(example, [example.body]).events.map(\.data) }
        .filter { $0.utf8.count < 4000 }
        .map { Array($0.utf8) }

    @Test func whatFoundationTakesIsReadAlike() {
        var numbers = Numbers(state: 17)
        var taken = 0
        for document in Self.documents {
            for round in 0..<20 {
                let bytes = round == 0 ? document : mutated(document, &numbers)
                guard !bytes.contains(0), let judged = judgement(of: bytes) else { continue }
                taken += 1
                expectAgreement(on: bytes, judged)
            }
        }
        #expect(taken > 1000)
    }

    private func judgement(of bytes: [UInt8]) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    }

    private func expectAgreement(on bytes: [UInt8], _ judged: Any) {
        let text = Comment(rawValue: String(decoding: bytes, as: UTF8.self))
        guard let value = try? JSONValue(parsing: bytes) else {
            Issue.record(text)
            return
        }
        if value.hasTwins { return }
        #expect(agree(value, judged), text)
        guard let plain = JSONValue(foundation: judged), plain.members != nil else { return }
        var repeats = RepeatedTexts()
        let read = bytes.withUnsafeBufferPointer {
            try? ChunkReader.read($0, repeats: &repeats).delta
        }
        // Foundation forgets the order of members, by which only usage is chosen.
        let expected = judgedDelta(plain)
        #expect(read?.plain.choices == expected.choices, text)
        #expect(read?.id == expected.id, text)
        #expect(read?.model == expected.model, text)
    }

    private func agree(_ value: JSONValue, _ judged: Any) -> Bool {
        switch value {
        case .null: return judged is NSNull
        case .bool(let bool): return judged as? Bool == bool
        case .integer(let integer): return (judged as? NSNumber)?.int64Value == Int64(integer)
        case .number(let number): return (judged as? NSNumber)?.doubleValue == number
        case .spelled(let number): return (judged as? NSNumber)?.doubleValue == number.double
        case .string(let string):
            return (judged as? String).map { Array($0.utf8) } == Array(string.utf8)
        case .array(let elements):
            guard let others = judged as? [Any], others.count == elements.count else {
                return false
            }
            return zip(elements, others).allSatisfy { agree($0, $1) }
        case .object(let members):
            guard let others = judged as? [String: Any], others.count == members.count else {
                return false
            }
            return members.allSatisfy { member in
                others[member.name].map { agree(member.value, $0) } ?? false
            }
        }
    }

    private func mutated(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = bytes
        let alphabet = Array(#"{}[]",:\ntu0189e-+. "#.utf8) + [0x09, 0x0A, 0x1F, 0x7F, 0xC3]
        for _ in 0...(numbers.next() % 2) where !bytes.isEmpty {
            let place = Int(numbers.next() % UInt64(bytes.count))
            let byte = alphabet[Int(numbers.next() % UInt64(alphabet.count))]
            switch numbers.next() % 3 {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(byte, at: place)
            default: bytes[place] = byte
            }
        }
        return bytes
    }
}

extension JSONValue {
    /// Whether an object in it has two members of one name.
    fileprivate var hasTwins: Bool {
        switch self {
        case .object(let members):
            Set(members.map(\.name)).count < members.count || members.contains { $0.value.hasTwins }
        case .array(let elements): elements.contains(where: \.hasTwins)
        default: false
        }
    }

    /// What Foundation read, its members in any order.
    fileprivate init?(foundation value: Any) {
        switch value {
        case is NSNull: self = .null
        case let text as String: self = .string(text)
        case let elements as [Any]: self = .array(elements.compactMap(JSONValue.init(foundation:)))
        case let members as [String: Any]:
            self = .object(
                members.compactMap { name, value in
                    JSONValue(foundation: value).map { Member(name, $0) }
                })
        // A truth is a number of type `char` there.
        case let number as NSNumber where String(cString: number.objCType) == "c":
            self = .bool(number.boolValue)
        case let number as NSNumber:
            guard let value = try? JSONValue(parsing: number.stringValue) else { return nil }
            self = value
        default: return nil
        }
    }
}
