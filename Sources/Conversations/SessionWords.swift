package import Words

extension Phrase {
    /// Why nothing can be sent from a session; no sentence by itself.
    package static func arrivesElsewhere(_ session: SessionID) -> Phrase {
        Phrase(
            english: """
                an answer is still arriving in session \(session.rawValue), in another program; wait \
                for it, or stop it there
                """,
            chinese: """
                会话 \(session.rawValue) 的回答正由另一个程序接收；等它收完，或到那边停止
                """)
    }
}
