/// What is wrong with a file that a person wrote, and where.
///
/// Its description is one line: `config.toml:3:9: the value is missing after =`.
package struct Complaint: Error, Hashable, Sendable, CustomStringConvertible {
    package var file: String?
    package var position: TextPosition?
    package var message: String

    package init(_ message: String, at position: TextPosition? = nil, in file: String? = nil) {
        self.message = message
        self.position = position
        self.file = file
    }

    package var description: String {
        let place = position.map { "\($0.line):\($0.column)" }
        let parts = [file, place].compactMap(\.self).joined(separator: ":")
        return parts.isEmpty ? message : "\(parts): \(message)"
    }
}
