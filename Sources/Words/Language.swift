/// A language in which people read Fader.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh"
}

extension Language {
    /// The language that a name means, as locales, browsers and people write it.
    ///
    /// ```swift
    /// Language(named: "zh")               // .chinese, as are zh-CN, zh_Hans, ZH_cn.UTF-8@pinyin
    /// Language(named: "zh_TW.UTF-8")      // .chinese: Taiwan and Hong Kong have no own words yet
    /// Language(named: "C.UTF-8")          // .english
    /// Language(named: "de_DE.UTF-8")      // nil
    /// ```
    public init?(named name: String) {
        let first = name.prefix { !"-_.@".contains($0) }.lowercased()
        switch first {
        case "en", "c", "posix", "english": self = .english
        case "zh", "chinese", "中文": self = .chinese
        default: return nil
        }
    }

    /// The language of the messages in a locale: `LC_ALL` stands above `LC_MESSAGES`, and that above
    /// `LANG`; an empty one counts as not set (POSIX, "Environment Variables"). English where there
    /// is none that we speak.
    public init(locale environment: [String: String]) {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
        self = names.first { !$0.isEmpty }.flatMap(Language.init(named:)) ?? .english
    }
}
