package import Words

extension Failure.Cause {
    /// What it was, in a sentence without its end.
    ///
    /// - Parameter said: what the server or the transport said about it.
    func words(saying said: String) -> Phrase {
        guard cameBeforeFirstWord else { return ownWords(said) }
        let words = ownWords(said)
        return Phrase(
            english: "The answer broke off before its first word: \(words)",
            chinese: "回答还没开始就中断了：\(words)")
    }

    private func ownWords(_ said: String) -> Phrase {
        switch name {
        case .said: Phrase(verbatim: said)
        case .told: told ?? Phrase(verbatim: said)
        case .stopped: Phrase(english: "stopped", chinese: "已停止")
        default: answerWords(said) ?? unsentWords(said) ?? connectionWords(said)
        }
    }

    // MARK: Nothing was sent

    private func unsentWords(_ said: String) -> Phrase? {
        switch name {
        case .badAddress: addressWords
        case .noBaseURL: RequestProblem.noBaseURL.sentence
        case .keyInTheOpen:
            Phrase(
                english: """
                    http:// would show the key to everybody on the way to \(subject); nothing was \
                    sent; use https://, or write key_over_http = true beside the address
                    """,
                chinese: """
                    http:// 不加密，到 \(subject) 的路上谁都能看到密钥，所以没有发送；改用 https://，\
                    或在配置里和这个地址一起写 key_over_http = true
                    """)
        case .noVariable: .missingVariable(detail, for: subject)
        case .badHeader:
            Phrase(
                english: """
                    the header \(subject) holds a line break or control character
                    """,
                chinese: "请求头 \(subject) 里有换行或控制字符")
        case .uncallable:
            Phrase(english: "this URL cannot be called: \(said)", chinese: "这个地址不能请求：\(said)")
        case .noLibcurl: libcurlWords(Phrase(verbatim: said))
        case .oldLibcurl:
            libcurlWords(Phrase(english: "\(subject) is too old", chinese: "\(subject) 太旧"))
        case .noMemory: libcurlWords(Phrase(english: "no memory", chinese: "内存不足"))
        default: nil
        }
    }

    private var addressWords: Phrase {
        let problem = URLParts.Problem(rawValue: detail)?.words ?? Phrase(verbatim: detail)
        return Phrase(english: "\(problem): \(subject)", chinese: "\(problem)：\(subject)")
    }

    private func libcurlWords(_ reason: Phrase) -> Phrase {
        Phrase(
            english: """
                libcurl cannot be used: \(reason); install libcurl 7.85 or newer (Debian and \
                Ubuntu: apt install libcurl4)
                """,
            chinese: """
                libcurl 不能用：\(reason)；装上 libcurl 7.85 或更新的版本（Debian 和 Ubuntu：\
                apt install libcurl4）
                """)
    }

    // MARK: The record

    var recordWords: Phrase? {
        switch name {
        case .keptInPart:
            Phrase(
                english: """
                    Only the beginning of this answer is saved: more than 32 MB waited while \
                    nothing could be
                    """,
                chinese: "这个回答只保存了开头：会话库写不进去时，等待保存的内容超过了 32 MB")
        case .arrivingElsewhere:
            Phrase(
                english: """
                    Another program is receiving this answer: open the session again when it is whole
                    """,
                chinese: "别的程序正在接收这个回答：等它收完，再打开这个会话")
        default: nil
        }
    }

    var certificateWords: Phrase {
        subject.isEmpty
            ? Phrase(
                english: "the file of trusted certificates of the system cannot be read",
                chinese: "系统的受信证书文件读不了")
            : Phrase(
                english: "the file of trusted certificates \(subject) cannot be read",
                chinese: "受信证书文件 \(subject) 读不了")
    }

    var time: Phrase { .duration(.milliseconds(limit)) }
}

extension CodingProblem {
    /// What is wrong with the compression.
    var words: Phrase {
        switch self {
        case .damaged: Phrase(english: "it is damaged", chinese: "数据损坏")
        case .tooLong: Phrase(english: "it becomes too long", chinese: "解压后太长")
        case .unknownEncoding:
            Phrase(
                english: "it is compressed in a way that was not asked for",
                chinese: "用了没有请求过的压缩方式")
        case .noZlib:
            Phrase(
                english: "zlib, which undoes that, cannot be opened (libz.so.1)",
                chinese: "打不开解压要用的 zlib（libz.so.1）")
        case .twice:
            Phrase(english: "it is compressed more than once", chinese: "压缩了不止一次")
        }
    }
}

extension Phrase {
    /// What keeps a header from being sent.
    package static func missingVariable(_ name: String, for header: String) -> Phrase {
        Phrase(
            english:
                "the header \(header) needs the environment variable \(name), which is not set",
            chinese: "请求头 \(header) 用到的环境变量 \(name) 没有设")
    }
}
