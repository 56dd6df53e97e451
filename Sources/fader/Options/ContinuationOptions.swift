import ArgumentParser

/// Which session `fader send` goes on with.
struct ContinuationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            .goOnWithHelp, valueName: "id"))
    var session: String?

    @Flag(
        name: .customLong("continue"),
        help: ArgumentHelp(.continueHelp))
    var continues = false

    var isAsked: Bool { session != nil || continues }

    func validate() throws {
        if session != nil && continues {
            throw ValidationError(.sessionOrContinue)
        }
    }

    /// - throws: `CommandProblem` when there is no such session, or an answer is arriving in it.
    func continuation(_ choices: Choices, _ preferences: Preferences) throws -> Continuation? {
        if let session { return try Continuation(choices.session(session, preferences)) }
        return continues ? try Continuation(choices.latestSession(preferences)) : nil
    }
}
