import ArgumentParser
import ChatCompletions

/// The command line's table of contents.
struct FaderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fader",
        abstract: "A terminal workbench for chat-completion APIs.",
        discussion: """
            Without a command, fader opens the workbench. The other commands do one thing of it \
            without a screen, for scripts and pipes.

            Keys are never options: set NEOLINK_API_KEY, CORESHUB_API_KEY, LANRUI_API_KEY, \
            PPIO_API_KEY, or FADER_API_KEY for any other endpoint.

            Exit codes: 0 done, 1 the request failed or its answer is not saved, 2 the command \
            line, configuration or environment is unusable, 130 interrupted.
            """,
        version: "fader \(ChatRequest.version)",
        subcommands: [
            OpenCommand.self, SendCommand.self, InspectCommand.self, SessionsCommand.self,
            LibraryCommand.self,
            ProvidersCommand.self, ModelsCommand.self, PracticeCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: OpenCommand.self
    )
}
