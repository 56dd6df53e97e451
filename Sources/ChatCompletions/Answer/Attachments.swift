/// What an answer holds beside its text, by number: Fader keeps the bytes and does not show them.
public struct Attachments: Sendable, Hashable {
    /// Pictures, in parts of the content or in a member of their own.
    public var pictures: Int
    /// Sounds; one that comes in pieces is one.
    public var sounds: Int
    /// Parts of a kind that Fader does not know.
    public var others: Int

    /// So many of each.
    public init(pictures: Int = 0, sounds: Int = 0, others: Int = 0) {
        self.pictures = pictures
        self.sounds = sounds
        self.others = others
    }

    /// Whether there are none.
    public var isEmpty: Bool { pictures == 0 && sounds == 0 && others == 0 }

    mutating func add(_ more: Attachments) {
        if more.isEmpty { return }
        pictures &+= more.pictures
        sounds = max(sounds, more.sounds)
        others &+= more.others
    }
}
