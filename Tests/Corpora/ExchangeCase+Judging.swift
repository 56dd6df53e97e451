package import ChatCompletions

/// How a result is held against the whole of what a case expects.
extension ExchangeCase {
    /// The members in which a result is not the expected one; where there are two expectations,
    /// either will do.
    package func differences(from report: JSONValue) -> [String] {
        let expectations = [json["expect"], json["expect_alt"]].compactMap(\.self)
        let results = expectations.map { differences(report, $0) }
        return results.contains([]) ? [] : results.first ?? ["the case expects nothing"]
    }

    private func differences(_ report: JSONValue, _ expected: JSONValue) -> [String] {
        let advisory = (json["advisory"]?.array ?? []).compactMap(\.string)
        let names = (expected.members ?? []).map(\.name) + ["skipped"]
        let wrong = Set(names).subtracting(advisory + ["error"]).sorted().filter { name in
            let usual: JSONValue = name == "skipped" ? 0 : .null
            return report[name] ?? .null != expected[name] ?? usual
        }
        return wrong.map { "\($0): \(report[$0]?.text ?? "-")" }
            + errorDifferences(report["error"] ?? .null, expected["error"] ?? .null)
    }

    private func errorDifferences(_ actual: JSONValue, _ expected: JSONValue) -> [String] {
        if expected.isNull || actual.isNull {
            return expected.isNull && actual.isNull ? [] : ["error: \(actual.text)"]
        }
        return (expected.members ?? []).filter { member in
            let parts = member.value.array?.compactMap(\.string) ?? []
            let message = actual["message"]?.string ?? ""
            return switch member.name {
            case "message_contains": !parts.allSatisfy { message.contains($0) }
            case "message_excludes": parts.contains { message.contains($0) }
            default: actual[member.name] != member.value
            }
        }.map { "error.\($0.name): \(actual.text)" }
    }
}
