extension String {
    /// The text as it may be printed straight to a terminal, outside any grid: line ends and tabs stay,
    /// what could drive the terminal or reorder the line is made visible (`^[`, `<U+202E>`).
    package var safeForTerminal: String {
        var safe = ""
        safe.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if scalar == "\n" || scalar == "\t" || ScalarClass.of(scalar.value) != .forbidden {
                safe.unicodeScalars.append(scalar)
            } else {
                safe += Escape.visible(scalar.value)
            }
        }
        return safe
    }
}
