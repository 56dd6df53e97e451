import ChatCompletions
import Conversations
import Testing
import Words

/// The examples in the documentation of `ChatCompletions`, compiled and run.
struct ChatCompletionsExamples {
    private let time = Duration.zero
    private let url = "https://api.ppinfra.com/v3/openai/chat/completions"
    private let ppio = Provider.ppio
    private let head = ResponseHead(
        time: .zero, version: "HTTP/1.1", status: 200, reason: "OK", headers: [])
    private let pieces = [
        Array(#"data: {"choices":[{"delta":{"content":"你"}}]}"#.utf8),
        Array("\n\ndata: [DONE]\n\n".utf8),
    ]

    private func show(_ events: [StreamEvent]) {}

    private var delta: Delta {
        var delta = Delta()
        var choice = ChoiceDelta(index: 0)
        choice.content = "你好"
        delta.choices = [choice]
        return delta
    }

    @Test func aRequest() throws {
        var request = ChatRequest(
            provider: .ppio, model: "deepseek/deepseek-r1", messages: [Message(.user, "你好")])
        request.parameters["temperature"] = 0.7
        request.parameters["reasoning"] = true
        for finding in request.findings() { print(finding.sentence.text(in: .english)) }
        print(request.body().text)
        #expect(request.findings().isEmpty)
        #expect(request.body()["separate_reasoning"] == true)
    }

    @Test func anEventStream() {
        var decoder = EventStreamDecoder()
        #expect(decoder.feed(Array("data: Hel".utf8)) == [])
        #expect(
            decoder.feed(Array("lo\n\n".utf8)) == [.event(ServerSentEvent(data: "Hello"))])
    }

    @Test func readingAnAnswer() {
        var reader = AnswerReader(
            streamRequested: true, status: 200, headers: head.headers, url: url)
        for piece in pieces { show(reader.read(piece, at: time)) }
        let ending = reader.end(transportFailure: nil, at: time)
        if ending.failure == nil { print(reader.answer.choices[0].content) }
        #expect(reader.answer.choices[0].content == "你")
    }

    @Test func folding() {
        var answer = Answer()
        answer.add(delta)
        #expect(answer.choices[0].content == "你好")
    }

    @Test func details() {
        let body =
            #"{"service_tier":"default","usage":{"cost":0.00014},"choices":[{"message":{}}]}"#
        var reader = AnswerReader(streamRequested: false, status: 200, headers: [], url: url)
        show(reader.read(Array(body.utf8), at: time))
        _ = reader.end(transportFailure: nil, at: time)
        let answer = reader.answer
        #expect(answer.details["service_tier"] == "default")
        #expect(answer.details["usage.cost"] == 0.00014)
    }

    @Test func splittingThinking() {
        let pieces = ["<thi", "nk>hm</think>", "yes"]
        var splitter = ThinkSplitter()
        for piece in pieces { splitter.add(piece) }
        splitter.finish()
        #expect(splitter.reasoning == "hm")
        #expect(splitter.content == "yes")
    }

    @Test func figures() {
        let events = [
            StreamEvent(number: 0, kind: .data, data: "", time: .seconds(1), delta: delta)
        ]
        var figures = StreamFigures()
        for event in events { figures.add(event: event) }
        print(figures.firstToken ?? .zero, figures.tokensPerSecond ?? 0)
        #expect(figures.firstToken == .seconds(1))
    }

    @Test func whereTheAnswerGrew() {
        var answer = Answer()
        var additions: [Addition] = []
        answer.add(delta, noting: &additions)
        #expect(additions == [Addition(choice: 0, part: .content, range: 0..<6)])
    }

    @Test func oddities() {
        var reader = AnswerReader(
            streamRequested: true, status: 200, headers: head.headers, url: url)
        show(reader.read(pieces[0] + Array("\n\n".utf8), at: time))
        _ = reader.end(transportFailure: nil, at: time)
        #expect(reader.oddities.contains(.missingContentType))
        #expect(!reader.oddities.contains(.missingDone))
    }

    @Test func aTake() {
        let id = ExchangeID(rawValue: "e")
        let events = [
            ExchangeEvent.head(head),
            .read(
                WireRead(
                    time: .seconds(1), bytes: [],
                    events: [
                        StreamEvent(
                            number: 0, kind: .data, data: "", time: .seconds(1), delta: delta)
                    ])),
        ]
        var take = Take(exchange: id)
        for event in events { take.add(event) }
        print(take.answer.choices.first?.content ?? "", take.figures.tokensPerSecond ?? 0)
        #expect(take.answer.choices.first?.content == "你好")
    }

    @Test func aRecord() {
        let record = ExchangeRecord(head: head)
        var reader = RecordReader(record)
        var checkpoints = Checkpoints()
        while !reader.isOver {
            if reader.needsReads { reader.take(reads(from: reader.nextRead)) }
            show(reader.next())
            checkpoints.offer(reader)
        }
        #expect(reader.answer.choices.first?.content == "你")
        var earlier = checkpoints.latest(upToRead: 4711) ?? RecordReader(record)
        earlier.advance(to: 4711) { reads(from: $0) }
        #expect(earlier.answer.choices.first?.content == "你")
    }

