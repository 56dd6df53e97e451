import ScreenKit
import Words

/// All commands, to look them up and to do them.
struct CommandChoices: Choices {
    let title: Phrase
    let commands: [Command]
    let keymap: Keymap<Command.ID>
    let language: Language

    var count: Int { commands.count }
    var putsBeginningsFirst: Bool { true }

    subscript(row: Int) -> PickerRow {
        let command = commands[row]
        let detail = [keymap.labels(of: command), command.help.text(in: language)]
            .filter { !$0.isEmpty }
        return PickerRow(
            title: command.title.text(in: language), detail: detail.joined(separator: "  "))
    }

    func take(_ row: Int, in state: inout State) -> [Effect] { state.perform(commands[row]) }
}

extension State {
    mutating func openPalette() {
        open(
            Picker(
                CommandChoices(
                    title: .commands, commands: .ofPanes, keymap: around.keymap,
                    language: around.language),
                around.widths))
    }

    /// Help for where one is: the commands that hold there come first, those of dialogs last.
    mutating func openHelp() {
        let contexts = focused?.contexts.filter { $0 != .everywhere } ?? []
        let here = Command.all.filter { contexts.contains($0.context) }
        let rest = Command.all.filter { !contexts.contains($0.context) }
        let choices = CommandChoices(
            title: .help(on: focused?.title ?? .empty), commands: here + rest,
            keymap: around.keymap, language: around.language)
        open(Picker(choices, around.widths))
    }
}

extension [Command] {
    /// Those that do something while nothing lies over the panes.
    fileprivate static var ofPanes: [Command] {
        let dialogs = Set(Command.ofDialogs.map(\.id))
        return Command.all.filter { !dialogs.contains($0.id) }
    }
}
