import ChatCompletions
import Conversations
import ScreenKit

/// What the pane shows instead of the list of events: laid out when it changes, and wrapped where it
/// is seen.
package struct TrafficPage: Sendable {
    /// What is open.
    enum Subject: Sendable, Equatable {
        case event(Int)
        case request, nextRequest, response
    }

    /// What its text was made of.
    private struct Source: Sendable, Equatable {
        var subject: Subject
        var exchange: ExchangeID?
        var widths: WidthProfile
        /// What there was of the answer.
        var stage: [Int]
        var nextRequest: ChatRequest?
    }

    private var kept = Kept<Source, StyledPage>()
    private(set) var window = StyledWindow()

    /// How often a text was made, and how many lines of it were wrapped.
    package var makings: Int { kept.makings }
    package var linesWrapped: Int { kept.value?.linesWrapped ?? 0 }

    mutating func layOut(
        _ subject: Subject, of traffic: Traffic, _ size: Size, _ widths: WidthProfile
    ) {
        let request = subject == .nextRequest ? traffic.nextRequest() : nil
        let source = Source(
            subject: subject, exchange: traffic.take?.exchange, widths: widths,
            stage: traffic.stage(of: subject), nextRequest: request)
        kept.update(to: source) {
            StyledPage(
                traffic.text(of: subject, nextRequest: request), width: size.columns,
                profile: widths)
        }
        kept.value?.setWidth(size.columns)
    }

    mutating func look(from scroll: ScrollState, rows: Int) {
        window = kept.value?.window(scroll, rows: rows) ?? StyledWindow()
    }

    /// How many lines there are.
    mutating func count() -> Int { kept.value?.countLines() ?? 0 }
}

extension Traffic {
    /// Numbers that change whenever the text does.
    fileprivate func stage(of subject: TrafficPage.Subject) -> [Int] {
        switch subject {
        case .event(let number): [row(number) == nil ? 0 : 1]
        case .request: [take?.request == nil ? 0 : 1]
        case .nextRequest: []
        case .response:
            [take?.head == nil ? 0 : 1, take?.end == nil ? 0 : 1, log.eventCount, log.byteCount]
        }
    }
}
