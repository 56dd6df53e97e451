package import ScreenKit
package import TOML

/// A theme as a file gave it, and what is wrong with the file.
package struct ReadTheme: Sendable {
    package var theme: Theme
    package var complaints: [Complaint]
}

/// How does the text of a theme become a theme? `themes/dark.toml` shows all that may be written.
///
/// What is wrong is left out and complained of; the rest counts.
package enum ThemeFile {
    package static func read(_ text: String, name: String, file: String? = nil) -> ReadTheme {
        do throws(Complaint) {
            let table = try TOMLReader.read(text)
            var read = readTheme(table, name: name)
            for index in read.complaints.indices { read.complaints[index].file = file }
            return read
        } catch {
            var complaint = error
            complaint.file = file
            return ReadTheme(theme: Theme(name: name, styles: [:]), complaints: [complaint])
        }
    }

    private static func readTheme(_ table: TOMLTable, name: String) -> ReadTheme {
        var complaints: [Complaint] = []
        let palette = readPalette(table["palette"], &complaints)
        var reading = FaceReading(palette: palette)
        var faces: [String: FaceDescription] = [:]
        if case .table(let written)? = table["faces"]?.content {
            for face in written.flattened.members { faces[face.name] = reading.read(face.value) }
        } else {
            complaints.append(
                Complaint(.facesWanted, at: table["faces"]?.position))
        }
        for member in table.members where !["palette", "faces"].contains(member.name) {
            complaints.append(Complaint(.noThemeMember(member.name), at: member.position))
        }
        let theme = Theme(name: name, styles: styles(faces))
        return ReadTheme(theme: theme, complaints: complaints + reading.complaints)
    }

    private static func readPalette(
        _ value: TOMLValue?,
        _ complaints: inout [Complaint]
    ) -> [String: ColorName.Choice] {
        guard let value else { return [:] }
        guard case .table(let table) = value.content else {
            complaints.append(Complaint(.paletteWanted, at: value.position))
            return [:]
        }
        var reading = FaceReading(palette: [:])
        var palette: [String: ColorName.Choice] = [:]
        for member in table.members {
            palette[member.name] = reading.read(member.value).foreground
        }
        complaints += reading.complaints
        return palette
    }

    private static func styles(_ faces: [String: FaceDescription]) -> [String: Style] {
        var styles: [String: Style] = [:]
        for (name, face) in faces {
            let parents = ancestors(of: name).compactMap { faces[$0] }
            styles[name] = face.style(below: parents)
        }
        return styles
    }

    /// `a.b.c` is below `a.b`, `a`, and `text`.
    private static func ancestors(of name: String) -> [String] {
        var names: [String] = []
        var rest = Substring(name)
        while let dot = rest.lastIndex(of: ".") {
            rest = rest[..<dot]
            names.append(String(rest))
        }
        return names + ["text"]
    }
}
