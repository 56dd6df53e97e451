import ChatCompletions
import Conversations
import Sending
import SessionLibrary

/// What `fader send` keeps: a session with the messages sent, and an answer for each try.
struct SessionRecord {
    let archive: Archive
    private let library: Library
    private let said: ChatRequest
    private let session: Session
    private let lastMessage: TurnID?
    private var identifiers = IdentifierSource(seed: .random(in: 0 ... .max))
    /// Whether another program could be getting an answer in this session.
    private var isShared: Bool

    /// Saves the session with what is said, before anything is sent.
    ///
    /// - Parameter earlier: the session that it is said in; else a new one begins.
    /// - throws: `CommandProblem` when an answer is arriving there.
    init(_ said: ChatRequest, in library: Library, after earlier: Continuation?) throws {
        let now = Timestamp.now
        var session = earlier?.session ?? Self.newSession(said, &identifiers, at: now)
        session.settings = LaneSettings(
            provider: said.provider.id, baseURL: said.baseURL, model: said.model,
            parameters: said.parameters)
        session.updated = now
        var messages = said.messages[...]
        if messages.first?.role == .system { session.system = messages.removeFirst().content }
        session.turns = []
        session.head = earlier?.head
        for message in messages {
            let id = TurnID(rawValue: identifiers.next())
            session.turns.append(
                Turn(id: id, parent: session.head, message: message, created: now))
            session.head = id
        }
        self.library = library
        self.said = said
        self.session = session
        isShared = earlier != nil
        lastMessage = session.head
        archive = Archive(library)
        try saveFirst(session, session.turns)
    }

    private static func newSession(
        _ said: ChatRequest, _ identifiers: inout IdentifierSource, at now: Timestamp
    ) -> Session {
        Session(
            id: SessionID(rawValue: identifiers.next()), title: title(of: said.messages),
            created: now, updated: now,
            settings: LaneSettings(provider: said.provider.id, model: said.model), source: .send)
    }

    private func saveFirst(_ session: Session, _ turns: [Turn]) throws {
        guard isShared else { return try library.save(session, turns: turns) }
        guard try library.saveUnlessArriving(session, turns: turns) else {
            throw CommandProblem(busy: session.id)
        }
    }

    /// Saves that a try is about to go out, with a turn for its answer.
    mutating func begin() async throws -> ExchangeID {
        let start = ExchangeStart(
            exchange: ExchangeID(rawValue: identifiers.next()), session: session.id,
            turn: TurnID(rawValue: identifiers.next()), settings: session.settings, request: said)
        let answer = Turn(answering: start, after: lastMessage, at: .now)
        var session = session
        session.head = answer.id
        session.updated = .now
        if isShared {
            try saveFirst(session, [answer])
        } else {
            try await archive.save(session, [answer])
        }
        // From here on it is this program whose answer arrives.
        isShared = false
        try await archive.begin(start, at: .now)
        return start.exchange
    }

    private static func title(of messages: [Message]) -> String {
        let said = messages.first { $0.role == .user } ?? messages.first
        return Session.title(from: said?.content ?? "")
    }
}
