import Testing
import Words

struct PhraseTests {
    @Test func aPhraseSaysTheSameInEachLanguage() {
        let phrase = Phrase(english: "No session.", chinese: "没有会话。")
        #expect(phrase.text(in: .english) == "No session.")
        #expect(phrase.text(in: .chinese) == "没有会话。")
    }

    @Test func valuesStandWhereEachLanguageWantsThem() {
        let (name, model) = ("ppio", Substring("deepseek-v3"))
        let phrase = Phrase(
            english: "\(model) is unknown to \(name).", chinese: "\(name) 没有模型 \(model)。")
        #expect(phrase.english == "deepseek-v3 is unknown to ppio.")
        #expect(phrase.chinese == "ppio 没有模型 deepseek-v3。")
    }

    @Test(arguments: [(0, "0 events"), (1, "1 event"), (2, "2 events"), (21, "21 events")])
    func aCountHasItsPlural(count: Int, english: String) {
        let phrase = Phrase(
            english: "\(count, "event", "events")", chinese: "\(count) 个事件")
        #expect(phrase.english == english)
        #expect(phrase.chinese == "\(count) 个事件")
    }

    @Test func aPhraseInAPhraseSpeaksItsLanguage() {
        let wait = Phrase(english: "in 3 s", chinese: "3 秒后")
        let phrase = Phrase(english: "Again \(wait).", chinese: "\(wait)重试。")
        #expect(phrase.english == "Again in 3 s.")
        #expect(phrase.chinese == "3 秒后重试。")
    }

    @Test func aClauseBecomesASentence() {
        let clause = Phrase(english: "wait for it", chinese: "等它收完")
        let sentence = clause.capitalized.closed
        #expect(sentence.english == "Wait for it.")
        #expect(sentence.chinese == "等它收完。")
        #expect(Phrase.empty.capitalized == .empty)
        #expect(Phrase(english: "a", chinese: "a 行").capitalized.chinese == "a 行")
    }

    @Test func whatComesFromElsewhereStaysAsItIs() {
        let words = Phrase(verbatim: "model not found")
        let phrase = Phrase(english: "It says: \(words)", chinese: "原文：\(words)")
        #expect(phrase.text(in: .chinese) == "原文：model not found")
    }

    @Test func aListEndsAsTheLanguageHasIt() {
        let names = ["a", "b", "c"].map(Phrase.init(verbatim:))
        #expect(names.allOfThem.english == "a, b and c")
        #expect(names.allOfThem.chinese == "a、b 和 c")
        #expect(names.anyOfThem.english == "a, b or c")
        #expect(names.anyOfThem.chinese == "a、b 或 c")
        let things = [
            Phrase(english: "2 pictures", chinese: "2 张图片"),
            Phrase(english: "1 sound", chinese: "1 段声音"),
        ]
        #expect(things.allOfThem.chinese == "2 张图片和 1 段声音")
        #expect([names[0]].allOfThem.chinese == "a")
        #expect([Phrase]().allOfThem.isEmpty)
    }

    @Test func partsAreJoined() {
        let parts = [
            Phrase(english: "Nothing came.", chinese: "什么也没有收到。"), .empty,
            Phrase(english: "Try again.", chinese: "再试一次。"),
        ]
        #expect(parts.sentences.english == "Nothing came. Try again.")
        #expect(parts.sentences.chinese == "什么也没有收到。再试一次。")
        #expect(parts.joined(separator: "|").english == "Nothing came.||Try again.")
        var sum = parts[0]
        sum += parts[2]
        #expect(sum.english == "Nothing came.Try again.")
    }

    @Test func aSentenceIsClosedOnceAndInItsOwnWay() {
        let open = Phrase(english: "It broke", chinese: "断了")
        #expect(open.closed == Phrase(english: "It broke.", chinese: "断了。"))
        #expect(open.closed.closed == open.closed)
        #expect(Phrase.empty.closed.isEmpty)
        #expect(Phrase(verbatim: "为什么？").closed.english == "为什么？")
    }

    @Test func phrasesAreComparedInAllLanguages() {
        let one = Phrase(english: "Copy", chinese: "复制")
        #expect(one == Phrase(english: "Copy", chinese: "复制"))
        #expect(one != Phrase(english: "Copy", chinese: "拷贝"))
    }
}
