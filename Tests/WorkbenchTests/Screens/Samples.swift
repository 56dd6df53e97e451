import ChatCompletions
import Conversations

extension Session {
    /// A session whose last answer was cut off by the end of the program.
    static let interrupted: Session = {
        let question = Turn(
            id: TurnID(rawValue: "q"), parent: nil, message: Message(.user, "什么是熵？"),
            created: Timestamp(milliseconds: 1_795_000_000_000))
        let answer = Turn(
            id: TurnID(rawValue: "a"), parent: question.id,
            message: Message(.assistant, "熵是不确定性的"), state: .interrupted,
            created: Timestamp(milliseconds: 1_795_000_001_000), provider: "practice",
            model: "practice", exchange: ExchangeID(rawValue: "x"))
        return Session(
            id: SessionID(rawValue: "s"), title: "什么是熵？", created: question.created,
            updated: answer.created,
            settings: LaneSettings(provider: "practice", model: "practice-thinking"),
            system: "Be brief.", turns: [question, answer], head: answer.id)
    }()
}

extension SessionSummary {
    static let samples = ["nucleus sampling, explained", "核采样是什么？", "温度与采样", ""]
        .enumerated().map { place, title in
            SessionSummary(
                id: SessionID(rawValue: "s\(place)"), title: title,
                created: Timestamp(milliseconds: 1_795_000_000_000),
                updated: Timestamp(milliseconds: 1_795_200_000_000 - Int64(place) * 86_400_000),
                turnCount: place * 3 + 1)
        }
}
