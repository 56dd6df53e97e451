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

    // MARK: What came is no answer

    private func answerWords(_ said: String) -> Phrase? {
        switch name {
        case .coding: codingWords
        case .notChat:
            Phrase(
                english: "The answer is no chat completion: \(said)", chinese: "收到的不是对话补全：\(said)")
        case .noReadableEvent:
            Phrase(
                english: "None of the stream's events could be read.", chinese: "事件流里的事件都无法解析。")
        case .noEnd:
            Phrase(
                english: "The answer ended without [DONE] and without a finish reason.",
                chinese: "直到结束也没有 [DONE] 和结束原因。")
        case .noFirstWord:
            Phrase(
                english: "The stream ended before the first word of an answer.",
                chinese: "回答还没开始，事件流就结束了。")
        case .nothingSent:
            Phrase(english: "The server sent nothing.", chinese: "服务器什么也没发。")
        case .redirect: redirectWords
        case .webPage: pageWords(said)
        case .midJSON:
            Phrase(
                english: "The answer ended in the middle of its JSON.", chinese: "响应的 JSON 没收完就结束了。"
            )
        case .noJSON: jsonWords
        case .noChoices:
            Phrase(
                english: "The answer is JSON, but it holds no choices.",
                chinese: "收到的是 JSON，但里面没有 choices。")
        case .emptyChoices:
            Phrase(
                english: "The answer's list of choices is empty.", chinese: "回答的 choices 是空数组。")
        case .unnamedError: Phrase(english: "it did not say which", chinese: "没有说明")
        case .noList:
            Phrase(english: "the answer is no list of models", chinese: "收到的不是模型列表")
        case .plainStatus:
            Phrase(english: "the server answered \(subject)", chinese: "服务器返回 \(subject)")
        default: lengthWords
        }
    }

    private var lengthWords: Phrase? {
        switch name {
        case .endlessLine:
            Phrase(english: "A line of the answer does not end.", chinese: "响应里有一行太长，没有收完。")
        case .onlyBlanks:
            Phrase(english: "The answer is nothing but blank lines.", chinese: "收到的全是空行。")
        case .longDocument:
            Phrase(
                english: "The answer is one piece of JSON of more than \(limit) bytes.",
                chinese: "响应是一整块 JSON，超过 \(limit) 字节。")
        case .longText:
            Phrase(
                english: "The answer's text is longer than \(limit) bytes.",
                chinese: "回答的文字超过 \(limit) 字节。")
        case .manyLogprobs:
            Phrase(
                english: "The answer has more than \(limit) log probabilities.",
                chinese: "回答的对数概率超过 \(limit) 个。")
        case .longList:
            Phrase(
                english: "the list has more than \(limit) models", chinese: "列表里的模型超过 \(limit) 个")
        case .longReply:
            Phrase(
                english: "the document is longer than \(limit >> 20) MiB",
                chinese: "收到的内容超过 \(limit >> 20) MiB")
        default: nil
        }
    }

    private var codingWords: Phrase {
        let words = CodingProblem(rawValue: detail)?.words ?? Phrase(verbatim: detail)
        return Phrase(
            english: "The compressed answer cannot be read: \(words).",
            chinese: "响应解压失败：\(words)。")
    }

    private var redirectWords: Phrase {
        subject.isEmpty
            ? Phrase(
                english: "\(detail): the server points to nowhere",
                chinese: "\(detail)：服务器要求重定向，但没有给出地址")
            : Phrase(
                english: "\(detail): the server points to \(subject)",
                chinese: "\(detail)：服务器重定向到 \(subject)")
    }

    private func pageWords(_ title: String) -> Phrase {
        title.isEmpty
            ? Phrase(
                english: "A web page came from \(subject) instead of an answer.",
                chinese: "\(subject) 返回的是网页，不是回答。")
            : Phrase(
                english: "The web page “\(title)” came from \(subject) instead of an answer.",
                chinese: "\(subject) 返回的是网页「\(title)」，不是回答。")
    }

    private var jsonWords: Phrase {
        let place = subject.split(separator: ":")
        let (line, column) = (place.first ?? "?", place.last ?? "?")
        let kind = JSONProblem.Kind(rawValue: detail)?.words ?? Phrase(verbatim: detail)
        return Phrase(
            english: "The answer is no JSON: line \(line), column \(column): \(kind).",
            chinese: "收到的不是 JSON：第 \(line) 行第 \(column) 列，\(kind)。")
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

    // MARK: The connection

    /// What this machine connects to.
    private var place: Phrase {
        isProxy
            ? Phrase(english: "the proxy \(subject)", chinese: "代理 \(subject)")
            : Phrase(english: "\(subject)", chinese: "服务器 \(subject)")
    }

    private func connectionWords(_ said: String) -> Phrase {
        switch name {
        case .unknownName:
            Phrase(english: "the name \(subject) was not found", chinese: "查不到主机名 \(subject)")
        case .unknownProxy:
            Phrase(
                english: "the name of the proxy \(subject) was not found",
                chinese: "查不到代理 \(subject)")
        case .proxyRefused:
            Phrase(
                english: "the proxy \(subject) refused: \(said)",
                chinese: "代理 \(subject) 拒绝：\(said)")
        case .refused:
            Phrase(
                english: "nothing answers at \(place): connection refused",
                chinese: "\(place) 拒绝了连接")
        case .noConnection:
            Phrase(english: "no connection to \(place): \(said)", chinese: "\(place) 无法到达：\(said)")
        case .connectTimeout:
            Phrase(
                english: "no connection to \(place) within \(time)",
                chinese: "\(time)内\(place) 没有应答"
            )
        case .noHTTP:
            Phrase(
                english: "what answers at \(place) does not speak HTTP",
                chinese: "\(place) 返回的不是 HTTP")
        case .untrusted:
            Phrase(
                english: "the certificate of \(subject) is not trusted: \(said)",
                chinese: "\(subject) 的证书不受信任：\(said)")
        case .noTLS:
            Phrase(
                english: "no secure connection to \(subject): \(said)",
                chinese: "与 \(subject) 建立不了安全连接：\(said)")
        case .handshakeTimeout:
            Phrase(
                english: "the TLS handshake with \(subject) did not come to its end within \(time)",
                chinese: "与 \(subject) 的 TLS 握手 \(time)内没有完成")
        case .handshakeCut:
            Phrase(
                english: "\(subject) closed the connection in the middle of the TLS handshake",
                chinese: "\(subject) 在 TLS 握手中途关闭了连接")
        default: exchangeWords(said)
        }
    }

    private func exchangeWords(_ said: String) -> Phrase {
        switch name {
        case .badCertificates: certificateWords
        case .notSent:
            Phrase(english: "the request could not be sent: \(said)", chinese: "请求发不出去：\(said)")
        case .closed:
            Phrase(
                english: "\(place) closed the connection without an answer",
                chinese: "\(place) 没有响应就关闭了连接")
        case .keptClosed:
            Phrase(
                english: "\(place) closed the kept connection without an answer",
                chinese: "\(place) 没有响应就关闭了复用的连接")
        case .oddStatusLine:
            Phrase(
                english: "\(place) answered with a status line that is no HTTP: \(said)",
                chinese: "\(place) 返回的状态行不是 HTTP：\(said)")
        case .headCut:
            Phrase(
                english: "\(place) closed the connection in the middle of the answer's headers",
                chinese: "\(place) 响应头发到一半就关闭了连接")
        case .largeHead:
            Phrase(
                english: "the answer's headers are larger than anything useful",
                chinese: "响应头太大")
        case .largeBody:
            Phrase(
                english: "the answer is larger than \(limit >> 20) MiB",
                chinese: "响应超过 \(limit >> 20) MiB")
        case .endedEarly:
            Phrase(english: "the connection ended before the answer did", chinese: "响应没收完，连接就关闭了")
        case .givenUp:
            Phrase(english: "the server gave the answer up: \(said)", chinese: "服务器中止了响应：\(said)")
        case .broken: Phrase(english: "the connection broke: \(said)", chinese: "连接断了：\(said)")
        case .noAnswer: Phrase(english: "no answer came", chinese: "没有收到响应")
        case .headTimeout: Phrase(english: "no answer within \(time)", chinese: "\(time)内没有响应")
        case .silence: Phrase(english: "nothing new for \(time)", chinese: "\(time)没有新内容")
        default: recordWords ?? Phrase(verbatim: said)
        }
    }

    // MARK: The record

    private var recordWords: Phrase? {
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

    private var certificateWords: Phrase {
        subject.isEmpty
            ? Phrase(
                english: "the file of trusted certificates of the system cannot be read",
                chinese: "系统的受信证书文件读不了")
            : Phrase(
                english: "the file of trusted certificates \(subject) cannot be read",
                chinese: "受信证书文件 \(subject) 读不了")
    }

    private var time: Phrase { .duration(.milliseconds(limit)) }
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
