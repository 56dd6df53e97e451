import ChatCompletions
import ScreenKit

/// Opening lists and texts, and taking what was chosen there.
extension State {
    mutating func openPalette() {
        let items = Command.all.map { item(for: $0) }
        overlay = .list(ListOverlay(.palette, title: "Commands", rows: ListRows(items, widths)))
    }

    /// Help for where one is: the commands that hold there come first.
    mutating func openHelp() {
        let contexts = contexts(of: focus)
        let here = Command.all.filter { contexts.contains($0.context) && $0.context != .everywhere }
        let rest = Command.all.filter { command in !here.contains { $0.id == command.id } }
        let items = (here + rest).map { item(for: $0) }
        overlay = .list(
            ListOverlay(.help, title: "Help · \(focus.title)", rows: ListRows(items, widths)))
    }

    private func item(for command: Command) -> ListOverlay.Item {
        let keys = keyLabels(of: command)
        let detail = [keys, command.help].filter { !$0.isEmpty }.joined(separator: "  ")
        return .init(title: command.title, detail: detail, value: .command(command.id))
    }

    mutating func openSessions() -> [Effect] {
        var list = ListOverlay(.sessions, title: "Sessions", rows: ListRows([], widths))
        list.isLoading = true
        overlay = .list(list)
        return [.listSessions]
    }

    mutating func openProviders() {
        let items = providers.map { provider in
            ListOverlay.Item(
                title: provider.id,
                detail: provider.title + (provider.isChecked ? "" : " · some facts not checked"),
                value: .provider(provider.id))
        }
        overlay = .list(ListOverlay(.providers, title: "Provider", rows: ListRows(items, widths)))
    }

    mutating func openThemes() {
        let items = themes.map { ListOverlay.Item(title: $0, detail: "", value: .theme($0)) }
        overlay = .list(ListOverlay(.themes, title: "Theme", rows: ListRows(items, widths)))
    }

    mutating func openModels() -> [Effect] {
        let provider = provider(of: current)
        var list = ListOverlay(
            .models(provider: provider.id), title: "Model · \(provider.title)",
            rows: ListRows(models: provider.models, widths))
        let asks = provider.modelsPath != nil
        list.isLoading = asks
        overlay = .list(list)
        return asks ? [.listModels(current.settings)] : []
    }

    mutating func openDetails() {
        let message = notice ?? lastNotice
        let said = message.map { $0.details.isEmpty ? $0.text : $0.details } ?? ""
        let problem = notice == nil ? libraryProblem ?? "" : ""
        let texts = said.contains(problem) ? [said] : [said, problem]
        let text = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
        guard !text.isEmpty else { return }
        overlay = .message(MessageOverlay(title: "Message", text: text))
    }

    /// - Parameter text: what it was being changed to when it was last open.
    mutating func openSystemPrompt(changedTo text: String? = nil) {
        overlay = .editor(
            EditorOverlay(
                title: "System prompt", original: session.system,
                buffer: TextBuffer(text ?? session.system)))
    }

    // MARK: What arrives for an open list

    mutating func show(_ sessions: [SessionSummary]) {
        guard case .list(var list) = overlay, list.kind == .sessions else { return }
        list.isLoading = false
        list.fill(ListRows(sessions, in: localTime, widths))
        overlay = .list(list)
    }

    /// The library could not be read: that is not the same as an empty one.
    mutating func show(unread problem: String) {
        guard case .list(var list) = overlay, list.kind == .sessions else { return }
        list.isLoading = false
        list.problem = problem
        overlay = .list(list)
    }

    mutating func show(_ models: Result<[String], Failure>, of provider: String) {
        guard case .list(var list) = overlay, list.kind == .models(provider: provider) else {
            return
        }
        list.isLoading = false
        switch models {
        case .success(let names):
            let known = Set(list.rows.models)
            let others = names.filter { !$0.isEmpty && !known.contains($0) }
            list.fill(ListRows(models: list.rows.models + others, widths))
        case .failure(let failure):
            let text = "The provider's list of models did not come: \(failure.sentence)"
            let advice = advice(after: failure, of: current)
            notice = Notice(text, isError: true, details: failure.sentence + "\n\n" + advice)
            list.problem = "\(text) \(advice) Any name can be typed."
        }
        overlay = .list(list)
    }

    // MARK: Choosing

    mutating func choose(_ value: ListOverlay.Item.Value) -> [Effect] {
        overlay = nil
        switch value {
        case .command(let id): return perform(id)
        case .session(let id): return leaveRunning() ?? [.open(id)]
        case .provider(let id): return choose(provider: id)
        case .model(let name): return choose(model: name)
        case .theme(let name): return [.wear(name)]
        }
    }

    private mutating func choose(provider id: String) -> [Effect] {
        guard id != current.settings.provider else { return openModels() }
        current.settings.provider = id
        current.settings.baseURL = nil
        current.settings.model = provider(of: current).models.first ?? ""
        parameters.selected = 0
        return openModels()
    }

    private mutating func choose(model name: String) -> [Effect] {
        current.settings.model = name
        return saveSession()
    }
}
