import Foundation
import Testing

/// Whatever a person reads stands in a words file, in every language at once.
struct SentenceTests {
    /// Where other text may stand that looks like a sentence, and why.
    fileprivate static let exceptions = [
        "ChatClient/Client.swift": "a line of a program's log",
        "ChatClient/OwnThread.swift": "what a crash says to who mends it",
        "ChatClient/Wire/TransferFailure.swift": "words of TLS libraries, which are looked for",
        "ChatCompletions/Failure/Failure+Causes.swift":
            "words of TLS libraries and of older versions, which are looked for",
        "ChatCompletions/Failure/FailureSubject.swift": "words of servers, which are looked for",
        "ChatCompletions/Reader/AnswerReader+Stream.swift": "in an event's place, on record too",
        "ChatCompletions/Failure/HTTPStatus.swift": "the standard's own phrases",
        "ChatCompletions/Request/HTTPRequest+Python.swift": "a program",
        "PracticeProvider/Model/": "what the model has learned",
        "PracticeProvider/Writing/": "what the model writes, in the prompt's language",
        "ScreenKit/Input/Key+Names.swift": "names of keys, the same in every language",
        "ScreenKit/Markdown/Blocks/HTMLBlock.swift": "names of tags",
        "ScreenKit/Markdown/Code/CodeLanguage.swift": "words of programming languages",
        "ScreenKit/Markdown/Inline/Entities.swift": "names of characters",
        "ScreenKit/Text/ChineseWordList.swift": "a list of words",
        "SessionLibrary/Checking/Salvage.swift": "SQL",
        "SessionLibrary/Conversation/SessionFilter.swift": "SQL",
        "SessionLibrary/Conversation/SessionListing.swift": "SQL",
        "SessionLibrary/Conversation/StoredExchange+Reading.swift": "SQL",
        "SessionLibrary/Storage/Schema": "SQL",
        "Settings/Themes/BuiltInThemes.swift": "the text of files",
        "fader/Opening/OutsideEditor.swift": "what a shell reads",
        "Terminal/Screen+Loop.swift": "what a crash says to who mends it",
    ]

    /// How texts for machines begin, wherever they stand: SQL, types, options, commands.
    fileprivate static let machineTexts = [
        "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "PRAGMA ", "VACUUM", "AND ", " WHERE ",
        "WITH RECURSIVE ", "(turn.",
        "application/json; ", "text/event-stream; ", "--", "-H ", "fader ", "draft ",
    ]

    @Test func sentencesStandInWordsFiles() throws {
        for source in try swiftSources() where !source.isWordsFile && !source.isExcepted {
            for literal in SwiftLiterals(source.text).found where literal.isSentence {
                Issue.record("\(source.path):\(literal.line): “\(literal.text)”")
            }
        }
    }

    /// Also where SQL may stand: a problem's own words are a phrase; a text is what SQLite said.
    @Test func noProblemOfTheLibraryIsALiteral() throws {
        for source in try swiftSources() {
            for found in source.text.matches(of: /LibraryProblem\(\s*\.\w+,\s*"[^"]/) {
                Issue.record("\(source.path): \(found.output)")
            }
        }
    }

    @Test func everyExceptionIsNeeded() throws {
        for path in Self.exceptions.keys {
            let sources = try swiftSources().filter { $0.path.hasPrefix(path) }
            #expect(!sources.isEmpty, "\(path) is not there")
            let sentences = sources.flatMap { SwiftLiterals($0.text).found }.filter(\.isSentence)
            #expect(!sentences.isEmpty, "\(path) needs no exception")
        }
    }

    @Test func bothLanguagesHoldTheSameValues() throws {
        var count = 0
        for phrase in try phrases() {
            count += 1
            #expect(
                phrase.english.names == phrase.chinese.names,
                "\(phrase.path):\(phrase.english.line)")
        }
        #expect(count > 400)
    }

    @Test func everyPhraseIsSaidInBothLanguages() throws {
        for phrase in try phrases() {
            let place = "\(phrase.path):\(phrase.english.line)"
            #expect(!phrase.english.text.contains { $0.isHan }, "\(place)")
            let isTranslated = phrase.chinese.text.contains { $0.isHan }
            #expect(isTranslated || phrase.chinese.isTheSameEverywhere, "\(place)")
        }
    }

    @Test func chineseHasItsOwnPunctuation() throws {
        for phrase in try phrases() {
            for fault in phrase.chinese.faults {
                Issue.record(
                    "\(phrase.path):\(phrase.chinese.line): \(fault) in “\(phrase.chinese.text)”")
            }
        }
    }
}

