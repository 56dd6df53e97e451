import Words

extension Opening {
    /// What plain options of the workbench ask for, so that the first paint need not wait for the
    /// argument parser, which takes two of ten milliseconds.
    ///
    /// Only `--name value` and `--name=value` of options that are written whole; `nil` for
    /// everything else, be it right or wrong: that is the argument parser's to say.
    init?(quickly arguments: [String]) {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else { return nil }
            if word == "--new" {
                isNew = true
            } else if word == "--no-library" {
                choices.records = false
            } else {
                let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst(),
                    !value.isEmpty, !value.hasPrefix("-"), set(parts[0], to: value)
                else { return nil }
            }
        }
        if isNew, session != nil { return nil }
    }

    /// False for an option that is not among these.
    private mutating func set(_ option: String, to value: String) -> Bool {
        switch option {
        case "--provider": choices.provider = value
        case "--base-url": choices.baseURL = value
        case "--model": choices.model = value
        case "--key-env": choices.keyVariable = value
        case "--library": choices.library = value
        case "--config": choices.config = value
        case "--session": session = value
        case "--prompt": prompt = value
        case "--theme": theme = value
        case "--lane": lanes.append(value)
        case "--language" where Language(named: value) != nil: break
        default: return false
        }
        return true
    }
}
