import ChatCompletions
import Conversations
import Glibc
import SessionLibrary

/// A directory of its own, gone with it.
final class Directory: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/library-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Errno(code: errno) }
        path = String(cString: made)
    }

    var library: String { path + "/library.sqlite" }

    deinit {
        for name in Directory.names(in: path) { unlink(path + "/" + name) }
        rmdir(path)
    }

    static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

struct Errno: Error { var code: CInt }

extension Session {
    static func sample(_ id: String, updated: Int64 = 1_000) -> Session {
        Session(
            id: SessionID(rawValue: id),
            title: "标题 \u{0} with a NUL",
            created: Timestamp(milliseconds: 1_000),
            updated: Timestamp(milliseconds: updated),
            settings: .sample,
            system: "Be brief."
        )
    }
}

extension LaneSettings {
    static let sample = LaneSettings(
        provider: "ppio",
        baseURL: "http://127.0.0.1:1/v1",
        model: "deepseek/v3 ✓",
        parameters: Parameters([
            JSONValue.Member("temperature", 0.7),
            JSONValue.Member("top_p", 1.0),
            JSONValue.Member("max_tokens", 512),
            JSONValue.Member("seed", .integer(.max)),
            JSONValue.Member("stop", ["\n", "\u{0}end", "结束"]),
            JSONValue.Member("stream", true),
            JSONValue.Member("user", nil),
            JSONValue.Member("response_format", ["type": "json_object", "deep": [1, [], [:]]]),
            JSONValue.Member("text", ""),
            JSONValue.Member("tiny", .number(.leastNonzeroMagnitude)),
        ])
    )
}

extension Turn {
    static func question(_ id: String, after parent: String? = nil, _ text: String = "你好？") -> Turn
    {
        Turn(
            id: TurnID(rawValue: id),
            parent: parent.map(TurnID.init),
            message: Message(.user, text),
            created: Timestamp(milliseconds: 2_000)
        )
    }

    /// An answer that is about to arrive.
    static func answer(_ id: String, after parent: String, in exchange: String) -> Turn {
        Turn(
            id: TurnID(rawValue: id),
            parent: TurnID(rawValue: parent),
            message: Message(.assistant, ""),
            state: .streaming,
            created: Timestamp(milliseconds: 3_000),
            provider: "ppio",
            model: "deepseek/v3",
            exchange: ExchangeID(rawValue: exchange)
        )
    }
}

extension Library {
    /// A session `s` with a question `q` and an answer `a` that arrives in the exchange `x`.
    func prepareExchange() throws {
        try save(.sample("s"), turns: [.question("q"), .answer("a", after: "q", in: "x")])
    }
}

extension ExchangeEvent {
    static func request() -> ExchangeEvent {
        .request(
            SentRequest(
                started: Timestamp(milliseconds: 4_000),
                method: "POST",
                url: "http://127.0.0.1:1/v1/chat/completions",
                headers: [Header("Authorization", "Bearer •••"), Header("Accept", "")],
                body: Array("{\"a\":\"\u{0}\"}".utf8)
            )
        )
    }

    static func head() -> ExchangeEvent {
        .head(
            ResponseHead(
                time: .nanoseconds(1_234_567),
                version: "HTTP/1.1",
                status: 200,
                reason: "OK",
                headers: [Header("content-type", "text/event-stream")],
                remoteAddress: "127.0.0.1:1",
                reusedConnection: true
            )
        )
    }

    /// A read that brings some content.
    static func read(
        _ content: String = "",
        reasoning: String = "",
        choice: Int = 0,
        at time: Duration = .zero,
        bytes: [UInt8]? = nil
    ) -> ExchangeEvent {
        var choice = ChoiceDelta(index: choice)
        choice.content = content
        choice.reasoning = reasoning
        var delta = Delta()
        delta.choices = [choice]
        let event = StreamEvent(number: 0, kind: .data, data: content, time: time, delta: delta)
        return .read(WireRead(time: time, bytes: bytes ?? Array(content.utf8), events: [event]))
    }

    static func ended(_ failure: Failure? = nil) -> ExchangeEvent {
        var timings = Timings()
        timings.firstByte = .nanoseconds(7)
        timings.completed = .milliseconds(1_500)
        return .ended(
            ExchangeEnd(failure: failure, timings: timings, done: true, skipped: 2, requestID: "r")
        )
    }
}

extension ExchangeID {
    static let x = ExchangeID(rawValue: "x")
}

extension SessionID {
    static let s = SessionID(rawValue: "s")
}

extension TurnID {
    static let a = TurnID(rawValue: "a")
}

extension Recorder {
    /// Begins the exchange `x` for the answer `a` of the session `s`.
    func begin() async throws {
        try await begin(
            .x, session: .s, turn: .a, settings: .sample, created: Timestamp(milliseconds: 3_500)
        )
    }
}

extension ToolCallDelta {
    init(_ call: ToolCall, at index: Int) {
        self.init(index: index)
        id = call.id
        name = call.name
        arguments = call.arguments
    }
}

/// Random numbers that are always the same ones.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
