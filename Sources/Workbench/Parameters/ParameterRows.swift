import ChatCompletions
import Conversations

extension State {
    /// The rows of the parameters pane: the usual knobs first, then the dialect's others.
    package func parameterRows(of lane: Lane) -> [ParameterRow] {
        let specs =
            screen.parameters.knobs.provider == lane.settings.provider
            ? screen.parameters.knobs.specs : provider(of: lane).knobs
        let parameters = lane.settings.parameters
        var rows = specs.map { ParameterRow($0, value: parameters[$0.name]) }
        // What was set for another dialect stays visible, since it is sent.
        for member in parameters.members where !specs.contains(where: { $0.name == member.name }) {
            var spec = ParameterSpec(member.name, .json)
            spec.isDocumented = false
            rows.append(ParameterRow(spec, value: member.value))
        }
        return rows
    }
}

/// The current dialect's parameters in the pane's order: worked out once, not with every frame.
struct Knobs: Sendable {
    var provider = ""
    var specs: [ParameterSpec] = []
}

extension State {
    mutating func sortKnobs() {
        guard screen.parameters.knobs.provider != current.settings.provider else { return }
        screen.parameters.knobs = Knobs(
            provider: current.settings.provider, specs: provider(of: current).knobs)
    }
}

extension Provider {
    private static let usualOrder = [
        "temperature", "top_p", "max_tokens", "max_completion_tokens", "presence_penalty",
        "frequency_penalty", "stop", "response_format", "reasoning", "seed", "stream",
    ]
    /// What other parts of the screen set.
    private static let elsewhere: Set<String> = ["model", "messages", "message", "stream_options"]

    /// The parameters with a row, in order.
    var knobs: [ParameterSpec] {
        var specs = parameters.filter { !Self.elsewhere.contains($0.name) }
        if reasoning != nil, parameter("reasoning") == nil {
            specs.append(ParameterSpec("reasoning", .boolean))
        }
        if streaming != .refused, parameter("stream") == nil {
            var stream = ParameterSpec("stream", .boolean)
            stream.isDocumented = streaming == .documented
            specs.append(stream)
        }
        let usual = Self.usualOrder.compactMap { name in specs.first { $0.name == name } }
        return usual + specs.filter { !Self.usualOrder.contains($0.name) }
    }
}
