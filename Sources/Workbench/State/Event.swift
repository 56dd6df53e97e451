package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

/// Something that happened.
package enum Event: Sendable {
    case input(InputEvent)
    case resized(Size)
    /// The terminal said how it measures clusters.
    case widths(WidthProfile)
    /// The time, once a second while something runs.
    case tick(Timestamp)
    case exchange(ExchangeID, [ExchangeEvent])
    case sessions(SessionWindow, for: SessionQuery)
    /// They could not be read, and why.
    case sessionsUnread(Phrase)
    /// Those that are kept under names.
    case systemPrompts([NamedPrompt])
    /// What was asked in all sessions, the newest first.
    case prompts([String])
    case opened(Session)
    /// What a start found in the library; late, when that could not be opened at first.
    case restored(Session, isLate: Bool = false)
    /// What an earlier program left written and not sent.
    case draft(KeptDraft)
    /// What the library holds of an earlier exchange: all of it, or a part.
    case traffic(ExchangeID, [ExchangeEvent], RecordedPart = .whole)
    /// All choices of those of a session's answers that have several.
    case choices([ExchangeID: [Choice]], of: SessionID)
    case models(provider: String, Result<[String], Failure>)
    /// The library could not keep something, or can again (`nil`).
    case libraryProblem(Phrase?)
    case notice(Notice)
    /// The person's own editor has ended.
    case edited(Edited)
    /// A text that an earlier program had given to an editor, and the file in which it still is.
    case found(String, file: String)
    /// A text was copied, and where it went.
    case copied(String, to: Copied)
    /// The mouse still waits beyond the edge of the text that it drags over.
    case draggedOn
    /// The engine asks for the end: a signal, or the terminal is gone.
    case terminate
}

/// Something the world shall do.
package enum Effect: Sendable, Hashable {
    case exchange(ExchangeStart)
    case cancel(ExchangeID)
    /// All time limits of an exchange begin afresh.
    case waitLonger(ExchangeID)
    /// A session with what is new or changed of its turns.
    case save(Session, [Turn])
    /// What is being written is kept; `nil`: nothing is.
    case keepDraft(Draft?)
    case forgetDraft(String)
    case listSessions(SessionQuery)
    case listPrompts
    case listSystemPrompts
    case keepSystemPrompt(NamedPrompt)
    /// By its name.
    case forgetSystemPrompt(String)
    case open(SessionID)
    case loadTraffic(ExchangeID)
    /// The choices of a session's answers, where they have several.
    case loadChoices(SessionID)
    case listModels(LaneSettings)
    case copy(String)
    /// Gives a text to the person's own editor.
    case edit(String)
    /// What was found in a file is kept: the file goes.
    case discard(file: String)
    /// Shows everything in another theme, by name.
    case wear(String)
    case suspend
    case redraw
    case quit
}

/// What became of a text that was given to an editor.
package enum Edited: Sendable, Hashable {
    case text(String)
    /// The text is as it was, and why.
    case failed(Phrase)
}

/// Which part of a recorded exchange this is: a long one comes in many.
package struct RecordedPart: Sendable {
    package var isFirst: Bool
    package var isLast: Bool

    package init(isFirst: Bool, isLast: Bool) {
        self.isFirst = isFirst
        self.isLast = isLast
    }

    package static let whole = RecordedPart(isFirst: true, isLast: true)
}
