import ChatClient
import ChatCompletions
import TOML
import Words

/// What is wrong with what is to be sent, or with whom it is sent to.
extension Phrase {
    static func bodyWanted(_ file: Phrase) -> Phrase {
        Phrase(
            english: "\(file): a body is a JSON object: {\"model\": …}",
            chinese: "\(file)：正文应是 JSON 对象，例如 {\"model\": …}")
    }

    static func messagesWanted(_ file: String) -> Phrase {
        Phrase(
            english: "\(file): messages are a JSON array: [{\"role\": …}, …]",
            chinese: "\(file)：消息应是 JSON 数组，例如 [{\"role\": …}, …]")
    }

    static func badMessage(_ file: String, _ number: Int, _ problem: MessageProblem) -> Phrase {
        Phrase(
            english: "\(file): message \(number) \(problem.sentence)",
            chinese: "\(file)：第 \(number) 条消息\(problem.sentence)")
    }

    static func noJSON(_ file: Phrase, _ problem: JSONProblem) -> Phrase {
        Phrase(english: "\(file): \(problem.words)", chinese: "\(file)：\(problem.words)")
    }

    static func badParameter(_ text: String, _ problem: Phrase) -> Phrase {
        Phrase(english: "-p \(text): \(problem)", chinese: "-p \(text)：\(problem)")
    }

    static func sentTwice(_ option: String) -> Phrase {
        Phrase(english: "it would be sent twice; use \(option)", chinese: "这样会重复发送；改用 \(option)")
    }

    static let fileAfterAt = Phrase(
        english: "@ stands before a file's name", chinese: "@ 后面要写文件名")

    static func badBaseURL(_ url: String, _ problem: URLParts.Problem) -> Phrase {
        Phrase(
            english: "--base-url \(url): \(problem.words)",
            chinese: "--base-url \(url)：\(problem.words)")
    }

    static func unusableProvider(_ name: String, _ complaint: Complaint) -> Phrase {
        Phrase(
            english: "the provider \(name) cannot be used: \(complaint.sentence)",
            chinese: "服务商 \(name) 不能用：\(complaint.sentence)")
    }

    static func noProvider(_ name: String, because complaint: Complaint) -> Phrase {
        Phrase(
            english: "there is no provider \(name): \(complaint.sentence)",
            chinese: "没有服务商 \(name)：\(complaint.sentence)")
    }

    static func noProvider(_ name: String, known: [String]) -> Phrase {
        let list = known.joined(separator: ", ")
        let chineseList = known.joined(separator: "、")
        return Phrase(
            english: """
                there is no provider \(name); there are \(list)
                set base_url in [providers.\(name)] of config.toml, or name another one
                """,
            chinese: """
                没有服务商 \(name)；有 \(chineseList)
                在 config.toml 的 [providers.\(name)] 里设 base_url，或换一个
                """)
    }
}

/// What to know of what is sent.
extension Phrase {
    static let holdsTheKey = Phrase(
        english: """
            what is sent holds the key itself; it goes out as written, and is recorded as \
            \(Secret.mask)
            """,
        chinese: "发送的内容里有密钥本身；照原样发出，记录成 \(Secret.mask)")

    static func keyUnencrypted(_ origin: Origin) -> Phrase {
        Phrase(
            english:
                "a key goes to \(origin.description) unencrypted: everybody on the way can read it",
            chinese: "密钥会明文发往 \(origin.description)，路上谁都能读到")
    }

    static let waitingForInput = Phrase(
        english: "waiting for standard input to end; --no-stdin does not read it",
        chinese: "在等标准输入结束；不用读就加 --no-stdin")

    static func inputIgnored(because reason: Phrase) -> Phrase {
        Phrase(english: "standard input is not read: \(reason)", chinese: "标准输入没有读：\(reason)")
    }
}

/// What cannot be read.
extension Phrase {
    static let standardInput = Phrase(english: "standard input", chinese: "标准输入")

    static func unopened(_ file: String, _ reason: String) -> Phrase {
        Phrase(english: "\(file) cannot be opened: \(reason)", chinese: "\(file) 打不开：\(reason)")
    }

    static func unread(_ name: Phrase, _ reason: String) -> Phrase {
        Phrase(english: "\(name) cannot be read: \(reason)", chinese: "\(name) 读不了：\(reason)")
    }

    static func tooLong(_ name: Phrase) -> Phrase {
        Phrase(
            english: "\(name) is more than 16 MiB; send a part of it",
            chinese: "\(name) 超过 16 MiB；截取一部分再发")
    }

    static func noUTF8(_ name: Phrase) -> Phrase {
        Phrase(english: "\(name) is no UTF-8 text", chinese: "\(name) 不是 UTF-8 文本")
    }

    static func unwritten(_ reason: String) -> Phrase {
        Phrase(
            english: "what was printed cannot be written: \(reason)", chinese: "输出写不出去：\(reason)")
    }
}
