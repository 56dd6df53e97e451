package import ChatCompletions
internal import Foundation

/// The cases of a corpus file, each one a line of JSON.
package enum Corpus {
    package static let streams = load("sse-open")
    package static let exchanges = load("exchanges-open").map(ExchangeCase.init)

    private static func load(_ name: String) -> [JSONValue] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appending(path: "ChatCompletionsTests/Corpora/\(name).jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONValue(parsing: String($0)) }
    }
}

/// One whole HTTP answer, and what a client should make of it.
package struct ExchangeCase: Sendable {
    package let json: JSONValue

    package var id: String { json["id"]?.string ?? "?" }
    package var body: [UInt8] { bytes(json["body_b64"]) }
    package var status: Int { json["status"]?.int ?? 0 }
    package var headers: [Header] {
        (json["headers"]?.array ?? []).map { Header($0[0]?.string ?? "", $0[1]?.string ?? "") }
    }
    package var streams: Bool { json["request"]?["stream"]?.bool ?? false }
    package var isCut: Bool { json["ending"] == "cut" }
    /// Where the case wants its body cut.
    package var cuts: [Int] { (json["cuts"]?.array ?? []).compactMap(\.int) }

    /// What the transport says of the ending.
    package var transportFailure: Failure? {
        isCut ? Failure(.transport, "cut", phase: .body) : nil
    }
}

package func bytes(_ base64: JSONValue?) -> [UInt8] {
    Data(base64Encoded: base64?.string ?? "").map(Array.init) ?? []
}
