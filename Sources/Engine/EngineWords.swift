import ChatCompletions
import Conversations
import SessionLibrary
import Words

/// What is said of the library while the workbench is at work.
extension Phrase {
    static func nothingIsSaved(_ problem: LibraryProblem) -> Phrase {
        Phrase(
            english: "Nothing is saved: \(problem.sentence)", chinese: "没有保存：\(problem.sentence)"
        )
    }

    static func nothingIsSavedYet(_ problem: LibraryProblem) -> Phrase {
        Phrase(
            english: "Nothing is saved yet: \(problem.sentence)",
            chinese: "还没有保存：\(problem.sentence)")
    }

    static func unread(_ what: Phrase, _ problem: LibraryProblem) -> Phrase {
        Phrase(
            english: "\(what) could not be read: \(problem.sentence)",
            chinese: "\(what)读不了：\(problem.sentence)")
    }

    static func draftNotKept(_ problem: LibraryProblem) -> Phrase {
        Phrase(
            english: "What you are writing is not kept for a restart: \(problem.sentence)",
            chinese: "草稿没有保存，重启后会丢失：\(problem.sentence)")
    }

    static func systemPromptsNotKept(_ problem: LibraryProblem) -> Phrase {
        Phrase(
            english: "The list of system prompts could not be saved: \(problem.sentence)",
            chinese: "系统提示词列表没有保存：\(problem.sentence)")
    }

    static func noSession(_ id: SessionID) -> Phrase {
        Phrase(english: "There is no session \(id.rawValue).", chinese: "没有会话 \(id.rawValue)。")
    }

    static let noLibrary = Phrase(
        english: "Nothing is saved here, and no library is open.", chinese: "没有打开会话库，这里不保存。")

    static func lastNotSaved(_ problem: Phrase) -> Phrase {
        Phrase(english: "What came last is not saved: \(problem)", chinese: "最后的内容没有保存：\(problem)")
    }

    /// - Parameter fraction: how much of it is done, from 0 to 1, where that is known.
    static func copyingLibrary(_ fraction: Double?) -> Phrase {
        let percent = fraction.map { " \(Int($0 * 100)) %" } ?? ""
        return Phrase(
            english: "A copy of the library of an older version is made first:\(percent)",
            chinese: "会话库是旧版本的，先做一份副本：\(percent)")
    }

    static let migratingLibrary = Phrase(
        english: "The library of an older version is brought up to date…",
        chinese: "正在把旧版本的会话库更新到新格式…")
}

/// What is read from the library.
extension Phrase {
    static func session(_ id: SessionID) -> Phrase {
        Phrase(english: "Session \(id.rawValue)", chinese: "会话 \(id.rawValue) ")
    }

    static let theSessions = Phrase(english: "The sessions", chinese: "会话列表")
    static let theSystemPrompts = Phrase(english: "The system prompts", chinese: "已存的系统提示词")
    static let thePrompts = Phrase(english: "The earlier prompts", chinese: "历史提示词")
    static let lastSession = Phrase(english: "The last session", chinese: "上次的会话")
    static let whatWasWritten = Phrase(english: "What was being written", chinese: "上次的草稿")
    static let lastTraffic = Phrase(english: "The last answer's traffic", chinese: "上一个回答的流量")
    static let restOfTraffic = Phrase(
        english: "The rest of the last answer's traffic", chinese: "上一个回答剩下的流量")
}
