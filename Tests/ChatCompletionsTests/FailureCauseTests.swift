import ChatCompletions
import Testing
import Words

/// What Fader found out about a failure is a fact, and said in the reader's language.
struct FailureCauseTests {
    @Test func aCauseIsSaidInEachLanguage() {
        let failure = Failure(
            .transport, .init(.refused, at: "127.0.0.1:8000"), said: "curl's words", phase: .connect
        )
        #expect(
            failure.sentence.english
                == "No connection could be made: nothing answers at 127.0.0.1:8000: connection refused."
        )
        #expect(failure.sentence.chinese == "没有连上：服务器 127.0.0.1:8000 拒绝了连接。")
        #expect(failure.message == "nothing answers at 127.0.0.1:8000: connection refused")
    }

    @Test func aProxyIsCalledOne() {
        let failure = Failure(
            .transport, .init(.closed, at: "http://proxy:3128", isProxy: true), phase: .firstByte)
        #expect(
            failure.message == "the proxy http://proxy:3128 closed the connection without an answer"
        )
        #expect(failure.words.chinese == "代理 http://proxy:3128 没有响应就关闭了连接")
    }

    @Test func whatAServerSaidStaysAsItWas() {
        let failure = Failure(.api, "Rate limit reached", status: 429)
        #expect(failure.sentence.english == "HTTP 429 Too Many Requests: Rate limit reached.")
        #expect(failure.sentence.chinese == "HTTP 429 Too Many Requests：Rate limit reached。")
    }

    @Test(arguments: Failure.Cause.Name.allCases.filter { ![.said, .told].contains($0) })
    func everyCauseHasWordsInBothLanguages(name: Failure.Cause.Name) {
        let cause = Failure.Cause(name, at: "here", detail: "there", limit: 2_000)
        let words = Failure(.transport, cause, said: "").words
        #expect(!words.english.isEmpty)
        #expect(words.chinese.contains { $0.unicodeScalars.contains { $0.value > 0x4E00 } })
        #expect(words.english != words.chinese)
    }

    @Test func aTimeHasItsUnit() {
        let times: [(Duration, String, String)] = [
            (.milliseconds(50), "50 ms", "50 毫秒"), (.seconds(15), "15 s", "15 秒"),
            (.seconds(600), "10 min", "10 分钟"),
        ]
        for (time, english, chinese) in times {
            #expect(Phrase.duration(time) == Phrase(english: "\(english)", chinese: "\(chinese)"))
        }
    }

    @Test func adviceComesInChineseToo() {
        var scene = AdviceScene(
            .commandLine, baseURL: "https://api.ppio.com/openai", provider: .ppio)
        scene.offersRetries = true
        let rate = Failure(.api, "slow down", status: 429, retryAfterMilliseconds: 20_000)
        #expect(rate.advice(in: scene).chinese == "等 20 秒，再发一次；或加 --retries 3 自动重试。")
        let key = Failure(.api, "no", status: 401)
        #expect(key.advice(in: scene).chinese.hasPrefix("检查密钥：PPIO_API_KEY 里应是 ppio 的完整密钥"))
        scene.place = .workbench(.init())
        #expect(rate.advice(in: scene).chinese == "等 20 秒，再按 ctrl-r 重跑；或按 alt-w 自动重试。")
    }
}
