import ChatCompletions
import Settings
import TOML
import Words

/// Why a command cannot be done: what happened, what to do, and the exit code that says so.
struct CommandProblem: Error {
    /// One or two lines.
    var message: Phrase
    var code: ExitStatus

    init(_ message: Phrase, code: ExitStatus = .unusable) {
        self.message = message
        self.code = code
    }

    init(_ complaint: Complaint) {
        self.init(complaint.sentence)
    }
}

/// The exit codes that the command line promises.
enum ExitStatus: Int32 {
    case done = 0
    /// The request failed.
    case failed = 1
    /// The command line, the configuration or the environment cannot be used.
    case unusable = 2
    case interrupted = 130
}
