import ChatCompletions
import Conversations
import Engine
import Sending
import SessionLibrary
import Support
import Testing
import Workbench

/// Turns and their siblings, with the library.
@MainActor @Suite(.timeLimit(.minutes(1))) struct TurnTests {
    private func ask(_ prompt: String, _ answer: String, on desk: TestDesk) async {
        desk.send(prompt)
        await receive(answer, on: desk)
    }

    private func receive(_ answer: String, on desk: TestDesk) async {
        desk.arrive(Chunk.content(answer) + Chunk.finish() + Chunk.done)
        desk.end()
        await desk.idle()
    }

    private func said(_ desk: TestDesk) -> [String] {
        desk.state.session.tree.path(to: desk.state.current.head).map(\.message.content)
    }

    @Test func theSecondOfThreePromptsIsEditedAndItsPastIsThereAtTheNextStart() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        for number in 1...3 { await ask("ask \(number)", "answer \(number)", on: desk) }
        desk.press("<a-2>", "K", "K", "K", "K", "e", "<c-a>", "<c-k>")
        await ask("ask 2b", "answer 2b", on: desk)
        #expect(said(desk) == ["ask 1", "answer 1", "ask 2b", "answer 2b"])
        await desk.archive.close()

        let next = TestDesk(library: place.path, launch: .latest)
        await next.idle()
        #expect(said(next) == ["ask 1", "answer 1", "ask 2b", "answer 2b"])
        next.press("<a-2>", "<lt>")
        await next.idle()
        #expect(said(next).suffix(4) == ["ask 2", "answer 2", "ask 3", "answer 3"])
        #expect(next.state.current.take?.answer.choices.first?.content == "answer 3")
        await next.archive.close()

        let last = TestDesk(library: place.path, launch: .latest)
        await last.idle()
        #expect(said(last).last == "answer 3")
    }

    @Test func whatAnotherProgramAnsweredIsReached() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        await ask("ask 1", "answer 1", on: desk)
        await desk.archive.close()
        let library = try Library.open(at: place.path)
        let session = try place.onlySession()
        try library.save(
            Turn(
                id: TurnID(rawValue: "elsewhere0"), parent: session.turns[0].id,
                message: Message(.assistant, "from elsewhere"), created: .today,
                provider: "practice", model: "practice"), in: session.id)

        let next = TestDesk(library: place.path, launch: .latest)
        await next.idle()
        next.press("<a-2>", "K", ">")
        await next.idle()
        #expect(said(next) == ["ask 1", "from elsewhere"])
    }

    // MARK: Deleting

    private func contents(of path: String) throws -> String {
        String(decoding: try TestFile.read(path), as: UTF8.self)
    }

    @Test func whatWasDeletedIsErasedAtTheEnd() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        await ask("ask 1", "answer 1", on: desk)
        await ask("secret question", "secret answer", on: desk)
        desk.press("<a-2>", "K", "K", "d")
        await desk.idle()
        #expect(try place.onlySession().turns.count == 2)
        #expect(try contents(of: place.path).contains("secret answer"))
        await desk.archive.close()
        #expect(try !contents(of: place.path).contains("secret"))
        #expect(try place.onlySession().turns.map(\.message.content) == ["ask 1", "answer 1"])
    }

    @Test func whatWasBroughtBackIsNotErased() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        for number in 1...2 { await ask("ask \(number)", "answer \(number)", on: desk) }
        desk.press("<a-2>", "K", "K", "d", "u")
        await desk.idle()
        await desk.archive.close()
        #expect(try place.onlySession().turns.count == 4)
        let next = TestDesk(library: place.path, launch: .latest)
        await next.idle()
        #expect(said(next).last == "answer 2")
        #expect(next.state.current.take?.answer.choices.first?.content == "answer 2")
    }

    @Test func afterAPowerCutTheNextStartErasesIt() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        await ask("ask 1", "answer 1", on: desk)
        await ask("secret question", "secret answer", on: desk)
        desk.press("<a-2>", "K", "K", "d")
        await desk.idle()
        let copy = try place.afterPowerCut()
        let next = TestDesk(library: copy.path, launch: .latest)
        await next.idle()
        #expect(said(next) == ["ask 1", "answer 1"])
        #expect(try !contents(of: copy.path).contains("secret"))
    }

    /// It is there again, with what it followed.
    @Test func whatAnotherProgramWentOnFromIsKept() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        for number in 1...2 { await ask("ask \(number)", "answer \(number)", on: desk) }
        let turns = try place.onlySession().turns
        desk.press("<a-2>", "K", "K", "d")
        await desk.idle()
        let session = try place.onlySession().id
        let library = try Library.open(at: place.path)
        try library.save(
            Turn(
                id: TurnID(rawValue: "elsewhere0"), parent: turns[2].id,
                message: Message(.assistant, "from elsewhere"), created: .today,
                provider: "practice", model: "practice"), in: session)
        await desk.archive.close()
        #expect(
            try place.onlySession().turns.map(\.message.content)
                == ["ask 1", "answer 1", "ask 2", "from elsewhere"])
        #expect(try library.findDamage().isEmpty)
    }

    @Test func aForkIsASessionOfItsOwn() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        for number in 1...2 { await ask("ask \(number)", "answer \(number)", on: desk) }
        let first = try place.onlySession()
        desk.press("<a-2>", "K", "K", "K", "f")
        await desk.idle()
        #expect(desk.state.current.take?.answer.choices.first?.content == "answer 1")
        desk.press("<a-1>")
        await ask("ask 2b", "answer 2b", on: desk)
        await desk.archive.close()
        let library = try Library.open(at: place.path)
        #expect(try library.session(first.id) == first)
        let fork = try #require(desk.state.session.id.flatMap { try library.session($0) })
        #expect(fork.turns.map(\.message.content) == ["ask 1", "answer 1", "ask 2b", "answer 2b"])
        #expect(fork.title == "ask 1 (2)")
    }

    @Test func aTurnThatWasLeftOutStaysSo() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        for number in 1...2 { await ask("ask \(number)", "answer \(number)", on: desk) }
        desk.press("<a-2>", "K", "K", "K", "x")
        await desk.idle()
        #expect(try place.onlySession().turns.map(\.isLeftOut) == [true, false, false, false])
        desk.press("x")
        await desk.idle()
        #expect(try place.onlySession().turns.allSatisfy { !$0.isLeftOut })
    }

    @Test func theChoiceThatIsShownIsThereAtTheNextStart() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("Heads or tails?")
        desk.arrive(
            Chunk.content("Heads.") + Chunk.content("Tails.", choice: 1)
                + Chunk.content("Edge.", choice: 2) + Chunk.done)
        desk.end()
        await desk.idle()
        #expect(try place.onlySession().turns.last?.choiceIndex == 0)
        desk.press("<a-o>")
        await desk.idle()
        let saved = try place.onlySession().turns.last
        #expect(saved?.message.content == "Tails.")
        #expect(saved?.choiceIndex == 1)
        await desk.archive.close()

        let next = TestDesk(library: place.path, launch: .latest)
        await next.idle()
        #expect(said(next) == ["Heads or tails?", "Tails."])
        #expect(next.state.current.take?.answer.choices.count == 3)
        next.press("<a-o>")
        await next.idle()
        #expect(try place.onlySession().turns.last?.message.content == "Edge.")
        await next.archive.close()
    }

    /// The recorder keeps the first one; what was looked at is kept over it.
    @Test func theChoiceThatWasLookedAtWhileItCameIsKept() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("Heads or tails?")
        desk.arrive(Chunk.content("Heads.") + Chunk.content("Tai", choice: 1))
        await desk.until { $0.contains("choice ‹1› 2") }
        desk.press("<a-o>")
        desk.arrive(Chunk.content("ls.", choice: 1) + Chunk.done)
        desk.end()
        await desk.idle()
        await desk.archive.close()
        let saved = try place.onlySession().turns.last
        #expect(saved?.message.content == "Tails.")
        #expect(saved?.choiceIndex == 1)
        #expect(saved?.state == .done)
    }
}
