internal import Words

/// One search for one key: the places in order, and what was wrong with each.
struct KeySearch: Sendable {
    let variable: String
    let command: [String]
    let isNeeded: Bool
    /// Somebody named the variable for this address: there is a key, needed or not.
    let isMeant: Bool
    let environment: [String: String]
    /// What the programs that are asked see of it.
    let childEnvironment: [String: String]
    let limit: Duration

    func run() async -> KeyFinder.Finding {
        var problems: [Phrase] = []
        for place in places {
            do throws(KeyProblem) {
                guard let text = try await read(place) else { continue }
                let key = try Self.checked(text)
                return .found(key, where: .together([name(of: place)] + problems))
            } catch {
                problems.append(.problem(error, at: name(of: place)))
                if error.isAboutTheKey || error == .wasInterrupted { break }
            }
        }
        // What is there and cannot be used is a mistake, also where no key is needed.
        let isMissed = isNeeded || isMeant || !problems.isEmpty
        guard isMissed else { return .notNeeded }
        let file = KeyFile.path(in: environment)
        return .missing(advice: .noKey(problems, variable: variable, file: file))
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

    private func name(of place: Place) -> Phrase {
        switch place {
        case .command: .keyCommand(command.first ?? "")
        case .variable: .environmentVariable(variable)
        case .secretService: .secretService
        case .file: KeyFile.path(in: environment).map { Phrase(verbatim: $0) } ?? .keyFile
        }
    }

    private func firstLine(of command: [String]) async throws(KeyProblem) -> String {
        let output = await CommandRun(command, environment: childEnvironment, limit: limit).output()
        let lines = try output.get().split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        guard let line = lines.first else { throw .printedNothing }
        return String(decoding: line, as: UTF8.self)
    }

    /// Where it does not answer there is simply no key in it: a machine without a desktop.
    private func secretService() async -> String? {
        guard environment["DBUS_SESSION_BUS_ADDRESS"] != nil else { return nil }
        return try? await firstLine(of: ["secret-tool", "lookup"] + attributes)
    }

    private var attributes: [String] { ["service", "fader", "variable", variable] }

    private static func checked(_ text: String) throws(KeyProblem) -> Secret {
        let key = KeyText.trimmed(text)
        if key.isEmpty { throw .empty }
        guard KeyText.isUsable(key) else { throw .unusable }
        return Secret(key)
    }
}
