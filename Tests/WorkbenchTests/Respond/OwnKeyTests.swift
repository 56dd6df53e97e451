import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words

@testable import Workbench

/// Sentences name the keys that a person has, not those that Fader came with.
@Suite struct OwnKeyTests {
    /// Every command on keys that no sentence would name by itself.
    private func bench(_ size: Size = .wide, isEmpty: Bool = false) -> TestBench {
        let bench = TestBench(size)
        var keymap = Keymap<Command.ID>()
        if !isEmpty {
            for (number, command) in Self.commands.enumerated() {
                let key = Key(.function(number % 24 + 1), Self.modifiers[number / 24])
                try? keymap.bind(key, to: command.id, in: .everywhere)
            }
        }
        bench.state.around.keymap = keymap
        return bench
    }

    /// Those of dialogs keep theirs.
    private static let commands = Command.all.filter { command in
        !Command.ofDialogs.contains { $0.id == command.id }
    }

    private static let modifiers: [Key.Modifiers] = [
        .control, .alt, .shift, [.control, .alt], [.control, .shift], [.alt, .shift],
        [.control, .alt, .shift],
    ]

    private func label(_ command: Command, on bench: TestBench) -> String {
        bench.state.around.keymap.keys(for: command.id).first?.label
            ?? "“\(command.title.english)” among the commands"
    }

    private func perform(_ command: Command, on bench: TestBench) {
        guard let key = bench.state.around.keymap.keys(for: command.id).first else { return }
        bench.respond(to: .input(.key(key)))
    }

    private func send(_ prompt: String, on bench: TestBench) {
        bench.type(prompt)
        perform(.send, on: bench)
    }

    private func limited(_ bench: TestBench) {
        bench.perform(.head(429, [Header("Retry-After", "2")], at: .milliseconds(80)))
        bench.end()
    }

    @Test func everyCommandHasItsKey() {
        let bench = bench()
        #expect(Self.commands.allSatisfy { bench.state.around.keymap.keys(for: $0.id).count == 1 })
    }

    @Test func theWelcomeNamesThem() {
        let bench = bench(Size(rows: 40, columns: 200))
        let send = label(.send, on: bench)
        #expect(bench.screen.contains("\(send) sends it. 输入提示词，按 \(send) 发送。"))
        let knobs = "\(label(.decrease, on: bench)) \(label(.increase, on: bench))"
        #expect(bench.screen.contains("\(knobs) turn the knobs in Parameters"))
        #expect(bench.screen.contains("\(label(.help, on: bench)) help"))
        #expect(TestBench().screen.contains("tab next pane · ← → turn the knobs in Parameters"))
        #expect(TestBench().screen.contains("enter sends it. 输入提示词，按回车发送。"))
    }

    @Test func whatRunsIsStoppedByThem() {
        let bench = bench()
        let sentence = "An answer is still arriving: \(label(.back, on: bench)) stops it."
        send("one", on: bench)
        for command in [Command.newSession, .runAgain, .leaveOut] {
            perform(command, on: bench)
            #expect(bench.state.screen.notice?.text.english == sentence, "\(command.title.english)")
            bench.state.screen.notice = nil
        }
        send("two", on: bench)
        #expect(bench.state.screen.notice?.text.english == sentence)
    }

    @Test func whatIsAwaitedIsTakenAndTakenBackByThem() {
        let bench = bench(Size(rows: 40, columns: 200))
        send("one", on: bench)
        limited(bench)
        #expect(bench.screen.contains("00:02 to wait · \(label(.waitOn, on: bench)) then sends it"))
        perform(.waitOn, on: bench)
        #expect(bench.screen.contains("(try 1) · \(label(.back, on: bench)) takes it back"))
        perform(.back, on: bench)
        let again = label(.runAgain, on: bench)
        #expect(
            bench.state.screen.notice?.text.english
                == "It is not sent again by itself. \(again) sends it.")
        bench.wait(seconds: 2)
        #expect(bench.screen.contains("the wait is over · \(again) sends it"))
    }

    @Test(arguments: [false, true]) func noticesNameThem(isEmpty: Bool) {
        let bench = bench(isEmpty: isEmpty)
        bench.respond(to: .restored(.interrupted))
        #expect(
            bench.state.screen.notice?.text.english.hasSuffix(
                "\(label(.runAgain, on: bench)) asks again.")
                == true
        )
        bench.state.session = OpenSession(
            lanes: [Lane(settings: .practice)])
        bench.type("x")
        bench.respond(to: .restored(.interrupted, isLate: true))
        #expect(
            bench.state.screen.notice?.text.english.hasSuffix(
                "\(label(.library, on: bench)) has its sessions.")
                == true)
        guard !isEmpty else { return }
        perform(.addLane, on: bench)
        #expect(
            bench.state.screen.notice?.text.english.hasSuffix(
                "(\(label(.editSystem, on: bench))); \(label(.send, on: bench)) sends to all.")
                == true)
        perform(.interrupt, on: bench)
        #expect(
            bench.state.screen.notice?.text.english
                == "Nothing is running. \(label(.quit, on: bench)) quits.")
    }

    @Test func adviceNamesThem() {
        let bench = bench()
        send("one", on: bench)
        bench.end(Failure(.truncated, "cut"))
        perform(.details, on: bench)
        #expect(bench.screen.contains("again with \(label(.runAgain, on: bench))"))
    }

    /// What tells of a command is the same whatever its keys are. Those of lists are fixed.
    @Test func theTableNamesNone() {
        let keys = #/(?i)\b(ctrl|alt|shift)-\w|\besc\b|\benter (sends|opens)|\bf\d/#
        for command in Command.all
        where ![Command.library.id, Command.copy.id].contains(command.id) {
            #expect(
                !"\(command.title.english). \(command.help.english)".contains(keys),
                "\(command.help.english)")
        }
    }
}
