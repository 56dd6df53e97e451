import Support

/// An answer that counts, on a server of ours, and the home of who asks for it.
struct Counting {
    let words: [String]
    let provider: TestProvider
    let desk: CommandDesk

    /// - Parameters:
    ///   - count: of the answer's words.
    ///   - gate: what its end waits for.
    init(to count: Int, until gate: Gate? = nil) throws {
        words = Script.words(count)
        let script = gate.map { [words] in Script.answer(words, until: $0) }
        provider = try TestProvider(script ?? Script.answer(words))
        desk = try CommandDesk()
    }

    var text: String { words.joined() }

    /// What asks for it without a screen.
    var command: [String] { ["send"] + TmuxScreen.target(provider) + ["Count!"] }
}
