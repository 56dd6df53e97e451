public import Words

/// What is said of a failure: the only place where a fact becomes a sentence. What to do about it is
/// in `FailureAdviceWords`.
extension Failure {
    /// What happened, in one sentence.
    public var sentence: Phrase {
        let text = words.mapped { text, _ in PageTitle.oneLine(text) }
        return switch kind {
        case .api: apiSentence(text)
        case .stream:
            Phrase(
                english: "The service broke the answer off with an error: \(text)",
                chinese: "服务商中途报错，回答中断：\(text)"
            ).closed
        case .http, .malformed: text.closed
        case .truncated where phase == .empty || phase == .record: text.closed
        case .truncated:
            Phrase(
                english: "The answer was cut off, what had come is kept: \(text.continued)",
                chinese: "回答中断，已收到的部分保留：\(text.continued)"
            ).closed
        case .redirect:
            Phrase(english: "\(text), which is never followed", chinese: "\(text)；Fader 不跟随重定向")
                .closed
        case .transport:
            Phrase(
                english: "\(phaseWords): \(text.continued)",
                chinese: "\(phaseWords)：\(text.continued)"
            )
            .closed
        case .cancelled: Phrase(english: "The answer was stopped.", chinese: "回答已停止。")
        }
    }

    /// What happened, as far as it is known: what Fader found out, or else what the server or the
    /// transport said. It may have several lines.
    public var words: Phrase { cause?.words(saying: said) ?? Phrase(verbatim: said) }

    private func apiSentence(_ text: Phrase) -> Phrase {
        guard let status, status >= 300 else {
            return Phrase(
                english: "The service answered with an error: \(text)", chinese: "服务商报错：\(text)"
            ).closed
        }
        let name = HTTPStatus.text(status)
        return Phrase(english: "\(name): \(text)", chinese: "\(name)：\(text)").closed
    }

    private var phaseWords: Phrase {
        switch phase {
        case .key, .header: Phrase(english: "Nothing was sent", chinese: "没有发送")
        case .url: Phrase(english: "The address cannot be used", chinese: "地址不能用")
        case .nameLookup:
            Phrase(english: "The server's name could not be found", chinese: "找不到服务器")
        case .connect: Phrase(english: "No connection could be made", chinese: "没有连上")
        case .tls:
            Phrase(english: "No secure connection could be made", chinese: "没有建立安全连接")
        case .send: Phrase(english: "The request could not be sent", chinese: "请求没有发出")
        case .firstByte:
            Phrase(
                english: "The request was sent, and no answer could be had",
                chinese: "请求已发出，没有收到响应")
        case .body: Phrase(english: "The answer broke off", chinese: "回答中断")
        case .silence: Phrase(english: "The server went silent", chinese: "服务器不再发送")
        case .limit: Phrase(english: "Too much came", chinese: "超出上限")
        case .empty: Phrase(english: "Nothing came", chinese: "什么也没收到")
        case .record: Phrase(english: "Not all is kept", chinese: "没有全部保留")
        case nil: Phrase(english: "The request failed", chinese: "请求失败")
        }
    }
}

extension Phrase {
    /// As it goes on after a colon: in English a sentence of ours or libcurl's begins small there;
    /// what begins with an abbreviation or a name of a variable stays.
    fileprivate var continued: Phrase {
        mapped { text, language in
            guard language == .english, let first = text.first, let second = text.dropFirst().first,
                first.isASCII, first.isUppercase, second.isLowercase || second == " "
            else { return text }
            return first.lowercased() + text.dropFirst()
        }
    }
}
