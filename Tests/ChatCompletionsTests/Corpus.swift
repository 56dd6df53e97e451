import ChatCompletions
import Foundation
import Testing

/// The cases of a corpus file, each one a line of JSON.
enum Corpus {
    static let streams = load("sse-open")
    static let exchanges = load("exchanges-open").map(ExchangeCase.init)

    private static func load(_ name: String) -> [JSONValue] {
        let url = Bundle.module.url(forResource: "Corpora/\(name)", withExtension: "jsonl")
        let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return text.split(separator: "\n").compactMap { try? JSONValue(parsing: String($0)) }
    }
}

struct ExchangeCase: CustomTestStringConvertible, Sendable {
    let json: JSONValue
    var id: String { json["id"]?.string ?? "?" }
    var testDescription: String { id }
    var body: [UInt8] { bytes(json["body_b64"]) }
    var status: Int { json["status"]?.int ?? 0 }
    var headers: [Header] {
        (json["headers"]?.array ?? []).map { Header($0[0]?.string ?? "", $0[1]?.string ?? "") }
    }
    var streams: Bool { json["request"]?["stream"]?.bool ?? false }
    var expectations: [JSONValue] { [json["expect"], json["expect_alt"]].compactMap(\.self) }

    /// What the transport says of the ending.
    var transportFailure: Failure? {
        json["ending"] == "cut" ? Failure(.transport, "cut", phase: .body) : nil
    }
}

func bytes(_ base64: JSONValue?) -> [UInt8] {
    Data(base64Encoded: base64?.string ?? "").map(Array.init) ?? []
}

/// Ways to cut bytes: whole, by one, by two, and in pieces that only look random, some empty.
func cuttings(_ bytes: [UInt8]) -> [[[UInt8]]] {
    var numbers = Numbers(state: 7)
    var odd: [[UInt8]] = [[]]
    var place = 0
    while place < bytes.count {
        let end = min(bytes.count, place + Int(numbers.next() % 23))
        odd.append(Array(bytes[place..<end]))
        place = end
    }
    return [[bytes], cut(bytes, by: 1), cut(bytes, by: 2), odd]
}

func cut(_ bytes: [UInt8], by size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min(bytes.count, $0 + size)])
    }
}

/// The same numbers in each run (SplitMix64).
struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
