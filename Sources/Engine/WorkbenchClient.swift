package import ChatClient
import ChatCompletions

extension Client.Options {
    /// As the workbench reads: it shows and records what comes as it comes.
    package var forWorkbench: Client.Options {
        var options = self
        // What is read from the wire at once stays small.
        options.pendingLimit = 1 << 17
        options.answerLimits = .workbench
        // Longer than the driver's rest: what is delivered is drawn at once.
        options.gatherFor = .milliseconds(48)
        return options
    }
}

extension AnswerReader.Limits {
    /// An answer is shown, kept and recorded: what is held of it is held several times. This is the
    /// text of a million tokens.
    static let workbench: AnswerReader.Limits = {
        var limits = AnswerReader.Limits()
        limits.text = 4 << 20
        limits.event = 4 << 20
        return limits
    }()
}
