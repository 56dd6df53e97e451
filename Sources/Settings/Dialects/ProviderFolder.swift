import TOML

/// Which dialects stand in files of their own? `providers/NAME.toml` in the configuration folder.
enum ProviderFolder {
    /// What was read of them.
    struct Files {
        /// In the order of the files' names.
        var choices: [ProviderChoice] = []
        var complaints: [Complaint] = []
        /// Those of which nothing could be read, by the provider's name.
        var broken: [String: Complaint] = [:]
    }

    static func read(_ folder: String) -> Files {
        var files = Files()
        for name in SettingsFolder.names(in: folder).sorted() {
            let file = "\(folder)/\(name).toml"
            do throws(Complaint) {
                guard let text = try TextFile.read(file) else { continue }
                let read = try self.read(text, id: name, file: file)
                files.choices.append(read.choice)
                files.complaints += read.complaints
            } catch {
                var complaint = error
                complaint.file = file
                files.complaints.append(complaint)
                files.broken[name] = complaint
            }
        }
        return files
    }

    /// One file: the settings of `[providers.NAME]` at its top.
    static func read(
        _ text: String, id: String, file: String?
    ) throws(Complaint) -> (choice: ProviderChoice, complaints: [Complaint]) {
        var reading = ProviderReading(TableReading(try TOMLReader.read(text), in: file))
        let choice = reading.choice(id, TextPosition(line: 1, column: 1))
        return (choice, reading.reading.complaints)
    }
}
