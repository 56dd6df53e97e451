import Conversations
import ScreenKit
import Words

@testable import Workbench

extension Phrase {
    static let countTurns = Phrase(english: "Say how many turns there are", chinese: "数一数有几轮")
    static let countTurnsHelp = Phrase(english: "Of all branches.", chinese: "所有分支都算。")
}

extension Command {
    static let countTurns = Command(
        "session.count", .countTurns, .conversation, keys: ["c"], .countTurnsHelp
    ) { state in
        state.screen.notice = Notice(.turns(state.session.tree.turns.count))
    }
}
