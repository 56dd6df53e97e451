internal import ChatCompletions

/// A provider's own headers, with what the environment has for them.
struct ProvidedHeaders: Sendable {
    private let templates: [HeaderTemplate]
    private let values: [String: Secret]

    /// None at all.
    init() {
        templates = []
        values = [:]
    }

    /// - Throws: When a variable is not set; nothing was sent.
    init(_ templates: [HeaderTemplate], variable: (String) -> String?) throws(Failure) {
        var values: [String: Secret] = [:]
        for template in templates {
            for name in template.variables {
                let value = KeyText.withoutBlanks(variable(name) ?? "")
                if value.isEmpty { throw Self.missing(name, for: template) }
                values[name] = Secret(value)
            }
        }
        self.templates = templates
        self.values = values
    }

    var secrets: [Secret] { Array(values.values) }

    /// The lines with what shall be seen nowhere else.
    var lines: [[UInt8]] {
        templates.map { template in
            let start = Array("\(template.name): ".utf8)
            let line = template.parts.reduce(into: start) { line, part in
                switch part {
                case .text(let text): line += text.utf8
                case .variable(let name): values[name]?.withBytes { line += $0 }
                }
            }
            // libcurl takes `Name:` for "do not send this"; a semicolon says "send it empty".
            return line.count == start.count ? Array("\(template.name);".utf8) : line
        }
    }

    private static func missing(_ name: String, for template: HeaderTemplate) -> Failure {
        Failure(.transport, .init(.noVariable, at: template.name, detail: name), phase: .key)
    }
}
