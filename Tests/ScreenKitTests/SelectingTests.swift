import Corpora
import ScreenKit
import Testing

/// Words, lines and rows of texts that can be selected.
struct SelectingTests {
    private func word(_ text: String, at place: Int) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[TextUnits.word(around: place, in: bytes)], as: UTF8.self)
    }

    @Test(arguments: [
        ("one two", 0, "one"), ("one two", 2, "one"), ("one two", 3, " "), ("one two", 6, "two"),
        ("one two", 7, ""), ("  a", 0, "  "), ("a  ", 2, "  "), ("a.b", 1, "."),
        ("温度 top_p。", 3, "温度"), ("温度 top_p。", 8, "top_p"), ("温度 top_p。", 12, "。"),
        ("a\nb", 1, ""), ("a\nb", 2, "b"), ("", 0, ""), ("a\rb", 1, "\r"),
        ("a\u{3000}b", 1, "\u{3000}"), ("a \t\u{3000} b", 6, " \t\u{3000} "),
        ("a \t\u{3000} b", 3, " \t\u{3000} "), ("ー b", 3, " "), ("a \r\nb", 1, " \r"),
        ("e\u{301}x y", 1, "e\u{301}x"),
    ])
    func theWordAroundAPlace(text: String, place: Int, expected: String) {
        #expect(word(text, at: place) == expected)
    }

    @Test func theNextWordAndTheOneBefore() {
        let text = Array(" one  two\n三四。".utf8)
        var (places, place) = ([Int](), 0)
        while let next = TextUnits.nextWord(after: place, in: text) {
            places.append(next)
            place = next
        }
        #expect(places == [1, 6, 10, 16])
        var back: [Int] = []
        while let before = TextUnits.wordBefore(place, in: text) {
            back.append(before)
            place = before
        }
        #expect(back == [10, 6, 1])
    }

    /// Line by line, over those in which there are blanks alone.
    @Test func wordsAreFoundInOtherLines() {
        let text = Array("one\n \n\u{3000}\r\n  two three\n\n".utf8)
        #expect(TextUnits.nextWord(after: 0, in: text) == 13)
        #expect(TextUnits.nextWord(after: 5, in: text) == 13)
        #expect(TextUnits.nextWord(after: 13, in: text) == 17)
        #expect(TextUnits.nextWord(after: 17, in: text) == nil)
        #expect(TextUnits.wordBefore(text.count, in: text) == 17)
        #expect(TextUnits.wordBefore(18, in: text) == 17)
        #expect(TextUnits.wordBefore(17, in: text) == 13)
        #expect(TextUnits.wordBefore(13, in: text) == 0)
        #expect(TextUnits.wordBefore(0, in: text) == nil)
        #expect(TextUnits.wordBefore(2, in: Array("\n  x".utf8)) == nil)
    }

    /// Each is looked at once.
    @Test func manyBlanksAreOneStretch() {
        let blanks = String(repeating: " \u{3000}", count: 100_000)
        let text = Array("a\(blanks)b".utf8)
        let all = 1..<text.count - 1
        for place in [all.lowerBound, all.upperBound - 3] {
            #expect(TextUnits.word(around: place, in: text) == all)
        }
        #expect(TextUnits.wordBefore(all.upperBound, in: text) == 0)
    }

    @Test func aClusterIsFoundAtBothItsEnds() {
        let text = Array("a👩‍👩‍👧‍👦\nb".utf8)
        let family = 1..<text.count - 2
        #expect(TextUnits.cluster(at: 1, in: text) == family)
        #expect(TextUnits.cluster(before: family.upperBound, in: text) == family)
        #expect(TextUnits.cluster(before: family.upperBound + 1, in: text)?.count == 1)
        #expect(TextUnits.cluster(before: 0, in: text) == nil)
        #expect(TextUnits.cluster(at: text.count, in: text) == nil)
    }

    @Test func aRowKnowsWhatStandsInAColumn() {
        let text = Array("温度\t12 x".utf8)
        let row = TextRow([.init(column: 2, range: 0..<6), .init(column: 10, range: 7..<11)])
        let profile = WidthProfile.conservative
        #expect(row.cluster(atColumn: 0, of: text, profile) == 0..<0)
        #expect(row.cluster(atColumn: 3, of: text, profile) == 0..<3)
        #expect(row.cluster(atColumn: 8, of: text, profile) == 6..<6)
        #expect(row.cluster(atColumn: 11, of: text, profile) == 8..<9)
        #expect(row.cluster(atColumn: .max, of: text, profile) == 11..<11)
        #expect(TextRow().cluster(atColumn: 0, of: text, profile) == nil)
        #expect(row.columns(of: 4..<9, in: text, profile) == [4..<6, 10..<12])
        #expect(row.columns(of: 3..<3, in: text, profile) == [])
    }

    /// What a cell has no room for stands in none of the columns beside it.
    @Test func whatIsCutOffTakesNoColumns() {
        let text = Array("温度温度\tx".utf8)
        let row = TextRow([
            .init(column: 0, range: 0..<12, room: 5), .init(column: 6, range: 13..<14),
        ])
        let profile = WidthProfile.conservative
        #expect(row.columns(of: 0..<14, in: text, profile) == [0..<5, 6..<7])
        #expect(row.columns(of: 3..<12, in: text, profile) == [2..<5])
        #expect(row.columns(of: 9..<12, in: text, profile).joined().isEmpty)
        #expect(row.cluster(atColumn: 4, of: text, profile) == 6..<9)
        #expect(row.cluster(atColumn: 5, of: text, profile) == 12..<12)
        #expect(row.cluster(atColumn: 6, of: text, profile) == 13..<14)
    }

    /// Whatever is drawn of Markdown stands in the leaf's text where the row says.
    @Test(arguments: [12, 20, 40, 80])
    func whatALineShowsIsInItsPassage(width: Int) throws {
        let text = MarkdownAnswers.all.map { String($0.prefix(600)) }.joined(separator: "\n\n")
        var page = MarkdownPage(width: width, text)
        page.end()
        let lines = page.lastLines(.max)
        for line in lines {
            let passage = try #require(page.passage(line.passage))
            if passage.isDecoration { continue }
            let hasAll = line.row.parts.allSatisfy {
                let part = String(decoding: passage.bytes[$0.range], as: UTF8.self)
                return line.text.contains(part.replacing("\t", with: ""))
            }
            #expect(hasAll, "\(line.text)")
        }
        #expect(lines.last.map { $0.passage } == page.passages.upperBound - 1)
    }
}
