import ChatCompletions
import Conversations
import ScreenKit

/// Whom the lane may ask.
struct ProviderChoices: Choices {
    let providers: [Provider]
    var title: String { "Provider" }
    var count: Int { providers.count }

    subscript(row: Int) -> PickerRow {
        let provider = providers[row]
        let doubts = provider.isChecked ? "" : " · some facts not checked"
        return PickerRow(title: provider.id, detail: provider.title + doubts)
    }

    func take(_ row: Int, in state: inout State) -> [Effect] {
        state.choose(provider: providers[row].id)
    }
}

extension State {
    mutating func openProviders() {
        open(Picker(ProviderChoices(providers: around.providers), around.widths))
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
