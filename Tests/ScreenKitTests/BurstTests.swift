import ScreenKit
import Testing

/// A line end that came with other text is text.
struct BurstTests {
    /// What reads come to: each of them a burst of its own, or one burst in all.
    private func events(_ reads: [String], together: Bool) -> [InputEvent] {
        var (decoder, burst) = (InputDecoder(), Burst())
        var events: [InputEvent] = []
        for read in reads {
            events += burst.add(decoder.feed(Array(read.utf8)))
            if !together { events += burst.end() }
        }
        return events + burst.end()
    }

    private func keys(_ text: String) -> [InputEvent] {
        text.map { .key($0 == "\r" ? Key(.enter) : Key(.character($0))) }
    }

    @Test(arguments: [
        "def f(x):\r    return x\r", "one\rtwo", "a\rb\r", "\r\r", "\ra", "123456789\r",
        "用一句话解释一下吧\r", "if x:\n\ty()\n", "a\r\nb", "\tx\ty\r\r",
    ])
    func whatIsPastedWithoutBracketsHasNoKeys(text: String) {
        #expect(events([text], together: true) == [.burst(text)])
    }

    @Test(arguments: ["\r", "y\r", "12345678\r", "再来一次\r", "一个很长很长的候选词组"])
    func whatIsTypedHasItsKeys(text: String) {
        #expect(events([text], together: true) == keys(text))
    }

    @Test(arguments: ["hello yellow world", "next exam text", "quit please"])
    func whatIsLongerThanAnybodyTypesAtOnceIsText(text: String) {
        #expect(events([text], together: true) == [.paste(text)])
        #expect(events([text, "\r"], together: true) == [.paste(text), .burst("\r")])
    }

    @Test(arguments: ["gg", "jj", "exam", "jjjjjjjjjjjjjjjj", "jjjjjjkkkkkkkk", "一句话解释一下什么是熵吧"])
    func whatComesAtOnceFromAPersonIsKeys(text: String) {
        #expect(events([text], together: true) == keys(text))
    }

    @Test func aLineEndAfterAPauseIsAKeyHoweverMuchCameBefore() {
        let reads = ["def f(x", "\r", "  return", "\r"]
        #expect(events(reads, together: false) == keys(reads.joined()))
    }

    @Test func readsWithoutAPauseBetweenThemAreOneBurst() {
        #expect(events(["a", "\r", "b"], together: true) == keys("a") + [.burst("\rb")])
        #expect(
            events(["abcde", "fghij", "\r"], together: true) == keys("abcdefghij") + [.burst("\r")])
        #expect(
            events(["a\r", "\u{1b}[A", "b"], together: true) == keys("a") + [
                .burst("\r"), .key(Key(.up)), .paste("b"),
            ])
    }

    /// Whoever can put the mark of the end into a paste gets no key for it.
    @Test func aLineEndBehindABracketedPasteIsText() {
        let paste = { (text: String) in "\u{1b}[200~\(text)\u{1b}[201~" }
        #expect(events([paste("a\r") + "\r"], together: true) == [.burst("a\r\r")])
        #expect(
            events([paste("rm -rf / now") + "\r"], together: true) == [.burst("rm -rf / now\r")])
        #expect(events([paste("a\rb")], together: true) == [.paste("a\rb")])
        #expect(
            events([paste("a\rb"), "\r"], together: false) == [.paste("a\rb"), .key(Key(.enter))])
    }

    @Test func theTabsOfATextAreText() {
        #expect(events(["a\tb"], together: true) == [.burst("a\tb")])
        let typed = events(["\tjj"], together: true)
        #expect(typed == [.key(Key(.tab))] + keys("jj"))
    }

    @Test func onlyALineEndWaits() {
        var burst = Burst()
        #expect(burst.add(keys("ab")) == keys("ab"))
        #expect(!burst.isUndecided)
        #expect(burst.add(keys("\r")) == [])
        #expect(burst.isUndecided)
        #expect(burst.end() == keys("\r"))
        #expect(!burst.isUndecided)
    }

    @Test func aTerminalThatGoesAwayPressesNothing() {
        var burst = Burst()
        _ = burst.add(keys("ab\r"))
        #expect(burst.breakOff() == [.burst("\r")])
    }
}
