import ChatCompletions

/// How does `NAME=VALUE` become a parameter? A value may stand in a file.
enum ParameterText {
    /// - throws: `CommandProblem` when it is none, or when the file cannot be used.
    static func read(_ text: String, for provider: Provider) throws -> ParsedParameter {
        let written = try withFile(text)
        let parameter: ParsedParameter
        do throws(ParameterProblem) {
            parameter = try Parameters.parse(written, for: provider)
        } catch {
            throw CommandProblem(.badParameter(text, error.sentence))
        }
        if let option = others[parameter.name] {
            throw CommandProblem(.badParameter(text, .sentTwice(option)))
        }
        return parameter
    }

    /// What is in every request already, and what sets it.
    private static let others = ["model": "--model", "messages": "--messages FILE"]

    /// `NAME=@FILE` with what is in the file; `@@` begins a value with an at sign.
    private static func withFile(_ text: String) throws -> String {
        guard let sign = text.firstRange(of: "=@"), text.firstIndex(of: "=") == sign.lowerBound
        else { return text }
        let name = String(text[..<sign.lowerBound]) + "="
        let rest = text[sign.upperBound...]
        if rest.hasPrefix("@") { return name + rest }
        if rest.isEmpty { throw CommandProblem(.badParameter(text, .fileAfterAt)) }
        return try name + InputBytes(file: String(rest)).readText().withoutLastLineEnd
    }
}
