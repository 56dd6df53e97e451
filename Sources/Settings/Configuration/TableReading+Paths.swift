import TOML

/// Paths in settings: from the root, or from the own folder with `~/`. What a relative one means
/// would depend on where Fader is started.
extension TableReading {
    mutating func path(_ name: String) -> String? {
        let position = table[name]?.position
        return string(name).flatMap { whole($0, of: name, at: position) }
    }

    /// A program and its arguments; one that is only named is looked for where programs are.
    mutating func command(_ name: String) -> [String]? {
        let position = table[name]?.position
        guard var words = strings(name) else { return nil }
        guard let program = words.first, program.contains("/") else { return words }
        guard let path = whole(program, of: name, at: position) else { return nil }
        words[0] = path
        return words
    }

    private mutating func whole(
        _ path: String, of name: String, at position: TextPosition?
    ) -> String? {
        if path.hasPrefix("/") { return path }
        if path.hasPrefix("~/") { return Folders.home() + path.dropFirst() }
        complain(
            .pathWanted(name, not: path),
            at: position ?? TextPosition(line: 1, column: 1))
        return nil
    }
}
