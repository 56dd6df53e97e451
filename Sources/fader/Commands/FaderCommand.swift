import ArgumentParser
import ChatCompletions
import Words

/// The command line's table of contents.
struct FaderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fader",
        abstract: Phrase.faderAbstract.here,
        discussion: Phrase.faderDiscussion.here,
        version: "fader \(ChatRequest.version)",
        subcommands: [
            OpenCommand.self, SendCommand.self, InspectCommand.self, SessionsCommand.self,
            LibraryCommand.self,
            ProvidersCommand.self, ModelsCommand.self, PracticeCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: OpenCommand.self
    )
}
