import ArgumentParser
import Words

/// `fader doctor`: what would keep Fader from working here.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: Phrase.doctorAbstract.here,
        discussion: Phrase.doctorDiscussion.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    func run() async throws {
        let choices = shared.choices
        let preferences = Preferences(found: choices)
        var diagnosis = Diagnosis()
        await diagnosis.examineTerminal()
        diagnosis.examineSoftware()
        diagnosis.examine(preferences)
        diagnosis.examineLibrary(at: preferences.libraryFile(choices))
        diagnosis = try await Interruption().cancelling { [diagnosis] in
            var diagnosis = diagnosis
            await diagnosis.examineKeys(choices, preferences)
            try Task.checkCancellation()
            return diagnosis
        }
        try StandardStream.output.write(Columns.text(diagnosis.lines))
        if diagnosis.isWrong { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
