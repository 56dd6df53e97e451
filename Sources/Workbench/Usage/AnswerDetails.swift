import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What a service told of an answer beyond the answer: its names, and members such as
/// `service_tier` that nobody but a curious person needs.
package struct AnswerDetails: Sendable {
    private var id: String?
    private var model: String?
    private var fingerprint: String?
    private var other = Details()

    mutating func add(_ delta: Delta) {
        id = delta.id ?? id
        model = delta.model ?? model
        fingerprint = delta.systemFingerprint ?? fingerprint
        for detail in delta.details { other.add(detail) }
        for choice in delta.choices where choice.index == 0 {
            for detail in choice.details { other.add(detail) }
        }
    }

    /// Name and value, in the order in which they came.
    func pairs(in language: Language) -> [(name: String, value: String)] {
        let names = [("id", id), ("model", model), ("system_fingerprint", fingerprint)]
        let found = names.compactMap { name, value in value.map { (name: name, value: $0) } }
        let rest = other.members.map { (name: $0.name, value: $0.value.string ?? $0.value.text) }
        return found + rest
            + (other.isCut ? [(name: "…", value: Phrase.moreThanKept.text(in: language))] : [])
    }
}
