import Foundation
import PracticeProvider
import Testing

@Suite struct CorpusTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func theCompiledCorpusIsTheTextOfItsPages() throws {
        let folder = Self.root.appending(path: "Docs/Practice")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".txt") }.sorted()
        let text = try pages.map { page in
            let text = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
            return "=== \(page.dropLast(4))\n" + text.drop { $0 == "\n" }
        }.joined().trimmingCharacters(in: .newlines)
        if ProcessInfo.processInfo.environment["RECORD"] != nil { try record(text) }
        #expect(PracticeModel.corpusSource == text, "RECORD=1 compiles the pages in again")
    }

    private func record(_ text: String) throws {
        let source = ##"""
            // swift-format-ignore-file
            // Made from Docs/Practice by `RECORD=1 swift test --filter CorpusTests`.

            let corpusText = #"""
            \##(text)
            """#

            """##
        let file = "Sources/PracticeProvider/Model/CorpusText.swift"
        try source.write(to: Self.root.appending(path: file), atomically: true, encoding: .utf8)
    }

    @Test func bothLanguagesHaveTheirShareOfPages() {
        let passages = Corpus(PracticeModel.corpusSource).passages
        let chinese = passages.filter { $0.language == .chinese }
        #expect(chinese.count * 3 > passages.count)
        #expect(chinese.count * 3 < passages.count * 2)
        #expect(passages.contains { $0.isOpening && $0.hasSlot && $0.language == .chinese })
        #expect(passages.contains { $0.isOpening && !$0.hasSlot && $0.language == .english })
    }

    @Test(arguments: [
        ("What is a token?", Corpus.Language.english), ("什么是 token？", .chinese), ("42", .english),
        ("把这句话翻译成英文：good morning", .chinese), ("Translate 你好", .english), ("", .english),
    ])
    func theLanguageIsThatOfMostLetters(text: String, language: Corpus.Language) {
        #expect(Corpus.Language(of: text) == language)
    }

    @Test(arguments: [
        "Hello,  world!\n\n  indented 12345", "温度是 0.7，top_p 是 1。", "emoji 👩‍👩‍👧 👍🏽 é — “q”",
        "\u{0}\u{7}\t", PracticeModel.corpusSource,
    ])
    func piecesPutTogetherAreTheTextAgain(text: String) {
        #expect(PracticeModel.shared.tokenizer.pieces(of: text).joined() == text)
    }

    @Test func wordsTakeTheirSpaceAndIdeographsStandAlone() {
        let pieces = Tokenizer(pairs: ["温度"]).pieces(of: "The top_p, 温度很高 1234")
        #expect(pieces == ["The", " top_p", ",", " ", "温度", "很", "高", " 123", "4"])
    }
}
