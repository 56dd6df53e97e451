import ArgumentParser
import ChatCompletions

/// `fader inspect`: what an event stream holds.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show the events of a response body as they arrive.",
        discussion: """
            For example: curl -N … | fader inspect

            With --json, one object a line for each event, and a last line with retry, last_event_id, \
            comments, and the event that the end of the body left unfinished.
            """
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Argument(
        help: ArgumentHelp("The body; - or nothing is standard input.", valueName: "file"),
        completion: .file()
    )
    var file = "-"

    @Flag(help: "Print JSON, one object a line.")
    var json = false

    func run() async throws {
        let input = file == "-" ? InputBytes.standard : try InputBytes(file: file)
        var inspection = Inspection(form: json ? .json : .text)
        try input.forEachPiece { try StandardStream.output.write(inspection.lines(for: $0)) }
        try StandardStream.output.write(inspection.lastLines())
    }
}
