import ChatCompletions
import Conversations
import SessionLibrary

/// How long reading takes, for `make bench`: a line for each figure, in milliseconds.
enum Measuring {
    static func run(beside path: String) throws {
        let library = try Library.open(at: path)
        let long = SessionID(rawValue: "long")
        try library.save(session(long, at: 0), turns: (0..<10_000).map(turn))
        try report("a session of 10,000 turns read") { _ = try library.session(long) }
        try fill(library, to: 500)
        try reportWindows(library, "500")
        try fill(library, to: 100_000)
        try reportWindows(library, "100,000")
    }

    private static func reportWindows(_ library: Library, _ count: String) throws {
        try report("a window of 50 of \(count) sessions") { _ = try library.window(0..<50) }
        let end = try library.sessionCount()
        try report("the last one") { _ = try library.window(end - 50..<end) }
        let filter = SessionFilter(text: "about 7")
        try report("one of those that a word leaves") {
            _ = try library.window(0..<50, where: filter)
        }
    }

    private static func fill(_ library: Library, to count: Int) throws {
        try library.save(
            (try library.sessionCount()..<count).map { number in
                var session = session(SessionID(rawValue: "s\(number)"), at: number)
                session.turns = [turn(0)]
                return session
            })
    }

    private static func report(_ name: String, _ work: () throws -> Void) throws {
        let times = try (0..<9).map { _ in try ContinuousClock().measure(work) }.sorted()
        let time = times[times.count / 2].components
        let microseconds = Int(time.seconds) * 1_000_000 + Int(time.attoseconds / 1_000_000_000_000)
        LibraryProbe.say("\(name)\t\(Double(microseconds) / 1_000)")
    }

    private static let settings = LaneSettings(provider: "practice", model: "tiny")

    private static func session(_ id: SessionID, at time: Int) -> Session {
        Session(
            id: id, title: "A conversation about \(time) 件事",
            created: Timestamp(milliseconds: 1), updated: Timestamp(milliseconds: Int64(time)),
            settings: settings)
    }

    /// Every other one an answer with all that an answer has.
    private static func turn(_ number: Int) -> Turn {
        let isAnswer = number % 2 == 1
        let text = String(repeating: "Words and more words, 还有汉字. ", count: isAnswer ? 12 : 2)
        var turn = Turn(
            id: TurnID(rawValue: "turn\(number)"),
            parent: number == 0 ? nil : TurnID(rawValue: "turn\(number - 1)"),
            message: Message(isAnswer ? .assistant : .user, text),
            created: Timestamp(milliseconds: Int64(number)))
        guard isAnswer else { return turn }
        turn.provider = "practice"
        turn.model = "tiny"
        turn.exchange = ExchangeID(rawValue: "exchange\(number)")
        turn.finishReason = "stop"
        turn.usage = Usage(promptTokens: number, completionTokens: 99, totalTokens: number + 99)
        return turn
    }
}
