import ChatCompletions
import Conversations
import ScreenKit
import Words

/// The models of a provider; any other name can be typed.
struct ModelChoices: Choices {
    /// The provider's name in the configuration.
    let provider: String
    let title: Phrase
    private(set) var names: [String]

    init(of provider: Provider) {
        self.provider = provider.id
        title = .models(of: provider.title)
        names = provider.models
    }

    var emptyText: Phrase { .noModels }
    var count: Int { names.count }
    subscript(row: Int) -> PickerRow { PickerRow(title: names[row]) }

    func take(_ row: Int, in state: inout State) -> [Effect] { state.choose(model: names[row]) }

    // MARK: What was typed

    var takesTyped: Bool { true }

    /// By its length first: names are compared only where they may be the same.
    func isCalled(_ name: String, _ row: Int) -> Bool {
        names[row].utf8.count == name.utf8.count && names[row] == name
    }

    func take(typed name: String, in state: inout State) -> [Effect] { state.choose(model: name) }

    /// Those that the provider tells of, behind those that were known.
    func adding(_ others: [String]) -> ModelChoices {
        var choices = self
        let known = Set(names)
        choices.names += others.filter { !$0.isEmpty && !known.contains($0) }
        return choices
    }
}

extension State {
    mutating func openModels() -> [Effect] {
        let provider = provider(of: current)
        let asks = provider.modelsPath != nil
        open(Picker(ModelChoices(of: provider), around.widths, isLoading: asks))
        return asks ? [.listModels(current.settings)] : []
    }

    mutating func show(_ models: Result<[String], Failure>, of provider: String) {
        guard let choices = top(Picker.self)?.choices as? ModelChoices,
            choices.provider == provider
        else { return }
        switch models {
        case .success(let names): change(Picker.self) { $0.fill(choices.adding(names)) }
        case .failure(let failure): sayThatNoModelsCame(failure)
        }
    }

    private mutating func sayThatNoModelsCame(_ failure: Failure) {
        let text = Phrase.modelsDidNotCome(failure)
        screen.notice = Notice(
            text, isError: true, details: whatToKnow(of: failure, of: current))
        let advice = advice(after: failure, of: current)
        change(Picker.self) { $0.fail([text, advice, .typeAnyModel].sentences) }
    }

    fileprivate mutating func choose(model name: String) -> [Effect] {
        current.settings.model = name
        return saveSession()
    }
}
