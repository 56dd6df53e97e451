import Words

/// Why what came is no answer.
extension Failure.Cause {
    func answerWords(_ said: String) -> Phrase? {
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
}
