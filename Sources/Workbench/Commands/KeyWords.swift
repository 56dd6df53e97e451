import Words

extension Phrase {
    /// How a command without a key is reached.
    static func amongCommands(_ title: Phrase) -> Phrase {
        Phrase(english: "“\(title)” among the commands", chinese: "命令面板里的「\(title)」")
    }
}
