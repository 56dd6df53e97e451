import Engine
import Sending
import Support
import Testing
import Words
import Workbench

/// The person's own editor, as the engine and the state see it.
@MainActor @Suite(.timeLimit(.minutes(1))) struct OutsideEditorTests {
    @Test func whatTheEditorSavesBecomesThePromptInOneStep() async {
        let desk = TestDesk()
        desk.type("first 提示")
        desk.display.editor = { .text($0 + " and more\n") }
        desk.press("<c-x>")
        #expect(desk.display.edited == ["first 提示"])
        #expect(desk.state.screen.composer.text == "first 提示 and more")
        desk.press("<c-_>")
        #expect(desk.state.screen.composer.text == "first 提示")
    }

    @Test func aTextThatIsOpenOverThePanesIsEditedInsteadOfThePrompt() async {
        let desk = TestDesk()
        desk.type("the prompt")
        desk.press("<a-y>")
        desk.type("Be brief.")
        desk.display.editor = { _ in .text("Be kind.") }
        desk.press("<c-x>", "<c-s>")
        #expect(desk.display.edited == ["Be brief."])
        #expect(desk.state.current.system == "Be kind.")
        #expect(desk.state.screen.composer.text == "the prompt")
    }

    @Test func anEditorThatFailsChangesNothing() async {
        let desk = TestDesk()
        desk.type("mine")
        desk.display.editor = { _ in .failed(Phrase(verbatim: "no editor")) }
        desk.press("<c-x>")
        #expect(desk.state.screen.composer.text == "mine")
        #expect(desk.screen.contains("no editor"))
    }

    /// What a program that was killed had given to an editor.
    @Test func whatWasInAnEditorComesBack() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        await desk.idle()
        desk.driver.handle(.found("half a thought", file: "/tmp/x.md"))
        desk.driver.handle(.found("another", file: "/tmp/y.md"))
        #expect(desk.state.screen.composer.text == "half a thought")
        #expect(desk.screen.contains("/tmp/y.md"))
        desk.driver.handle(.terminate)
        await desk.closed()
        let left = try place.afterPowerCut()
        let again = TestDesk(library: left.path, launch: .latest)
        await again.idle()
        #expect(again.state.screen.composer.text == "half a thought")
    }
}
