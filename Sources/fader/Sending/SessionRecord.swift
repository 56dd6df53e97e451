import ChatCompletions
import SessionLibrary

/// What `fader send` keeps: a session with the messages sent, and an answer for each try.
struct SessionRecord {
    let recorder: Recorder
    private let library: Library
    private let session: Session
    private let lastMessage: TurnID?
    private var identifiers: IdentifierSource

    /// Saves the session and its messages, before anything is sent.
    init(_ request: ChatRequest, in library: Library) throws {
        var identifiers = IdentifierSource(seed: .random(in: 0 ... .max))
        let now = Timestamp.now
        var session = Session(
            id: SessionID(rawValue: identifiers.next()),
            title: Self.title(of: request.messages),
            created: now,
            updated: now,
            settings: LaneSettings(
                provider: request.provider.id,
                baseURL: request.baseURL,
                model: request.model,
                parameters: request.parameters
            )
        )
        var messages = request.messages[...]
        if messages.first?.role == .system { session.system = messages.removeFirst().content }
        for message in messages {
            let id = TurnID(rawValue: identifiers.next())
            session.turns.append(
                Turn(id: id, parent: session.turns.last?.id, message: message, created: now)
            )
        }
        session.head = session.turns.last?.id
        try library.save(session, turns: session.turns)
        self.library = library
        self.session = session
        self.identifiers = identifiers
        lastMessage = session.head
        recorder = Recorder(library)
    }

    /// Saves that a try is about to go out, with a turn for its answer.
    mutating func begin() async throws -> ExchangeID {
        let exchange = ExchangeID(rawValue: identifiers.next())
        let answer = Turn(
            id: TurnID(rawValue: identifiers.next()),
            parent: lastMessage,
            message: Message(.assistant, ""),
            state: .streaming,
            created: .now,
            provider: session.settings.provider,
            model: session.settings.model
        )
        var session = session
        session.head = answer.id
        session.updated = .now
        try library.save(session, turns: [answer])
        try await recorder.begin(
            exchange,
            session: session.id,
            turn: answer.id,
            settings: session.settings,
            created: .now
        )
        return exchange
    }

    /// The beginning of the first thing that was said.
    private static func title(of messages: [Message]) -> String {
        let said = messages.first { $0.role == .user } ?? messages.first
        let words = (said?.content ?? "").split(whereSeparator: \.isWhitespace)
        let line = words.joined(separator: " ")
        return line.count > 60 ? line.prefix(59) + "…" : line
    }
}
