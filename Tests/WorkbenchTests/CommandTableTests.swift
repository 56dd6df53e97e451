import ScreenKit
import Support
import Testing
import Words
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

    /// A narrow screen cuts what tells of a command before it cuts what the command is called.
    @Test func noTitleIsCutInThePalette() {
        let bench = TestBench(.medium)
        bench.press("<c-p>")
        for command in Command.all {
            bench.type(command.title.english)
            #expect(
                bench.screen.contains(" \(command.title.english)  "), "\(command.title.english)")
            bench.press("<c-u>")
        }
    }

    @Test func everyCommandCanBeReached() {
        for command in Command.all {
            #expect(!Command.defaultKeymap.keys(for: command.id).isEmpty, "\(command.id.rawValue)")
        }
    }
}

extension CommandTableTests {
    /// A dialog's keys are commands of the same table: changed, they hold, and the hint names them.
    @Test func theKeysOfDialogsCanBeChanged() throws {
        let bench = TestBench()
        let down = try #require(Command.named(.init(rawValue: "list.down")))
        bench.state.around.keymap.unbind(down.id)
        try bench.state.around.keymap.bind(.named("<f5>"), to: down.id, in: down.context)
        bench.press("<c-p>", "<f5>")
        #expect(bench.state.top(Picker.self)?.place == 1)
        #expect(bench.screen.contains("type to narrow · ↑ f5 choose"))
        bench.press("<down>")
        #expect(bench.state.top(Picker.self)?.place == 1)
    }

    @Test func thePaletteOffersOnlyWhatDoesSomethingThere() {
        let bench = TestBench()
        bench.press("<c-p>")
        bench.type("row above")
        #expect(bench.screen.contains("Nothing matches."))
        bench.press("<esc>", "<f1>")
        bench.type("row above")
        #expect(bench.screen.contains("Row above"))
    }
}
