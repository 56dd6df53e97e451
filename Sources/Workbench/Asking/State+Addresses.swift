import ChatCompletions
import Conversations
import Words

/// Lanes whose requests have nowhere to go: a session or a command line may name a provider that
/// the configuration has no more.
extension State {
    /// What is missing and what to set; `nil` where there is an address.
    func addressProblem(of lane: Lane) -> Phrase? {
        let id = lane.settings.provider
        let provider = around.providers.first { $0.id == id }
        // The practice provider has its address once it is started.
        let isKnown = provider.map { !$0.endpoints.isEmpty || id == Provider.practice.id } ?? false
        if isKnown || lane.settings.baseURL != nil { return nil }
        let key = keyLabel(of: .chooseProvider)
        return provider == nil
            ? .noProvider(id, chosenWith: key) : .noAddress(of: id, chosenWith: key)
    }

    /// Says it of a session that was opened, unless there is something else to say.
    mutating func sayWhatIsGone() {
        guard screen.notice == nil else { return }
        let problem = session.lanes.compactMap { addressProblem(of: $0) }.first
        screen.notice = problem.map { Notice($0, isError: true) }
    }
}
