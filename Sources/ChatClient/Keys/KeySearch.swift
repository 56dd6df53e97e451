/// One search for one key: the places in order, and what was wrong with each.
struct KeySearch: Sendable {
    let variable: String
    let command: [String]
    let isNeeded: Bool
    /// Somebody named the variable for this very address: there is a key, needed or not.
    let isMeant: Bool
    let environment: [String: String]
    /// What the programs that are asked see of it.
    let childEnvironment: [String: String]
    let limit: Duration

    func run() async -> KeyFinder.Finding {
        var problems: [String] = []
        for place in places {
            do throws(KeyProblem) {
                guard let text = try await read(place) else { continue }
                return .found(try Self.checked(text), where: name(of: place))
            } catch {
                problems.append("\(name(of: place)): \(error.sentence)")
            }
        }
        return isNeeded || isMeant ? .missing(advice: advice(after: problems)) : .notNeeded
    }

    private enum Place { case command, variable, secretService, file }

    /// Where no key is needed, no program is asked for one that is not set up.
    private var places: [Place] {
        [.command, .variable] + (isNeeded || isMeant ? [.secretService] : []) + [.file]
    }

    private func read(_ place: Place) async throws(KeyProblem) -> String? {
        switch place {
        case .command: command.isEmpty ? nil : try await firstLine(of: command)
        case .variable: environment[variable].flatMap { $0.isEmpty ? nil : $0 }
        case .secretService: await secretService()
        case .file: try KeyFile(environment: environment)?.key(named: variable)
        }
    }

    private func name(of place: Place) -> String {
        switch place {
        case .command: "the key command \(command.first ?? "")"
        case .variable: "the environment variable \(variable)"
        case .secretService: "the desktop's secret service"
        case .file: KeyFile.path(in: environment) ?? "the key file"
        }
    }

    private func firstLine(of command: [String]) async throws(KeyProblem) -> String {
        let output = await CommandRun(command, environment: childEnvironment, limit: limit).output()
        let line = try output.get().split(separator: UInt8(ascii: "\n")).first ?? []
        let text = String(decoding: line.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
        if text.isEmpty { throw .empty }
        return text
    }

    /// Where it does not answer there is simply no key in it: a machine without a desktop.
    private func secretService() async -> String? {
        guard environment["DBUS_SESSION_BUS_ADDRESS"] != nil else { return nil }
        return try? await firstLine(of: ["secret-tool", "lookup"] + attributes)
    }

    private var attributes: [String] { ["service", "fader", "variable", variable] }

    /// A key is what can stand in a header: visible ASCII.
    private static func checked(_ text: String) throws(KeyProblem) -> Secret {
        let isKey = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isKey else { throw .unusable }
        return Secret(text)
    }

    private func advice(after problems: [String]) -> String {
        let file = KeyFile.path(in: environment) ?? "a key file"
        let what = problems.isEmpty ? "No key was found." : problems.joined(separator: "; ") + "."
        return "\(what) Set the environment variable \(variable), or write \(variable) = \"…\" "
            + "into \(file) (chmod 600)."
    }
}