    private func reads(from number: Int) -> [WireRead] {
        pieces.dropFirst(number).map { WireRead(time: .seconds(1), bytes: $0) }
    }

    private func show(_ events: [ExchangeEvent]) {}

    @Test func aFailure() {
        let failure = Failure(.http, "HTTP 503", status: 503, retryAfterMilliseconds: 20_000)
        print(failure.sentence.text(in: .english))
        print(failure.advice.text(in: .english))
        #expect(failure.sentence.english == "HTTP 503.")
        #expect(failure.advice.english == "The service has trouble; wait 20 s, then send it again.")
    }

    @Test func aCause() {
        let cause = Failure.Cause(.refused, at: "127.0.0.1:8000")
        print(Failure(.transport, cause, phase: .connect).sentence.text(in: .chinese))
        #expect(cause.name == .refused)
    }

    @Test func json() throws {
        let body: JSONValue = ["model": "tiny", "temperature": 0.7, "stop": ["\n"]]
        #expect(body["temperature"] == .number(0.7))
        #expect(body.text == #"{"model":"tiny","temperature":0.7,"stop":["\n"]}"#)
        #expect(try JSONValue(parsing: Array(#"{"n": 1}"#.utf8))["n"] == .integer(1))
    }

    @Test func addresses() throws {
        #expect(ppio.owns("https://api.ppio.com/v1") == true)
        #expect(ppio.owns("http://api.ppio.com/v1") == false)
        #expect(
            try URLParts("https://API.ppio.com:443/openai").origin
                == URLParts("https://api.ppio.com").origin
        )
    }

    @Test func remarks() {
        var choice = Choice(index: 0)
        choice.refusal = "I will not."
        print(choice.shownText)
        for remark in choice.remarks { print(remark.sentence.text(in: .english)) }
        #expect(choice.remarks.first?.sentence.english == "The model refused.")
    }

    @Test func adviceForAPlace() {
        let failure = Failure(.http, "HTTP 401", status: 401)
        let provider = Provider.generic
        let scene = AdviceScene(.commandLine, baseURL: "https://here:8000/v1", provider: provider)
        print(failure.advice(in: scene).text(in: .english))
        #expect(failure.advice(in: scene).english.contains("fader doctor"))
    }

    @Test func headersOfAProvider() throws {
        let header = try HeaderTemplate("X-Org", "${ORG}")
        #expect(header.variables == ["ORG"])
    }

    @Test func aHistory() {
        let branch = [
            Turn(
                id: TurnID(rawValue: "1"), parent: nil, message: Message(.user, "why?"),
                created: Timestamp(milliseconds: 0)),
            Turn(
                id: TurnID(rawValue: "2"), parent: TurnID(rawValue: "1"),
                message: Message(.assistant, ""), state: .failed,
                created: Timestamp(milliseconds: 1), provider: "generic"),
        ]
        let history = History(of: branch, asked: [])
        #expect(history.messages == [])
        #expect(history.omissions[branch[0].id] == .unanswered)
    }

    @Test func theEndOfAnAnswer() {
        var turn = Turn(
            id: TurnID(rawValue: "2"), parent: nil, message: Message(.assistant, ""),
            state: .streaming, created: Timestamp(milliseconds: 1))
        let answer = Answer()
        let end = ExchangeEnd()
        turn.end(Turn.Ending(of: answer, end))
        #expect(turn.state == .done)
        let title = Session.title(from: "Why\tis  it dark?\nAt night, I mean.")
        #expect(title == "Why is it dark?")
        let template = Template("Explain {{topic}} to {{ reader }}.")
        #expect(template.names == ["topic", "reader"])
        let filled = template.filled(with: ["topic": "熵", "reader": "a child"])
        #expect(filled == "Explain 熵 to a child.")
    }

    @Test func aGivenMessage() throws {
        let picture: JSONValue = ["type": "image_url", "image_url": ["url": "https://a.example/b"]]
        #expect(Message(.user, "Hi").json == ["role": "user", "content": "Hi"])
        var seen = try Message(given: [
            "role": "user", "name": "Ann",
            "content": [["type": "text", "text": "What is it?"], picture],
        ])
        #expect(seen.content == "What is it?")
        seen.content = "What is this?"
        let message = seen
        #expect(message.json["name"] == "Ann")
        #expect(message.json["content"]?[1] == picture)
        #expect(try Message(given: message.json, reasoning: message.reasoning) == message)
    }

    @Test func aNamedPrompt() {
        let prompt = NamedPrompt(name: "teacher", text: "You are a careful teacher.")
        #expect(prompt.name == "teacher")
    }

    @Test func spellings() {
        #expect(JSONValue(number: "0.70")?.text == "0.70")
        #expect(!"\n".isVisibleAnswer)
        #expect(!"<think>Let me see.</think>".isVisibleAnswer)
        #expect("<think>…</think>Yes.".isVisibleAnswer)
    }
}
