import ArgumentParser
import Words

extension ArgumentHelp {
    /// Help in the language of this run.
    init(_ phrase: Phrase, valueName: String? = nil) {
        self.init(phrase.here, valueName: valueName)
    }
}

extension ValidationError {
    /// A complaint in the language of this run.
    init(_ phrase: Phrase) { self.init(phrase.here) }
}

extension OptionGroup {
    /// A group with a heading in the language of this run.
    init(title: Phrase) { self.init(title: title.here) }
}
