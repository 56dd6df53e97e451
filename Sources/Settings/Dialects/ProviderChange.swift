import ChatCompletions
import TOML
import Words

/// What does a choice change of a provider?
struct ProviderChange {
    var provider: Provider
    var keyCommand: [String]?
    /// Whether the user named the variable that holds the key, and did not say that none is needed.
    var expectsKey = false
    var complaints: [Complaint] = []

    mutating func apply(_ choice: ProviderChoice) {
        moveAddresses(choice)
        if let title = choice.title { provider.title = title }
        if let documentation = choice.documentation { provider.documentation = documentation }
        if let models = choice.models { provider.models = models }
        if let model = choice.model {
            provider.models.removeAll { $0 == model }
            provider.models.insert(model, at: 0)
        }
        if let form = choice.modelForm { provider.modelForm = form }
        if let variable = choice.keyVariable {
            provider.keyVariable = variable
            expectsKey = variable != nil
        }
        if let command = choice.keyCommand { keyCommand = command }
        if let header = choice.keyHeader { provider.keyHeader = header }
        if let needsKey = choice.needsKey {
            provider.needsKey = needsKey
            expectsKey = expectsKey && needsKey
        }
        if let headers = choice.headers { provider.headers = headers }
        complainOfTwoKeys(choice)
        speak(choice.dialect, choice)
    }

    /// One header cannot carry two things.
    private mutating func complainOfTwoKeys(_ choice: ProviderChoice) {
        guard let name = provider.keyHeader?.name.lowercased(),
            let place = provider.headers.firstIndex(where: { $0.name.lowercased() == name })
        else { return }
        let header = provider.headers.remove(at: place)
        let position = choice.headersPosition ?? choice.position
        complain(
            .twoKeys(header.name), at: position, choice)
    }

    private mutating func moveAddresses(_ choice: ProviderChoice) {
        if let endpoints = choice.endpoints {
            // A key goes to its own hosts only, and so do headers: where any other is among them,
            // there is none, unless it is named.
            if !endpoints.allSatisfy({ provider.owns($0.baseURL) }) {
                provider.keyVariable = nil
                provider.headers = []
                keyCommand = nil
                expectsKey = false
            }
            provider.endpoints = endpoints
        }
        if let paths = choice.paths {
            // The others stay known, so that an address may end in one of them.
            provider.paths = paths + provider.paths.filter { !paths.contains($0) }
        }
        if let path = choice.modelsPath { provider.modelsPath = path }
    }

    private mutating func speak(_ dialect: DialectChoice, _ choice: ProviderChoice) {
        if let name = dialect.messagesName { provider.messagesName = name }
        if let streaming = dialect.streaming { provider.streaming = streaming }
        if let usage = dialect.streamUsage { provider.streamUsage = usage }
        if let reasoning = dialect.reasoning { switchReasoning(reasoning) }
        if let history = dialect.reasoningHistory { provider.reasoningHistory = history }
        if let places = dialect.thinkingPlaces { provider.thinkingPlaces = places }
        if let way = dialect.continuation { provider.continuation = way }
        if let address = dialect.continuationAddress { provider.continuationAddress = address }
        if let beside = dialect.takesSchemaBesideType { provider.takesSchemaBesideType = beside }
        if let wants = dialect.wantsJSONAskedFor { provider.wantsJSONAskedFor = wants }
        if let names = dialect.rejects { provider.rejects = names }
        if let names = dialect.ignores { provider.ignores = names }
        if let prices = dialect.prices { provider.prices = prices }
        for name in dialect.removed { remove(name, choice) }
        for parameter in dialect.parameters { change(parameter, choice) }
    }

    private mutating func switchReasoning(_ control: Provider.ReasoningControl?) {
        provider.reasoning = control
        if control == nil { provider.parameters.removeAll { $0.name == "reasoning" } }
    }

    private mutating func remove(_ name: PlacedText, _ choice: ProviderChoice) {
        guard let place = provider.parameters.firstIndex(where: { $0.name == name.text }) else {
            return complain(
                .nothingToRemove(name.text), at: name.position, choice)
        }
        provider.parameters.remove(at: place)
    }

    private mutating func change(_ parameter: ParameterChoice, _ choice: ProviderChoice) {
        let place = provider.parameters.firstIndex { $0.name == parameter.name }
        let known = place.map { provider.parameters[$0] } ?? ParameterSpec.usual(parameter.name)
        do throws(Complaint) {
            let spec = try parameter.applied(to: known)
            let isTaken = provider.parameters.contains { $0.name == spec.name }
            if isTaken, spec.name != parameter.name {
                return complain(
                    .parameterTaken(spec.name), at: parameter.position, choice)
            }
            if let place {
                provider.parameters[place] = spec
            } else {
                provider.parameters.append(spec)
            }
        } catch {
            complain(error.message, at: error.position ?? parameter.position, choice)
        }
    }

    private mutating func complain(
        _ message: Phrase, at position: TextPosition, _ choice: ProviderChoice
    ) {
        complaints.append(Complaint(message, at: position, in: choice.file))
    }
}
