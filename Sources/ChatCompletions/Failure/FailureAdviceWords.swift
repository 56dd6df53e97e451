public import Words

/// What to do after a failure: each sentence says something that can be done in Fader or beside it.
extension Failure {
    /// What to do next, in one sentence; empty when there is nothing to do.
    public var advice: Phrase { advice(in: AdviceScene()) }

    /// What to do next, in one sentence; empty when there is nothing to do.
    ///
    /// - Parameter url: where the request went; a server on the own machine needs other advice.
    public func advice(sentTo url: String?) -> Phrase { advice(in: AdviceScene(baseURL: url)) }

    /// What to do next, in one sentence; empty when there is nothing to do.
    ///
    /// - Parameter scene: where it is read, and what is known of the request.
    public func advice(in scene: AdviceScene) -> Phrase {
        switch kind {
        case .api, .http, .stream: statusAdvice(scene)
        case .truncated where phase == .empty: scene.again.closed
        case .truncated where phase == .record:
            Phrase(english: "Copy it before you leave.", chinese: "退出前先复制回答。")
        case .truncated:
            Phrase(
                english: "\(scene.again), or ask the model to go on from here.",
                chinese: "\(scene.again)，或发一条提示词让模型接着写。")
        case .malformed: malformedAdvice(scene)
        case .redirect:
            Phrase(
                english: """
                    If that address is right, make it the base URL\(scene.addressPlace), without \
                    /chat/completions; the key is not sent there.
                    """,
                chinese: """
                    地址没错的话，把它设成接口地址\(scene.addressPlace)，去掉 /chat/completions。\
                    密钥没有发到那里。
                    """)
        case .transport: transportAdvice(scene)
        case .cancelled: .empty
        }
    }

    private func malformedAdvice(_ scene: AdviceScene) -> Phrase {
        switch phase {
        case .limit?:
            Phrase(
                english: """
                    What had come is kept. This is no chat answer: check the address, or who sends it.
                    """,
                chinese: "已收到的部分保留。收到的不是对话补全：检查接口地址，看看应答的是什么服务。")
        case .empty?:
            Phrase(
                english: """
                    \(scene.again); if nothing comes again, check the base URL\(scene.addressPlace).
                    """,
                chinese: "\(scene.again)；还是什么都没有，就检查接口地址\(scene.addressPlace)。")
        default: Self.wrongAddressAdvice(scene, isWebPage: isWebPage)
        }
    }

    private static func wrongAddressAdvice(_ scene: AdviceScene, isWebPage: Bool) -> Phrase {
        let start = Phrase(
            english: "Check the base URL\(scene.addressPlace); it usually ends in /v1",
            chinese: "检查接口地址\(scene.addressPlace)；它多半以 /v1 结尾")
        guard isWebPage else { return start.closed }
        return Phrase(
            english: "\(start), and a web page is not an API.", chinese: "网页不是接口。\(start)。")
    }
}
