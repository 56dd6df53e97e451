internal import ChatCompletions
internal import TOML
internal import Words

extension KeyProblem {
    /// Why the place has no key, to follow its name.
    var sentence: Phrase {
        switch self {
        case .cannotStart, .tookTooLong, .wasInterrupted, .tooMuch, .failed, .printedNothing:
            commandWords
        case .empty: Phrase(english: "there is nothing but blanks", chinese: "里面只有空白")
        case .unusable:
            Phrase(
                english: """
                    what is there is no key: it holds blanks, line ends, quotes or characters that \
                    no key has
                    """,
                chinese: "里面不是密钥：含有空白、换行、引号或密钥不会有的字符")
        case .isNoTOML(let place):
            Phrase(
                english: """
                    \(place.words) is no TOML, so it is not used; a line is NAME = "…", with the \
                    quotes, and nothing before the name
                    """,
                chinese: """
                    \(place.words)不是 TOML，整个文件已忽略；一行写成 NAME = "…"，带引号，名字前不加别的
                    """)
        case .hasTable(let place):
            Phrase(
                english: """
                    \(place.words) is a table, and keys stand in none, so it is not used; a line is \
                    NAME = "…"
                    """,
                chinese: "\(place.words)是表，密钥不能写在表里，整个文件已忽略；一行写成 NAME = \"…\"")
        case .isNoText(let place):
            Phrase(
                english: "\(place.words): a key is a text in quotes",
                chinese: "\(place.words)：密钥应是带引号的字符串")
        default: fileWords
        }
    }

    private var commandWords: Phrase {
        switch self {
        case .tookTooLong(let limit):
            Phrase(
                english: "it did not end within \(Phrase.duration(limit))",
                chinese: "\(Phrase.duration(limit))内没有结束")
        case .wasInterrupted: Phrase(english: "it was interrupted", chinese: "被打断")
        case .tooMuch: Phrase(english: "it printed far more than a key", chinese: "输出太长，不像一个密钥")
        case .failed(let status):
            Phrase(english: "it ended with status \(status)", chinese: "退出码是 \(status)")
        case .printedNothing: Phrase(english: "it printed nothing", chinese: "没有输出")
        default:
            Phrase(
                english: "there is no such program, or it cannot be started",
                chinese: "没有这个程序，或启动不了")
        }
    }

    private var fileWords: Phrase {
        switch self {
        case .openToOthers(let path):
            Phrase(
                english: "others may read it, so it is not used; chmod 600 '\(path)'",
                chinese: "其他用户也能读，已忽略；执行 chmod 600 '\(path)'")
        case .notOurs:
            Phrase(
                english: "it belongs to somebody else, so it is not used", chinese: "它属于其他用户，已忽略")
        case .isLink(let path):
            Phrase(
                english: """
                    it is a link to elsewhere, so it is not used; put the file itself at '\(path)'
                    """,
                chinese: "它是指向别处的链接，已忽略；把文件本身放到 '\(path)'")
        case .noFile(let path):
            Phrase(
                english: """
                    it is no regular file, so it is not used; write the keys into a file '\(path)'
                    """,
                chinese: "它不是普通文件，已忽略；把密钥写进文件 '\(path)'")
        case .tooLong:
            Phrase(
                english: "it is longer than 64 KiB, so it is not used", chinese: "它超过 64 KiB，已忽略"
            )
        case .isNoUTF8:
            Phrase(english: "it is no UTF-8 text, so it is not used", chinese: "它不是 UTF-8 文本，已忽略")
        default: Phrase(english: "it cannot be read", chinese: "读不了")
        }
    }
}

extension TextPosition {
    fileprivate var words: Phrase {
        Phrase(english: "line \(line), column \(column)", chinese: "第 \(line) 行第 \(column) 列")
    }
}

/// Where keys are kept.
extension Phrase {
    static func keyCommand(_ name: String) -> Phrase {
        Phrase(english: "the key command \(name)", chinese: "密钥命令 \(name)")
    }

    static func environmentVariable(_ name: String) -> Phrase {
        Phrase(english: "the environment variable \(name)", chinese: "环境变量 \(name)")
    }

    static let secretService = Phrase(english: "the desktop's secret service", chinese: "桌面密钥环")
    static let keyFile = Phrase(english: "the key file", chinese: "密钥文件")

    /// What was wrong with a place.
    static func problem(_ problem: KeyProblem, at place: Phrase) -> Phrase {
        Phrase(
            english: "\(place): \(problem.sentence)", chinese: "\(place)：\(problem.sentence)")
    }

    /// Several things about one search.
    static func together(_ parts: [Phrase]) -> Phrase {
        parts.joined(separator: Phrase(english: "; ", chinese: "；"))
    }

    /// What to do where no key was found.
    ///
    /// - Parameter path: of the key file; `nil` where there is no place for one.
    static func noKey(_ problems: [Phrase], variable: String, file path: String?) -> Phrase {
        let file =
            path.map { Phrase(english: " \($0) ", chinese: " \($0)") }
            ?? Phrase(english: " a key file ", chinese: "密钥文件")
        let what =
            problems.isEmpty
            ? Phrase(english: "No key was found.", chinese: "没有找到密钥。") : together(problems).closed
        return Phrase(
            english: """
                \(what) Set the environment variable \(variable), or write \(variable) = "…" \
                into\(file)(chmod 600).
                """,
            chinese: """
                \(what)设环境变量 \(variable)，或把 \(variable) = "…" 写进\(file)（chmod 600）。
                """)
    }

    static func noAddress(of provider: String) -> Phrase {
        Phrase(
            english: """
                The provider \(provider) has no address: set base_url in [providers.\(provider)] \
                of config.toml, or give --base-url.
                """,
            chinese: """
                服务商 \(provider) 没有地址：在 config.toml 的 [providers.\(provider)] 里设 base_url，\
                或用 --base-url 给出。
                """)
    }
}
