import ChatCompletions
import Settings
import Testing
import Words

@testable import TOML

struct TOMLReaderTests {
    @Test(arguments: [
        ("a = \"text\"", TOMLValue.Content.string("text")),
        ("a = 'C:\\path'", .string("C:\\path")),
        (#"a = "tab\tquote\" \u00e9 \U0001F600""#, .string("tab\tquote\" é 😀")),
        ("a = \"温度\" # why", .string("温度")),
        ("a = \"\"\"\none\ntwo\"\"\"", .string("one\ntwo")),
        ("a = \"\"\"one \\\n   two\"\"\"", .string("one two")),
        ("a = '''it's ''so'''''", .string("it's ''so''")),
        ("a = 1_000", .integer(1000)),
        ("a = -7", .integer(-7)),
        ("a = 0xFF", .integer(255)),
        ("a = 0o17", .integer(15)),
        ("a = 0b101", .integer(5)),
        ("a = 0.5", .number(0.5)),
        ("a = inf", .number(.infinity)),
        ("a = true", .boolean(true)),
        ("a = false", .boolean(false)),
    ]) func aValueIsReadAsWritten(text: String, content: TOMLValue.Content) throws {
        #expect(try TOMLReader.read(text)["a"]?.content == content)
    }

    @Test(arguments: [
        ("18446744073709551615", "18446744073709551615"), ("0.70", "0.70"), ("1.0", "1.0"),
        ("1", "1"), ("-1.5e3", "-1.5e3"), ("1e400", "1e400"), ("-0", "-0"), ("+0.50", "0.50"),
        ("1_000.5_0", "1000.50"), ("0xFFFF_FFFF_FFFF_FFFF", "18446744073709551615"),
    ])
    func aNumberKeepsItsSpelling(written: String, json: String) throws {
        #expect(try TOMLReader.read("a = \(written)")["a"]?.json?.text == json)
    }

    @Test func listsMaySpanLinesAndEndWithAComma() throws {
        let table = try TOMLReader.read("a = [\n  1, # one\n  [2],\n]\r\nb = []")
        guard case .array(let values)? = table["a"]?.content else {
            Issue.record("no list")
            return
        }
        #expect(values.map(\.noun.english) == ["a number", "a list"])
        #expect(values[0].position == TextPosition(line: 2, column: 3))
        #expect(table["b"]?.content == .array([]))
    }

    @Test func namesWithDotsHeadersAndInlineTablesMakeTables() throws {
        let table = try TOMLReader.read(
            """
            site."google.com" = true
            [a.b]
            c.d = 1
            c.e = { f = 2, "g h".i = 3 }
            [a]
            z = 1
            """
        )
        #expect(
            table.flattened.members.map(\.name) == ["site.google.com", "a.b.c.d", "a.b.c.e", "a.z"]
        )
    }

    /// The position is the first place where the text cannot be right.
    @Test(arguments: [
        ("a = [1,}", 1, 8, "expected a value, found `}`"),
        ("a = ", 1, 5, "expected a value, found the end of the file"),
        ("a = 1\nb 2", 2, 3, "expected `=` after the name, found `2`"),
        ("温 = 1", 1, 1, "expected a name, found `温`"),
        ("a = 'x", 1, 5, "this text has no end"),
        ("a = \"温\" b", 1, 9, "expected the end of the line, found `b`"),
        ("a = \"\\q\"", 1, 7, "unknown escape; a backslash itself is written \\\\"),
        ("a = \"\\ud800\"", 1, 7, "there is no such character"),
        ("a = \"\"\"\n\u{1}", 2, 1, "expected plain text, found a control character"),
        ("[a\n", 1, 3, "expected `]` after the table's name, found the end of the line"),
        ("[[a]]", 1, 1, "lists of tables (`[[…]]`) are not used here"),
        ("a = 1\na = 2", 2, 1, "`a` stands already in line 1"),
        ("[a]\n[b]\n[a]", 3, 2, "`a` stands already in line 1"),
        ("a = { b = 1 }\n[a.c]", 2, 2, "`a` stands already in line 1"),
        ("a = { b = 1 }\na.c = 2", 2, 1, "`a` stands already in line 1"),
        ("a = yes", 1, 5, "a text stands in quotes: \"yes\""),
        ("a = 01", 1, 5, "`01` is no number that fits"),
        ("a = 1__0", 1, 5, "`1__0` is no number that fits"),
        ("a = 0x1FFFFFFFFFFFFFFFF", 1, 5, "`0x1FFFFFFFFFFFFFFFF` is no number that fits"),
        ("a = 1979-05-27", 1, 5, "dates are not used here: write \"1979-05-27\""),
    ]) func aMistakeIsToldWithItsPlace(text: String, line: Int, column: Int, message: String) {
        let place = TextPosition(line: line, column: column)
        let complaint = #expect(throws: Complaint.self) { try TOMLReader.read(text) }
        #expect(complaint?.message.english == message)
        #expect(complaint?.position == place)
    }

    @Test func depthIsBounded() {
        for opening in ["[", "{a="] {
            let text = "a = " + String(repeating: opening, count: 100_000)
            #expect(throws: Complaint.self) { try TOMLReader.read(text) }
        }
        let dots = "[" + String(repeating: "a.", count: 100_000)
        #expect(throws: Complaint.self) { try TOMLReader.read(dots) }
    }

    @Test func aComplaintIsOneLineWithFileLineAndColumn() {
        let message = Phrase(english: "no", chinese: "不行")
        let complaint = Complaint(
            message, at: TextPosition(line: 3, column: 9), in: "config.toml")
        #expect(complaint.description == "config.toml:3:9: no")
        #expect(complaint.sentence.chinese == "config.toml:3:9：不行")
        #expect(Complaint(message).description == "no")
    }
}
