import ScreenKit
import Support
import Testing
import Workbench

@Suite struct CommandTableTests {
    @Test func everyCommandIsInTheTableOnce() {
        #expect(Command.all.map(\.id).count == Set(Command.all.map(\.id)).count)
        #expect(Set(Command.all.map(\.id)) == Set(Command.ID.allCases))
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
                + command.readingKeys.map { ($0, Command.Context.reading) }
            for (name, context) in bindings {
                guard let key = Key(name) else { continue }
                #expect(throws: Never.self) {
                    try keymap.bind(key, to: command.id, in: KeyContext(context))
                }
            }
        }
    }

    /// A narrow screen cuts what tells of a command before it cuts what the command is called.
    @Test func noTitleIsCutInThePalette() {
        let bench = TestBench(.medium)
        bench.press("<c-p>")
        for command in Command.all {
            bench.type(command.title)
            #expect(bench.screen.contains(" \(command.title)  "), "\(command.title)")
            bench.press("<c-u>")
        }
    }

    @Test func everyCommandCanBeReached() {
        for command in Command.all {
            #expect(!Command.defaultKeymap.keys(for: command.id).isEmpty, "\(command.id.rawValue)")
        }
    }
}
