import ChatCompletions
import Conversations
import Glibc
import SessionLibrary

/// A program that the library's tests run and kill.
///
/// - `stream PATH`: records one exchange after another for ever, and says what is on the disk
/// - `hold PATH`: records half an exchange, says so, and waits for the end of its input
/// - `spool PATH`: records without any commit but the first, says so, and waits
/// - `write PATH SESSION COUNT`: saves a session of so many turns, one by one
/// - `full PATH BYTES`: records an exchange with files limited to that size, then without
/// - `open PATH BYTES`: opens a library with files limited to that size, and says what became of it
/// - `measure PATH`: says how long reading takes, for `make bench`
/// - `fixture PATH`: makes a library with everything in it
@main struct LibraryProbe {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let mode = arguments.first, let path = arguments.dropFirst().first else { exit(64) }
        let rest = arguments.dropFirst(2).map { $0 }
        switch mode {
        case "stream": try await stream(path)
        case "hold": try await hold(path)
        case "spool": try await spool(path)
        case "write": try write(path, rest)
        case "full": try await full(path, Int(rest.first ?? "") ?? 0)
        case "open": try open(path, Int(rest.first ?? "") ?? 0)
        case "measure": try Measuring.run(beside: path)
        case "fixture": try await Fixture.write(to: path)
        default: exit(64)
        }
    }

    static func say(_ line: String) {
        print(line)
        fflush(nil)
    }
}

extension LibraryProbe {
    private static func stream(_ path: String) async throws {
        let library = try Library.open(at: path)
        let recorder = Recorder(library)
        for number in 0... {
            let exchange = try await begin(number, recorder, library)
            say("begun \(number)")
            for read in 0..<(number % 7) * 5 {
                try await recorder.record([piece(read)], of: exchange)
                if read % 3 == 0 { try await recorder.flush() }
                say("read \(number) \(read + 1)")
            }
            try await recorder.record([.ended(ExchangeEnd())], of: exchange)
            say("ended \(number)")
        }
    }

    private static func hold(_ path: String) async throws {
        let library = try Library.open(at: path)
        let recorder = Recorder(library)
        let exchange = try await begin(0, recorder, library)
        try await recorder.record([piece(0), piece(1)], of: exchange)
        try await recorder.flush()
        say("held")
        while readLine() != nil {}
    }

    private static func spool(_ path: String) async throws {
        let library = try Library.open(at: path)
        // A clock that stands still: nothing is ever due.
        let clock = RecorderClock(
            now: { .zero }, wait: { _ in try? await Task.sleep(for: .seconds(3_600)) })
        let recorder = Recorder(library, clock: clock)
        let exchange = try await begin(0, recorder, library)
        for number in 0..<3 { try await recorder.record([piece(number)], of: exchange) }
        say("spooled")
        while readLine() != nil {}
    }

    private static func write(_ path: String, _ arguments: [String]) throws {
        let library = try Library.open(at: path)
        let session = SessionID(rawValue: arguments.first ?? "s")
        try library.save(emptySession(session))
        for number in 0..<(Int(arguments.last ?? "") ?? 0) {
            try library.save(turn("t\(number)", .done), in: session)
        }
    }

    private static func full(_ path: String, _ size: Int) async throws {
        signal(SIGXFSZ, SIG_IGN)
        let library = try Library.open(at: path)
        let recorder = Recorder(library) { problem in
            say("problem \(problem?.kind.rawValue ?? "none")")
        }
        let exchange = try await begin(0, recorder, library)
        limitFiles(to: rlim_t(size))
        let large = [UInt8](repeating: 0x61, count: size)
        try await recorder.record(
            [.read(WireRead(time: .zero, bytes: large)), piece(1)], of: exchange)
        try? await recorder.flush()
        try await recorder.record([piece(2)], of: exchange)
        do {
            try await recorder.record([.ended(ExchangeEnd())], of: exchange)
            say("ended though full")
        } catch {
            say("kept")
        }
        limitFiles(to: .max)
        try await recorder.flush()
        say("saved")
    }

    private static func open(_ path: String, _ size: Int) throws {
        signal(SIGXFSZ, SIG_IGN)
        limitFiles(to: rlim_t(size))
        let library = try Library.open(at: path)
        say("\(library.refusal?.kind.rawValue ?? "writable") \(try library.sessionCount())")
    }

    private static func limitFiles(to size: rlim_t) {
        var limit = rlimit(rlim_cur: size, rlim_max: .max)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }
}

extension LibraryProbe {
    /// A session `sN` whose answer `a` arrives in the exchange `xN`.
    private static func begin(
        _ number: Int, _ recorder: Recorder, _ library: Library
    ) async throws -> ExchangeID {
        let session = SessionID(rawValue: "s\(number)")
        let exchange = ExchangeID(rawValue: "x\(number)")
        let answer = turn("a", .streaming)
        try library.save(emptySession(session), turns: [answer])
        try await recorder.begin(
            exchange, session: session, turn: answer.id, settings: settings,
            created: Timestamp(milliseconds: 1)
        )
        return exchange
    }

    /// A chunk as a server sends it.
    private static func piece(_ number: Int) -> ExchangeEvent {
        var choice = ChoiceDelta(index: 0)
        choice.content = "\(number) "
        var delta = Delta()
        delta.choices = [choice]
        let data = #"{"choices":[{"index":0,"delta":{"content":"\#(number) "}}]}"#
        let time = Duration.microseconds(number)
        let event = StreamEvent(number: number, kind: .data, data: data, time: time, delta: delta)
        let bytes = Array("data: \(data)\n\n".utf8)
        return .read(WireRead(time: time, bytes: bytes, events: [event]))
    }

    private static let settings = LaneSettings(provider: "practice", model: "tiny")

    private static func emptySession(_ id: SessionID) -> Session {
        let time = Timestamp(milliseconds: 1)
        return Session(id: id, title: "", created: time, updated: time, settings: settings)
    }

    private static func turn(_ id: String, _ state: Turn.State) -> Turn {
        Turn(
            id: TurnID(rawValue: id), parent: nil, message: Message(.assistant, ""), state: state,
            created: Timestamp(milliseconds: 1)
        )
    }
}
