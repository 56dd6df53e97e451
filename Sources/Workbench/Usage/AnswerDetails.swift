import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What a service told of an answer beyond the answer: its names, and members such as
/// `service_tier` that nobody but a curious person needs.
extension Take {
    /// Name and value: of the answer, then of its first choice.
    func details(in language: Language) -> [(name: String, value: String)] {
        let names = [
            ("id", answer.id), ("model", answer.model),
            ("system_fingerprint", answer.systemFingerprint),
        ]
        let found = names.compactMap { name, value in value.map { (name: name, value: $0) } }
        let whole = answer.details
        let own = firstChoice?.details ?? Details()
        let rest = whole.members + own.members.filter { whole[$0.name] == nil }
        let isCut = whole.isCut || own.isCut
        return found + rest.map { (name: $0.name, value: $0.value.string ?? $0.value.text) }
            + (isCut ? [(name: "…", value: Phrase.moreThanKept.text(in: language))] : [])
    }
}
