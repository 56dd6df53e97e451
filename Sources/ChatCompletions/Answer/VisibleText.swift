extension String {
    /// Whether there is anything to be seen in it: more than white space, controls and characters
    /// that stand for nothing by themselves.
    public var hasVisibleText: Bool {
        unicodeScalars.contains { scalar in
            let properties = scalar.properties
            return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
                && properties.generalCategory != .control && properties.generalCategory != .format
        }
    }

    /// Whether an answer of this content says anything: `<think>…</think>` at its beginning is
    /// thinking, as far as it has come.
    ///
    /// ```swift
    /// "\n".isVisibleAnswer                          // false
    /// "<think>Let me see.</think>".isVisibleAnswer  // false
    /// "<think>…</think>Yes.".isVisibleAnswer        // true
    /// ```
    public var isVisibleAnswer: Bool {
        guard first(where: { !$0.isWhitespace }) == "<" else { return hasVisibleText }
        return ThinkSplitter(splitting: self).content.hasVisibleText
    }
}
