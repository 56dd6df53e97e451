import ChatCompletions
import SessionLibrary
import Words

extension Diagnosis.State {
    /// The word at the beginning of its line.
    var word: Phrase {
        switch self {
        case .good: Phrase(english: "ok", chinese: "正常")
        case .note: Phrase(english: "note", chinese: "注意")
        case .wrong: Phrase(english: "WRONG", chinese: "有误")
        }
    }
}

extension Diagnosis.Subject {
    /// What the line is about.
    var word: Phrase {
        switch self {
        case .terminal: Phrase(english: "terminal", chinese: "终端")
        case .size: Phrase(english: "size", chinese: "大小")
        case .colors: Phrase(english: "colours", chinese: "颜色")
        case .widths: Phrase(english: "widths", chinese: "字宽")
        case .locale: Phrase(english: "locale", chinese: "区域设置")
        case .language: Phrase(english: "language", chinese: "语言")
        case .config: Phrase(english: "config", chinese: "配置")
        case .theme: Phrase(english: "theme", chinese: "主题")
        case .library: Phrase(english: "library", chinese: "会话库")
        case .provider: Phrase(english: "provider", chinese: "服务商")
        case .header: Phrase(english: "header", chinese: "请求头")
        case .key: Phrase(english: "key", chinese: "密钥")
        case .fader, .ncurses, .sqlite, .libcurl: Phrase(verbatim: rawValue)
        }
    }
}

/// What there is to say of the terminal.
extension Phrase {
    static let smallTerminal = Phrase(
        english: "80×24 shows the workbench, 120×40 all of it", chinese: "80×24 能用，120×40 能显示全部窗格")
    static let noColors = Phrase(english: "none: NO_COLOR is set", chinese: "无：设了 NO_COLOR")
    static let widthsAskedLater = Phrase(
        english: "asked for when the workbench opens; a silent terminal gets safe stand-ins",
        chinese: "打开工作台时向终端查询；没有答复就用保守的设置")

    static func colors(_ count: Int) -> Phrase {
        Phrase(english: "\(count) colours", chinese: "\(count) 种颜色")
    }

    /// What `TERM` says, and what it is taken for.
    static func term(_ name: String, takenFor entry: String) -> Phrase {
        entry == name
            ? Phrase(verbatim: "TERM=\(name)")
            : Phrase(
                english: "TERM=\(name), taken for \(entry)", chinese: "TERM=\(name)，当作 \(entry)")
    }

    static func notATerminal(_ term: Phrase) -> Phrase {
        Phrase(
            english: "\(term); not a terminal here: the workbench needs one, the commands do not",
            chinese: "\(term)；这里不是终端：工作台需要终端，命令不需要")
    }

    static func terminal(_ term: Phrase, _ size: String) -> Phrase {
        Phrase(english: "\(term), \(size)", chinese: "\(term)，\(size)")
    }

    static func localeReplaced(_ set: String) -> Phrase {
        Phrase(
            english: "\(set), not UTF-8: the workbench uses C.UTF-8",
            chinese: "\(set)，不是 UTF-8：工作台用 C.UTF-8")
    }

    static func noUnicodeLocale(_ set: String) -> Phrase {
        Phrase(
            english: "\(set), and there is no UTF-8 one\ninstall the package locales",
            chinese: "\(set)，系统里也没有 UTF-8 区域设置\n装上软件包 locales")
    }

    static func speaking(_ language: Language) -> Phrase {
        switch language {
        case .english: Phrase(english: "English (en)", chinese: "英文（en）")
        case .chinese: Phrase(english: "Chinese (zh)", chinese: "中文（zh）")
        }
    }
}

/// What there is to say of files and keys.
extension Phrase {
    static func noCurl(_ failure: Failure) -> Phrase {
        Phrase(
            english: "\(failure.sentence)\ninstall the package libcurl4",
            chinese: "\(failure.sentence)\n装上软件包 libcurl4")
    }

    static func configNotThere(_ file: String) -> Phrase {
        Phrase(english: "\(file) (not there: defaults)", chinese: "\(file)（没有，用默认值）")
    }

    static func libraryNotThere(_ path: String) -> Phrase {
        Phrase(
            english: "\(path) (not there: made with the first session)",
            chinese: "\(path)（还没有：保存第一个会话时建立）")
    }

    static func damaged(_ finding: String) -> Phrase {
        Phrase(english: "damaged: \(finding)", chinese: "损坏：\(finding)")
    }

    /// Something about somebody.
    static func of(_ name: Phrase, _ what: Phrase) -> Phrase {
        Phrase(english: "\(name): \(what)", chinese: "\(name)：\(what)")
    }

    static func provider(_ id: String, at url: String?) -> Phrase {
        url.map { Phrase(english: "\(id) at \($0)", chinese: "\(id)（\($0)）") }
            ?? Phrase(verbatim: id)
    }

    static func inPlace(_ place: Phrase) -> Phrase {
        Phrase(english: "in \(place)", chinese: "在\(place)")
    }

    static let noneNeeded = Phrase(english: "none, and none is needed", chinese: "没有，也不需要")

    static func headerNeeds(_ variable: String, _ header: String) -> Phrase {
        Phrase(
            english: "\(header) needs the environment variable \(variable), which is not set",
            chinese: "\(header) 用到的环境变量 \(variable) 没有设")
    }
}
