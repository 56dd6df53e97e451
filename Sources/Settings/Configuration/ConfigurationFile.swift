package import TOML
import Words

/// A configuration as its file gave it, and what is wrong with the file.
package struct ReadConfiguration: Sendable {
    package var configuration = Configuration()
    package var complaints: [Complaint] = []
    /// The file could not be read at all: everything is as if there were none.
    package var isBroken: Bool { configuration.broken != nil }
}

extension ReadConfiguration {
    fileprivate init(broken complaint: Complaint) {
        self.init()
        configuration.broken = complaint
        complaints = [complaint]
    }
}

/// How does the text of `config.toml` become a configuration?
///
/// ```toml
/// provider = "ppio"
/// model = "deepseek/deepseek-r1-turbo"
/// theme = "light"
///
/// [keys]
/// "answer.interrupt" = ["<c-c>"]
///
/// [providers.ppio]
/// key_command = ["pass", "show", "ppio"]
///
/// [providers.here]
/// extends = "generic"
/// base_url = "http://127.0.0.1:8000/v1"
/// ```
/// A file with one mistake in it counts but for that mistake; nothing is ever written to it.
package enum ConfigurationFile {
    /// The file at that path, and the providers that stand in files of their own; no file is an
    /// empty one.
    ///
    /// - Parameter folder: Where the files `NAME.toml` of the user's providers are.
    package static func load(_ path: String, providers folder: String? = nil) -> ReadConfiguration {
        var read = table(at: path)
        let files = folder.map(ProviderFolder.read) ?? ProviderFolder.Files()
        read.configuration.providers = files.choices + read.configuration.providers
        read.configuration.brokenProviders = files.broken
        read.complaints += files.complaints + read.configuration.providerComplaints
        return read
    }

    package static func read(_ text: String, file: String? = nil) -> ReadConfiguration {
        var read = table(text, file)
        read.complaints += read.configuration.providerComplaints
        return read
    }

    private static func table(at path: String) -> ReadConfiguration {
        do throws(Complaint) {
            guard let text = try TextFile.read(path) else { return ReadConfiguration() }
            return table(text, path)
        } catch {
            return ReadConfiguration(broken: error)
        }
    }

    private static func table(_ text: String, _ file: String?) -> ReadConfiguration {
        do throws(Complaint) {
            var reading = TableReading(try TOMLReader.read(text), in: file)
            let configuration = readConfiguration(&reading)
            return ReadConfiguration(configuration: configuration, complaints: reading.complaints)
        } catch {
            var complaint = error
            complaint.file = file
            return ReadConfiguration(broken: complaint)
        }
    }

    private static func readConfiguration(_ reading: inout TableReading) -> Configuration {
        var configuration = Configuration()
        configuration.provider = reading.string("provider")
        configuration.baseURL = reading.string("base_url")
        configuration.keyOverHTTP = readKeyOverHTTP(&reading, beside: configuration.baseURL)
        configuration.model = reading.string("model")
        configuration.theme = reading.string("theme")
        configuration.library = reading.path("library")
        configuration.mouse = reading.boolean("mouse")
        configuration.language = readLanguage(&reading)
        configuration.network = readNetwork(&reading)
        configuration.keys = readKeys(&reading)
        configuration.providers = readProviders(&reading)
        reading.complainOfTheRest(noun: .setting)
        return configuration
    }

    private static func readLanguage(_ reading: inout TableReading) -> Language? {
        guard let name = reading.string("language") else { return nil }
        if let language = Language(named: name) { return language }
        let position = reading.table["language"]?.position ?? TextPosition(line: 1, column: 1)
        reading.complain(.languageWanted(name), at: position)
        return nil
    }

    private static func readKeyOverHTTP(
        _ reading: inout TableReading, beside baseURL: String?
    ) -> Bool? {
        let isAllowed = reading.boolean("key_over_http")
        if isAllowed != nil, baseURL == nil, let place = reading.table["key_over_http"] {
            reading.complain(.keyOverHTTPAlone, at: place.position)
        }
        return isAllowed
    }

    private static func readNetwork(_ reading: inout TableReading) -> NetworkChoice {
        guard var network = reading.inner("network") else { return NetworkChoice() }
        defer { reading.adopt(complaintsOf: network) }
        return NetworkChoice(&network)
    }

    private static func readKeys(_ reading: inout TableReading) -> [KeyChoice] {
        guard let written = reading.inner("keys") else { return [] }
        var keys = TableReading(written.table.flattened, in: written.file)
        let choices = keys.table.members.compactMap { member in
            keys.strings(member.name).map {
                KeyChoice(command: member.name, keys: $0, position: member.position)
            }
        }
        reading.adopt(complaintsOf: keys)
        return choices
    }

    private static func readProviders(_ reading: inout TableReading) -> [ProviderChoice] {
        guard var providers = reading.inner("providers") else { return [] }
        let choices = providers.table.members.compactMap { member -> ProviderChoice? in
            guard let provider = providers.inner(member.name) else { return nil }
            var written = ProviderReading(provider)
            defer { providers.adopt(complaintsOf: written.reading) }
            return written.choice(member.name, member.position)
        }
        reading.adopt(complaintsOf: providers)
        return choices
    }
}
