import Words

/// Sending, and what stands in its way.
extension Phrase {
    static let nothingToSend = Phrase(
        english: "Nothing to send: type a prompt first.", chinese: "没有要发送的内容：先输入提示词。")
    static let nothingToRunAgain = Phrase(
        english: "There is no prompt to run again yet.", chinese: "还没有可重跑的提示词。")

    static func noProvider(_ id: String, chosenWith key: Phrase) -> Phrase {
        Phrase(
            english: """
                There is no provider \(id) in the configuration: set base_url in [providers.\(id)] of \
                config.toml, or choose another (\(key)).
                """,
            chinese: """
                配置里没有服务商 \(id)：在 config.toml 的 [providers.\(id)] 里设 base_url，\
                或换一个（\(key)）。
                """)
    }

    static func noAddress(of id: String, chosenWith key: Phrase) -> Phrase {
        Phrase(
            english: """
                The provider \(id) has no address: set base_url in [providers.\(id)] of config.toml, \
                or choose another (\(key)).
                """,
            chinese: """
                服务商 \(id) 没有地址：在 config.toml 的 [providers.\(id)] 里设 base_url，\
                或换一个（\(key)）。
                """)
    }

    static func stillArriving(stoppedWith key: Phrase) -> Phrase {
        Phrase(
            english: "An answer is still arriving: \(key) stops it.",
            chinese: "回答还没收完，按 \(key) 停止。")
    }
}

/// Leaving prompts out.
extension Phrase {
    static let nothingIsSent = Phrase(
        english: "No prompt of this conversation is sent any more.", chinese: "这个对话已经没有要发送的轮次。")
    static let nothingLeftOut = Phrase(
        english: "No prompt has been left out.", chinese: "没有设为不发送的轮次。")

    static func leftOut(_ prompt: String, takenInWith key: Phrase) -> Phrase {
        Phrase(
            english: "Not sent any more: “\(prompt)” and its answer. \(key) takes it in.",
            chinese: "不再发送：「\(prompt)」和它的回答。按 \(key) 恢复。")
    }

    static func takenIn(_ prompt: String) -> Phrase {
        Phrase(
            english: "Sent again from the next prompt on: “\(prompt)” and its answer.",
            chinese: "从下一条提示词起恢复发送：「\(prompt)」和它的回答。")
    }
}

/// Waiting, and trying again.
extension Phrase {
    static let limitsAfresh = Phrase(
        english: "The time limits of what is running begin afresh.", chinese: "已重新计时，继续等待。")
    static let nothingAwaited = Phrase(english: "Nothing is awaited.", chinese: "没有在等待的请求。")

    static func takenBack(sentWith key: Phrase) -> Phrase {
        Phrase(
            english: "It is not sent again by itself. \(key) sends it.",
            chinese: "已取消自动重试。按 \(key) 发送。")
    }

    static func sentAgain(in clock: String, try number: Int, takenBackWith key: Phrase) -> Phrase {
        Phrase(
            english: "sent again in \(clock) (try \(number)) · \(key) takes it back",
            chinese: "\(clock) 后第 \(number) 次重试 · \(key) 取消")
    }

    static func keepsTrying(with key: Phrase) -> Phrase {
        Phrase(english: "\(key) keeps trying", chinese: "\(key) 自动重试")
    }

    static func toWait(_ clock: String, thenSentWith key: Phrase) -> Phrase {
        Phrase(
            english: "\(clock) to wait · \(key) then sends it",
            chinese: "还要等 \(clock) · \(key) 到时重试")
    }

    static func waitIsOver(sentWith key: Phrase) -> Phrase {
        Phrase(
            english: "the wait is over · \(key) sends it", chinese: "可以重试了 · \(key) 发送")
    }
}
