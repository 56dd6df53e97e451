extension ChatRequest {
    /// The request as a curl command for a POSIX shell; the key comes from the provider's
    /// environment variable, so the text can be passed on.
    ///
    /// - Parameter keyVariable: another variable than the provider's own.
    /// - Throws: `RequestProblem`, as `httpRequest()` does.
    public func asCurl(keyVariable: String? = nil) throws(RequestProblem) -> String {
        try httpRequest().asCurl(keyVariable: keyVariable ?? provider.keyVariable)
    }
}

extension HTTPRequest {
    /// The request as a curl command for a POSIX shell.
    ///
    /// - Parameter keyVariable: the environment variable with the key; `nil` sends none.
    public func asCurl(keyVariable: String?) -> String {
        var words = ["curl -sS -N " + Self.quoted(url)]
        words += headers.map { "-H " + Self.quoted("\($0.name): \($0.value)") }
        if let keyHeader, let keyVariable {
            words.append("-H \"\(keyHeader.name): \(keyHeader.value)$\(keyVariable)\"")
        }
        words += templates.map { "-H " + Self.quoted($0) }
        words.append("--data-raw " + Self.quoted(String(decoding: body, as: UTF8.self)))
        return words.joined(separator: " \\\n  ")
    }

    /// What comes from the environment is left to the shell.
    private static func quoted(_ header: HeaderTemplate) -> String {
        let value = header.parts.map { part in
            switch part {
            case .text(let text): quoted(text)
            case .variable(let name): "\"$\(name)\""
            }
        }
        return quoted("\(header.name): ") + value.joined()
    }

    private static func quoted(_ text: String) -> String {
        // Scalar by scalar: a quote with a combining mark is one character, and still a quote.
        var quoted = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "'"
    }
}
