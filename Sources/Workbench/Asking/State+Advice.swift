package import ChatCompletions
import Conversations
import ScreenKit
package import Words

/// What to do after a failure, with the keys that do it.
extension State {
    package func advice(after failure: Failure, of lane: Lane) -> Phrase {
        let provider = around.providers.first { $0.id == lane.settings.provider }
        let scene = AdviceScene(
            .workbench(adviceKeys),
            baseURL: lane.take?.request?.url ?? lane.settings.baseURL
                ?? provider?.endpoints.first?.baseURL,
            provider: provider,
            parameters: lane.settings.parameters
        )
        return failure.advice(in: scene)
    }

    /// What went wrong, and what to do about it.
    func whatToKnow(of failure: Failure, of lane: Lane) -> Phrase {
        [failure.sentence, advice(after: failure, of: lane)].joined(separator: "\n\n")
    }

    private var adviceKeys: AdviceScene.Keys {
        var keys = AdviceScene.Keys()
        keys.again = keyLabel(of: .runAgain)
        keys.waitOn = keyLabel(of: .waitOn)
        keys.model = keyLabel(of: .chooseModel)
        keys.newSession = keyLabel(of: .newSession)
        keys.system = keyLabel(of: .editSystem)
        keys.conversation = keyLabel(of: .focusing(ConversationPane.self))
        keys.leaveOut = keyLabel(of: .leaveOut)
        keys.parameters = keyLabel(of: .focusing(ParametersPane.self))
        keys.clear = keyLabel(of: .clearParameter)
        keys.traffic = keyLabel(of: .focusing(TrafficPane.self))
        return keys
    }
}
