/// Small chunks as services send them, in pieces as a socket gives them.
struct SampleStream {
    let name: String
    let count: Int
    let pieces: [[UInt8]]

    var byteCount: Int { pieces.reduce(0) { $0 + $1.count } }

    static let pieceSize = 16 << 10

    private init(_ name: String, count: Int, _ delta: (Int) -> String) {
        self.name = name
        self.count = count
        var bytes: [UInt8] = []
        for number in 0..<count {
            bytes += "data: \(Self.head)\(delta(number))\(Self.tail)\n\n".utf8
        }
        bytes += "data: \(Self.head){}\(Self.end)\n\ndata: [DONE]\n\n".utf8
        pieces = stride(from: 0, to: bytes.count, by: Self.pieceSize).map {
            Array(bytes[$0..<min(bytes.count, $0 + Self.pieceSize)])
        }
    }

    // As vLLM prints them.
    private static let head =
        #"{"id":"chatcmpl-8f3c1d2e9b7a4c55","object":"chat.completion.chunk","#
        + #""created":1760000000,"model":"deepseek-r1-turbo","choices":[{"index":0,"delta":"#
    private static let tail = #","logprobs":null,"finish_reason":null}]}"#
    private static let end = #","logprobs":null,"finish_reason":"stop"}]}"#

    static func english(_ count: Int) -> Self {
        let words = [" the", " nucleus", " of", " probability", ",", " most", " likely", "\\n"]
        return Self("English", count: count) { #"{"content":"\#(words[$0 % words.count])"}"# }
    }

    static func chinese(_ count: Int) -> Self {
        let words = ["核采样", "保留", "最", "可能的", "词", "，", "直到", "达到份额"]
        return Self("Chinese", count: count) { #"{"content":"\#(words[$0 % words.count])"}"# }
    }

    static func reasoning(_ count: Int) -> Self {
        let words = [" First", ",", " I", " consider", " the", " question", "", " again"]
        return Self("reasoning", count: count) {
            #"{"role":"assistant","content":null,"reasoning_content":"\#(words[$0 % words.count])"}"#
        }
    }
}
