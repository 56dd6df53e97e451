import ScreenKit
import Testing
import Workbench

@Suite struct CommandTableTests {
    @Test func everyCommandIsInTheTableOnce() {
        #expect(Command.all.map(\.id).count == Set(Command.all.map(\.id)).count)
        for command in Command.all { #expect(Command.named(command.id)?.title == command.title) }
    }

    @Test func everyKeyInTheTableIsAKey() {
        for command in Command.all {
            for name in command.keys + command.readingKeys {
                #expect(Key(name) != nil, "\(command.id.rawValue): \(name)")
            }
        }
    }

    @Test func noTwoCommandsShareAKeyInAContext() {
        var keymap = Keymap<Command.ID>()
        for command in Command.all {
            let bindings =
                command.keys.map { ($0, command.context) }
                + command.readingKeys.map { ($0, KeyContext.reading) }
            for (name, context) in bindings {
                guard let key = Key(name) else { continue }
                #expect(throws: Never.self) {
                    try keymap.bind(key, to: command.id, in: context)
                }
            }
        }
    }

    @Test func everyCommandCanBeReached() {
        for command in Command.all {
            #expect(!Command.defaultKeymap.keys(for: command.id).isEmpty, "\(command.id.rawValue)")
        }
    }
}
