package import ChatCompletions
import Conversations
import Words

/// What of a conversation is sent, and what a person wants to be left out of it.
extension State {
    /// The request that a lane would send now: its branch, its settings, and the prompt if there is
    /// one.
    package func request(of lane: Lane, asking prompt: String? = nil) -> ChatRequest {
        nextRequest(of: lane, asking: prompt).whole
    }

    /// The request that enter would send in the current lane.
    var nextRequest: NextRequest {
        let prompt = screen.composer.text
        return nextRequest(
            of: laneAsked(current),
            asking: prompt.allSatisfy(\.isWhitespace) ? nil : filled(prompt))
    }

    private func nextRequest(of lane: Lane, asking prompt: String?) -> NextRequest {
        let settled = settled(of: lane)
        let open = openHistory(of: lane, asking: prompt).messages
        return NextRequest(
            settled: settled,
            open: ChatRequest(
                provider: provider(of: lane), baseURL: lane.settings.baseURL,
                model: lane.settings.model, messages: open, parameters: lane.settings.parameters))
    }

    private func settled(of lane: Lane) -> SettledConversation {
        SettledConversation(
            tree: session.tree, head: session.tree.lastPassage(to: lane.head).before,
            system: filledSystem(of: lane))
    }

    /// The branch's last passage, and the prompt.
    private func openHistory(of lane: Lane, asking prompt: String?) -> History {
        var passage = session.tree.lastPassage(to: lane.head).turns
        if let live = lane.live, passage.last?.id == live.turn {
            passage[passage.count - 1].message.content = lane.shownChoice?.content ?? ""
        }
        if let prompt { passage.append(.draft(prompt, at: around.now)) }
        return History(of: passage, asked: session.tree.asked)
    }

    private func history(of lane: Lane, asking prompt: String?) -> History {
        settled(of: lane).history + openHistory(of: lane, asking: prompt)
    }

    /// The same before a prompt that is not written yet.
    private func history(of lane: Lane) -> History {
        history(of: lane, asking: lane.isRunning ? nil : "")
    }

    /// Every lane's conversation says which turns the next prompt goes without.
    mutating func markWhatIsSent() {
        for place in session.lanes.indices {
            let omissions = history(of: session.lanes[place]).omissions
            session.lanes[place].transcript.mark(omissions)
            session.lanes[place].transcript.know(session.choices)
        }
    }

    // MARK: A prompt without an answer

    /// Where no lane has answered, the prompt comes back to whoever may want to change it, unless
    /// it is sent again by itself.
    mutating func giveBackPrompt() {
        guard !isRunning, !session.lanes.contains(where: { $0.offer?.isTaken == true }) else {
            return
        }
        let prompts = session.lanes.compactMap { unansweredPrompt(of: $0) }
        guard prompts.count == session.lanes.count, let prompt = prompts.first else { return }
        screen.composer.giveBack(prompt)
    }

    private func unansweredPrompt(of lane: Lane) -> String? {
        guard let prompt = session.tree.prompt(of: lane.head),
            history(of: lane).omissions[prompt.id] == .unanswered
        else { return nil }
        return prompt.written
    }

    // MARK: Leaving out by hand

    /// The selected prompt is left out, with what was answered, or is in again; else the last one
    /// that is still sent is left out.
    mutating func leaveOut() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        if let prompt = selectedPrompt {
            return prompt.isLeftOut ? takeIn(prompt) : leaveOut(prompt)
        }
        let omissions = history(of: current).omissions
        let prompt = prompts(of: current).last { omissions[$0.id] == nil }
        guard let prompt else {
            screen.notice = Notice(.nothingIsSent)
            return []
        }
        return leaveOut(prompt)
    }

    private mutating func leaveOut(_ prompt: Turn) -> [Effect] {
        session.leftOut.append(prompt.id)
        screen.notice = Notice(
            .leftOut(prompt.shortTitle, takenInWith: keyLabel(of: .takeIn)))
        return set(leftOut: true, prompt)
    }

    /// The prompt that was left out last is sent again, unless one is selected; of those that were
    /// before the session was opened, the earliest, since they are left out from the end.
    mutating func takeIn() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        if let prompt = selectedPrompt, prompt.isLeftOut { return takeIn(prompt) }
        let out = prompts(of: current).filter(\.isLeftOut)
        let last = session.leftOut.last { id in out.contains { $0.id == id } }
        guard let prompt = out.first(where: { $0.id == last }) ?? out.first else {
            screen.notice = Notice(.nothingLeftOut)
            return []
        }
        return takeIn(prompt)
    }

    private mutating func takeIn(_ prompt: Turn) -> [Effect] {
        screen.notice = Notice(.takenIn(prompt.shortTitle))
        return set(leftOut: false, prompt)
    }

    private func prompts(of lane: Lane) -> [Turn] {
        session.tree.path(to: lane.head).filter { $0.message.role == .user }
    }

    private mutating func set(leftOut: Bool, _ prompt: Turn) -> [Effect] {
        let removal = Removal(switched: .init(prompt: prompt.id, isLeftOut: leftOut))
        session.removals.add(removal)
        leaveOut(leftOut, prompt.id)
        return effects(of: removal)
    }

    mutating func leaveOut(_ isLeftOut: Bool, _ prompt: TurnID) {
        _ = change([session.tree[prompt]].compactMap(\.self)) { $0.isLeftOut = isLeftOut }
    }

    /// Prompts that are asked anew are not left out any more.
    mutating func takeIn(_ prompts: [Turn]) -> [Turn] {
        change(prompts.filter(\.isLeftOut)) { $0.isLeftOut = false }
    }

    private mutating func change(_ turns: [Turn], _ change: (inout Turn) -> Void) -> [Turn] {
        let ids = Set(turns.map(\.id))
        for id in ids {
            session.tree.update(id, change)
            guard let turn = session.tree[id] else { continue }
            for place in session.lanes.indices { session.lanes[place].transcript.update(turn) }
        }
        return session.tree.turns.filter { ids.contains($0.id) }
    }
}

extension TurnTree {
    /// The last prompt of a branch.
    func prompt(of head: TurnID?) -> Turn? {
        last(to: head) { $0.message.role == .user }
    }
}

extension Turn {
    /// A prompt that is not sent yet.
    fileprivate static func draft(_ prompt: String, at time: Timestamp) -> Turn {
        Turn(
            id: TurnID(rawValue: ""), parent: nil, message: Message(.user, prompt), created: time)
    }

    var shortTitle: String { message.content.shortTitle }
}

extension String {
    /// Its first words, where a message or a heading names it.
    var shortTitle: String {
        let title = Session.title(from: String(prefix(400)))
        return title.count > 30 ? title.prefix(29) + "…" : title
    }
}
