import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What the pane shows instead of the list of events: laid out when it changes, and wrapped where it
/// is seen.
package struct TrafficPage: Sendable {
    /// What is open.
    enum Subject: Sendable, Equatable {
        case event(Int)
        case request, response
    }

    /// What a part of the text was made of.
    private enum Source: Sendable, Equatable {
        /// With numbers that change whenever the text does.
        case whole(Subject, of: ExchangeID?, stage: [Int])
        case nextRequest(NextRequestText.Part, ChatRequest, MessageTraits)
        case settled(SettledConversation.Version, sendsThinking: Bool)
    }

    private var parts = StyledParts<Source>()
    private var settled = Kept<SettledConversation.Version, SettledMessages>()
    private(set) var window = StyledWindow()

    /// How often a text was made, how many bytes, and how many lines of it were wrapped.
    package var makings: Int { parts.makings }
    package var bytesMade: Int { parts.bytesMade }
    package var linesWrapped: Int { parts.linesWrapped }
    /// How often the conversation was gone through for the next request.
    package var historiesRead: Int { settled.makings }

    package var text: String { parts.text }

    /// What can be selected of it; the lines say in which they stand.
    var passageCount: Int { parts.count }
    func passage(_ place: Int) -> Passage? { parts.passage(place) }

    mutating func layOut(
        _ subject: Subject, of traffic: Traffic, _ size: Size, _ widths: WidthProfile
    ) {
        settled.forget()
        let source = Source.whole(
            subject, of: traffic.take?.exchange, stage: traffic.stage(of: subject))
        parts.show([(source, { traffic.text(of: subject) })], width: size.columns, widths)
    }

    /// The next request, of which a key in the prompt changes no more than it has to.
    mutating func layOut(
        _ next: NextRequest, in language: Language, _ size: Size, _ widths: WidthProfile
    ) {
        settled.update(to: next.settled.version) { SettledMessages(next.settled.messages) }
        guard let settled = settled.value else { return }
        let text = NextRequestText(settled: settled, open: next.open, language: language)
        let history = Source.settled(
            next.settled.version, sendsThinking: next.open.sendsThinkingBack(beside: settled.traits)
        )
        func part(_ part: NextRequestText.Part) -> (Source, () -> StyledText) {
            (.nextRequest(part, next.open, settled.traits), { text[part] })
        }
        parts.show(
            settled.messages.isEmpty
                ? [part(.whole)]
                : [part(.beginning), (history, { text.settledMessages }), part(.end)],
            width: size.columns, widths)
    }

    mutating func look(from scroll: ScrollState, rows: Int) {
        window = parts.window(scroll, rows: rows)
    }

    /// How many lines there are.
    mutating func count() -> Int { parts.countLines() }
}

extension Traffic {
    /// Numbers that change whenever the text does.
    fileprivate func stage(of subject: TrafficPage.Subject) -> [Int] {
        switch subject {
        case .event(let number): [row(number) == nil ? 0 : 1]
        case .request: [take?.request == nil ? 0 : 1]
        case .response:
            [take?.head == nil ? 0 : 1, take?.end == nil ? 0 : 1, log.eventCount, log.byteCount]
        }
    }
}
