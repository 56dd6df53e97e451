import ChatCompletions
import Conversations
import ScreenKit
import Words

/// Whom the lane may ask.
struct ProviderChoices: Choices {
    let providers: [Provider]
    let language: Language
    var title: Phrase { .provider }
    var count: Int { providers.count }

    subscript(row: Int) -> PickerRow {
        let provider = providers[row]
        let doubts = provider.isChecked ? "" : " · " + Phrase.uncheckedFacts.text(in: language)
        return PickerRow(title: provider.id, detail: provider.title + doubts)
    }

    func take(_ row: Int, in state: inout State) -> [Effect] {
        state.choose(provider: providers[row].id)
    }
}

extension State {
    mutating func openProviders() {
        let choices = ProviderChoices(providers: around.providers, language: around.language)
        open(Picker(choices, around.widths))
    }

    fileprivate mutating func choose(provider id: String) -> [Effect] {
        guard id != current.settings.provider else { return openModels() }
        current.settings.provider = id
        current.settings.baseURL = nil
        current.settings.model = provider(of: current).models.first ?? ""
        screen.parameters.selected = 0
        return openModels()
    }
}
