import Conversations
import ScreenKit

@testable import Workbench

extension Command {
    static let countTurns = Command(
        "session.count", "Say how many turns there are", .conversation, keys: ["c"],
        "Of all branches."
    ) { state in
        state.screen.notice = Notice("\(state.session.tree.turns.count) turns")
    }
}
