import ArgumentParser
import ChatCompletions
import Words

/// `fader inspect`: what an event stream holds.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: Phrase.inspectAbstract.here,
        discussion: Phrase.inspectDiscussion.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Argument(
        help: ArgumentHelp(.inspectFileHelp, valueName: "file"),
        completion: .file()
    )
    var file = "-"

    @Flag(help: ArgumentHelp(.jsonLinesHelp))
    var json = false

    func run() async throws {
        let input = file == "-" ? InputBytes.standard : try InputBytes(file: file)
        var inspection = Inspection(form: json ? .json : .text)
        try input.forEachPiece { try StandardStream.output.write(inspection.lines(for: $0)) }
        try StandardStream.output.write(inspection.lastLines())
    }
}
