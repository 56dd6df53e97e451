import ChatCompletions
import Conversations
import Words

/// Which request a pane's copies are of.
extension State {
    /// The one that brought the selected turn, or the last answer, where its bytes are at hand; else
    /// the one that would be sent for it now.
    var requestOfTurn: RequestToCopy {
        guard let turn = turnToCopy else { return .next(nextRequest.whole) }
        if let take = current.take, take.exchange == turn.exchange, let sent = take.request {
            return .sent(sent, to: around.provider(turn.provider ?? current.settings.provider))
        }
        var lane = current
        lane.head = question(of: turn.id)
        return .next(continuing(request(of: lane), lane))
    }

    /// What `y` copies in the conversation.
    private var turnToCopy: Turn? { selectedTurn ?? lastAnswerTurn }

    /// The same as a message: what has come so far of a selected turn, all parts of an answer that
    /// goes on with others.
    private var messageToCopy: Message? {
        guard let turn = turnToCopy else { return nil }
        var message = turn.message
        if turn.id == current.live?.turn {
            message.content = current.shownChoice?.content ?? ""
        } else if selectedTurn == nil {
            message.content = session.tree.whole(turn).map(\.message.content).joined()
        }
        return message
    }

    /// The one whose traffic is shown.
    var requestOfTraffic: RequestToCopy {
        guard !screen.traffic.showsNextRequest, let take = current.take, let sent = take.request
        else { return .next(nextRequest.whole) }
        let turn = session.tree.last(to: current.head) { $0.exchange == take.exchange }
        return .sent(sent, to: around.provider(turn?.provider ?? current.settings.provider))
    }

    /// A message as it is sent, and all of them.
    var messageForms: [CopyForm] {
        let turn = messageToCopy.map { message in
            CopyForm(.messageAsJSON) { _ throws(CopyProblem) in message.json.pretty }
        }
        let all = CopyForm(.conversationAsJSON) { state throws(CopyProblem) in
            let request = state.request(of: state.current)
            return request.body()[request.provider.messagesName]?.pretty ?? "[]"
        }
        return [turn, session.tree.turns.isEmpty ? nil : all].compactMap(\.self)
    }
}

extension EventLog {
    /// The events that are in memory, a JSON object each, one a line; data that is JSON as such.
    var jsonLines: String {
        rows.map { event in
            let data = try? JSONValue(parsing: Array(event.data.utf8))
            return JSONValue.object([
                .init("time", .number(event.time.seconds)),
                .init("kind", .string(event.kind.rawValue)),
                .init("type", .string(event.type)),
                .init("data", data ?? .string(event.data)),
            ]).text
        }.joined(separator: "\n")
    }
}
