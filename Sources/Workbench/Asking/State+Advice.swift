package import ChatCompletions
import Conversations
import ScreenKit

/// What to do after a failure, with the keys that do it.
extension State {
    package func advice(after failure: Failure, of lane: Lane) -> String {
        let provider = around.providers.first { $0.id == lane.settings.provider }
        let scene = AdviceScene(
            .workbench(adviceKeys),
            baseURL: lane.traffic.request?.url ?? lane.settings.baseURL
                ?? provider?.endpoints.first?.baseURL,
            provider: provider,
            parameters: lane.settings.parameters
        )
        return failure.advice(in: scene)
    }

    private var adviceKeys: AdviceScene.Keys {
        var keys = AdviceScene.Keys()
        keys.again = key(of: .runAgain)
        keys.waitOn = key(of: .waitOn)
        keys.model = key(of: .chooseModel)
        keys.newSession = key(of: .newSession)
        keys.system = key(of: .editSystem)
        keys.conversation = key(of: .focusing(ConversationPane.self))
        keys.leaveOut = key(of: .leaveOut)
        keys.parameters = key(of: .focusing(ParametersPane.self))
        keys.clear = key(of: .clearParameter)
        keys.traffic = key(of: .focusing(TrafficPane.self))
        return keys
    }

    /// The first of a command's keys; where it has none, the way through the list of commands.
    private func key(of command: Command) -> String {
        around.keymap.label(of: command) ?? "“\(command.title)” among the commands"
    }
}
