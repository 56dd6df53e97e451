import ScreenKit
import TOML

/// Where are themes found? In the user's folder, then among those in the binary, then where
/// `make install` put them.
package struct ThemeShelf: Sendable {
    package var folders: Folders

    package init(folders: Folders) { self.folders = folders }

    /// What to take when nobody chose: no colours for `NO_COLOR` (no-color.org), light where the
    /// terminal says that its background is (`COLORFGBG`, which rxvt and Konsole set), else dark.
    package static func usualName(
        environment: (String) -> String? = Folders.variable
    ) -> String {
        if environment("NO_COLOR") != nil { return "plain" }
        let background = environment("COLORFGBG")?.split(separator: ";").last
        return background == "7" || background == "15" ? "light" : "dark"
    }

    /// The theme of that name; a broken or missing one is complained of and stands in as `dark`.
    package func theme(named name: String) -> ReadTheme {
        do throws(Complaint) {
            if let (text, file) = try text(of: name) {
                return repaired(ThemeFile.read(text, name: name, file: file))
            }
            return dark(Complaint(.noTheme(name, known: names())))
        } catch {
            return dark(error)
        }
    }

    /// The names of all themes, each once, in order.
    package func names() -> [String] {
        var names = Set(BuiltInThemes.texts.map(\.0))
        for folder in [folders.configuration, folders.share].compactMap(\.self) {
            names.formUnion(SettingsFolder.names(in: folder + "/themes").filter(Self.isName))
        }
        return names.sorted()
    }

    private func text(of name: String) throws(Complaint) -> (text: String, file: String?)? {
        guard Self.isName(name) else { return nil }
        let own = "\(folders.configuration)/themes/\(name).toml"
        if let text = try TextFile.read(own) { return (text, own) }
        if let text = BuiltInThemes.text(of: name) { return (text, nil) }
        guard let share = folders.share else { return nil }
        let installed = "\(share)/themes/\(name).toml"
        return try TextFile.read(installed).map { ($0, installed) }
    }

    /// A name is a file's name, never a path.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains(UInt8(ascii: "/"))
    }

    private func dark(_ complaint: Complaint) -> ReadTheme {
        var read = ThemeFile.read(BuiltInThemes.text(of: "dark") ?? "", name: "dark")
        read.complaints.append(complaint)
        return read
    }

    /// A file without one readable face would show nothing but defaults.
    private func repaired(_ read: ReadTheme) -> ReadTheme {
        guard read.theme.styles.isEmpty else { return read }
        var standIn = ThemeFile.read(BuiltInThemes.text(of: "dark") ?? "", name: "dark")
        standIn.complaints += read.complaints
        return standIn
    }
}
