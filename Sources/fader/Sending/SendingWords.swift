import ChatClient
import ChatCompletions
import SessionLibrary
import Words

/// What is said while a request is sent.
extension Phrase {
    static func unreadEvents(_ count: Int) -> Phrase {
        Phrase(
            english: "\(count, "event", "events") of the stream could not be read; see --raw",
            chinese: "事件流里有 \(count) 个事件无法解析；用 --raw 看")
    }

    static func calls(_ call: ToolCall) -> Phrase {
        Phrase(english: "the model calls \(call.written)", chinese: "模型调用 \(call.written)")
    }

    static func choice(_ number: Int) -> Phrase {
        Phrase(english: "choice \(number): ", chinese: "候选 \(number)：")
    }

    static let practicePort = Phrase(
        english: "the practice provider chooses its port when it starts", chinese: "练习服务商启动时才选端口")

    static func throughProxy(_ proxy: String) -> Phrase {
        Phrase(english: "it would go through the proxy \(proxy)", chinese: "会经过代理 \(proxy)")
    }

    static func notSaved(_ problem: LibraryProblem) -> Phrase {
        problem.kind == .incomplete
            ? problem.sentence
            : Phrase(
                english: "\(problem.sentence)\nThis answer is not in the library.",
                chinese: "\(problem.sentence)\n这个回答没有存进会话库。")
    }

    static func tryingAgain(_ retry: RetriedExchange.Retry) -> Phrase {
        let seconds = retry.wait.seconds(decimals: 1)
        let doubt =
            retry.failure.mayHaveBeenAnswered
            ? Phrase(english: " It may have been billed.", chinese: "可能已经计费。") : .empty
        return Phrase(
            english: """
                \(retry.failure.sentence)\(doubt)
                trying again in \(seconds) s (\(retry.number) of \(retry.limit))
                """,
            chinese: """
                \(retry.failure.sentence)\(doubt)
                \(seconds) 秒后重试（第 \(retry.number) 次，共 \(retry.limit) 次）
                """)
    }
}
