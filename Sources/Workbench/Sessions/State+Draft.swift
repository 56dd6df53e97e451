package import Conversations
import ScreenKit

/// What is being written, as it is kept in case the program does not live to send it.
extension State {
    /// `nil` while nothing is.
    package var draft: Draft? {
        let prompt = screen.composer.unsent
        let system = changedSystem
        guard system != nil || !prompt.allSatisfy(\.isWhitespace) else { return nil }
        return Draft(session: session.id, prompt: prompt, system: system)
    }

    /// Shows what an earlier program left, where nothing new would be lost by that. It is kept as
    /// ours before the other's is forgotten.
    mutating func resume(_ kept: KeptDraft) -> [Effect] {
        let found = kept.draft
        guard found.session == session.id, screen.composer.buffer.isEmpty, screen.dialogs.isEmpty
        else {
            return []
        }
        screen.composer.fill(found.prompt)
        if let system = found.system { openSystemPrompt(changedTo: system) }
        if screen.notice == nil {
            screen.notice = Notice(.draftIsBack)
        }
        return [.keepDraft(draft), .forgetDraft(kept.id)]
    }
}
