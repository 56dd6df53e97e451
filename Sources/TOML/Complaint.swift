package import Words

/// What is wrong with a file that a person wrote, and where.
///
/// Its sentence is one line: `config.toml:3:9: the value is missing after =`.
package struct Complaint: Error, Hashable, Sendable, CustomStringConvertible {
    package var file: String?
    package var position: TextPosition?
    package var message: Phrase

    package init(_ message: Phrase, at position: TextPosition? = nil, in file: String? = nil) {
        self.message = message
        self.position = position
        self.file = file
    }
}
