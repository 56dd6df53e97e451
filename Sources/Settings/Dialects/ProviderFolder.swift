/// Which dialects stand in files of their own? `providers/NAME.toml` in the configuration folder.
enum ProviderFolder {
    /// The choices of all files, in the order of their names, and what is wrong with them.
    static func read(_ folder: String) -> (choices: [ProviderChoice], complaints: [Complaint]) {
        var choices: [ProviderChoice] = []
        var complaints: [Complaint] = []
        for name in SettingsFolder.names(in: folder).sorted() {
            let file = "\(folder)/\(name).toml"
            do throws(Complaint) {
                guard let text = try TextFile.read(file) else { continue }
                let read = try self.read(text, id: name, file: file)
                choices.append(read.choice)
                complaints += read.complaints
            } catch {
                var complaint = error
                complaint.file = file
                complaints.append(complaint)
            }
        }
        return (choices, complaints)
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
