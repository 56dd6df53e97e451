import ChatCompletions
import Settings
import TOML

/// What the configuration says, with the files and folders that go with it.
struct Preferences {
    var configuration: Configuration
    var folders: Folders
    /// The configuration's file, whether it is there or not.
    var configurationFile: String
    /// What is wrong with the configuration; the rest of it counts.
    var complaints: [Complaint]
    var isBroken: Bool

    /// What there is, right or wrong.
    init(found choices: Choices) {
        folders = Folders()
        configurationFile = choices.config ?? folders.configurationFile
        let read = ConfigurationFile.load(
            configurationFile, providers: folders.providersFolder)
        configuration = read.configuration
        complaints = read.complaints
        isBroken = read.isBroken
    }

    /// For a command that sends or lists: a broken configuration is no configuration to work with.
    init(_ choices: Choices) throws {
        self.init(found: choices)
        if let file = choices.config, try TextFile.read(file) == nil {
            throw CommandProblem(.noConfiguration(at: file))
        }
        if isBroken, let complaint = complaints.first { throw CommandProblem(complaint) }
        // Who asks for the provider of a broken file is told with what became of it.
        let told = choices.provider.flatMap { configuration.brokenProviders[$0] }
        for complaint in complaints where complaint != told {
            StandardStream.tell(complaint.sentence)
        }
    }

    func libraryFile(_ choices: Choices) -> String {
        choices.library ?? configuration.library ?? folders.libraryFile
    }
}
