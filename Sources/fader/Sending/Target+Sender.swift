import ChatClient
import ChatCompletions
import Sending

extension Target {
    /// What a command sends with: to this target, with its key.
    func sender(practising house: PracticeHouse) -> Sender {
        Sender(
            Sender.Parts(
                practice: { try await house.baseURL() },
                key: { _, _ in await keyToSend() },
                options: clientOptions))
    }

    /// Finds out where requests go and with which key.
    ///
    /// - throws: `CommandProblem` when there is no key.
    func destination(by sender: Sender) async throws -> Sender.Destination {
        do throws(Failure) {
            return try await sender.destination(of: provider, at: baseURL)
        } catch {
            throw CommandProblem(error.words)
        }
    }

    /// The key, with what is to be known where it goes.
    private func keyToSend() async -> KeyFinder.Finding {
        if isPracticeInside { return .notNeeded }
        let finding = await findKey()
        if case .found = finding, let openness { StandardStream.tell(.warning(openness)) }
        return finding
    }
}