/// A phrase of a source: its two literals.
private struct SourcePhrase {
    var path: String
    var english: SwiftLiteral
    var chinese: SwiftLiteral
}

private func phrases() throws -> [SourcePhrase] {
    try swiftSources().filter { $0.path.hasSuffix("Words.swift") }.flatMap { source in
        let literals = SwiftLiterals(source.text).found
            .filter { ["english", "chinese"].contains($0.label) }
        return stride(from: 0, to: literals.count - 1, by: 2).map { place in
            let (english, chinese) = (literals[place], literals[place + 1])
            #expect(
                english.label == "english" && chinese.label == "chinese",
                "\(source.path):\(english.line)")
            return SourcePhrase(path: source.path, english: english, chinese: chinese)
        }
    }
}

private struct SwiftSource {
    /// Below `Sources`.
    var path: String
    var text: String

    var isWordsFile: Bool { path.hasSuffix("Words.swift") || path.hasPrefix("Words/") }
}

private func swiftSources() throws -> [SwiftSource] {
    let folder = repository("Sources")
    let files = FileManager.default.enumerator(atPath: folder.path)
    return try (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
        .sorted()
        .map { path in
            let url = folder.appending(path: path)
            return SwiftSource(path: path, text: try String(contentsOf: url, encoding: .utf8))
        }
}

extension SwiftSource {
    fileprivate var isExcepted: Bool {
        SentenceTests.exceptions.keys.contains { path.hasPrefix($0) }
    }
}

extension SwiftLiteral {
    /// Whether two words stand beside each other, or Chinese stands in it.
    fileprivate var isSentence: Bool {
        // A provider's title is its name.
        if label == "title" || SentenceTests.machineTexts.contains(where: text.hasPrefix) {
            return false
        }
        return text.contains { $0.isHan }
            || text.firstMatch(of: /[A-Za-z\u{FFFC}][’,.;:)`”]? [(`“]?[A-Za-z]/) != nil
    }

    /// Whether it has no word of a language: signs, and names of the wire.
    fileprivate var isTheSameEverywhere: Bool {
        let names = ["HTTP", "DONE", "retry", "ms", "base", "url", "p"]
        return text.split { !$0.isLetter }.allSatisfy { names.contains(String($0)) }
    }

    /// The values without what one language says of them: the nouns of a count, a list's commas.
    fileprivate var names: Set<String> {
        Set(
            values.map { value in
                let name = value.split(separator: ",", maxSplits: 1)[0]
                return name == "chineseList" ? "list" : String(name)
            })
    }

    /// What Docs/Glossary.zh.md does not want in Chinese.
    fileprivate var faults: [String] {
        var faults: [String] = []
        let letters = Array(text)
        for (before, after) in zip(letters, letters.dropFirst()) {
            if before.isHan, ",;:?!.()".contains(after) { faults.append("\(before)\(after)") }
            if after.isHan, ",;:?!()".contains(before) { faults.append("\(before)\(after)") }
            if before.isHan && after.isLatin || before.isLatin && after.isHan {
                faults.append("no blank in \(before)\(after)")
            }
            if "，。；：、？！（）「」".contains(before), after == " " {
                faults.append("\(before) and a blank")
            }
            if before == " ", "，。；：、？！）」".contains(after) { faults.append("a blank and \(after)") }
        }
        for (before, after) in zip(letters, letters.dropFirst(2)) where before.isHan && after.isHan
        {
            if text.contains("\(before) \(after)") { faults.append("\(before) \(after)") }
        }
        return faults + ["您", "！"].filter { text.contains($0) }
    }
}

extension Character {
    fileprivate var isHan: Bool {
        unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    fileprivate var isLatin: Bool { isASCII && (isLetter || isNumber) }
}
