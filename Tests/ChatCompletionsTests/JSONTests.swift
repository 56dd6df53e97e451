import ChatCompletions
import Testing

@Suite struct JSONTests {
    @Test func whatIsPrintedIsWhatWasRead() throws {
        let text = #"{"b":[1,-2.5,0.7,1.0,true,false,null],"a":{"":"\"\\\n\u0001é😀"}}"#
        let value = try JSONValue(parsing: text)
        #expect(value.text == text)
        #expect(value["a"]?[""]?.string == "\"\\\n\u{1}é😀")
    }

    @Test func prettyTextHasTwoSpacesForEachLevel() throws {
        let value: JSONValue = ["a": [1, [:]], "b": [], "c": nil]
        #expect(
            value.pretty == """
                {
                  "a": [
                    1,
                    {}
                  ],
                  "b": [],
                  "c": null
                }
                """
        )
        #expect(try JSONValue(parsing: value.pretty) == value)
    }

    @Test(arguments: [
        ("\u{FEFF}{}", "{}"), ("\n\r\n\t [1, 2,\n]", "[1,2]"), (#"{"a":1,}"#, #"{"a":1}"#),
        ("[NaN,Infinity,-Infinity]", "[null,null,null]"), (#""\ud83d\ude00""#, "\"😀\""),
        (#""a\ud83d""#, "\"a\u{FFFD}\""), (#""\ude00a\ud83db""#, "\"\u{FFFD}a\u{FFFD}b\""),
        (#""\ud83d\ud83d\ude00""#, "\"\u{FFFD}😀\""), (#""\u0041\/""#, "\"A/\""),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
    ])
    func readsWhatServersPrint(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: text).text == expected)
    }

    @Test(arguments: [
        "18446744073709551615", "-9223372036854775809", "0.70", "1.0", "1", "1.00", "1e2", "1E+2",
        "-0", "-0.0", "1e999", "-1e400", "1e-400", "0.1000000000000000055511151231257827",
        "1.8446744073709552e+19",
    ])
    func aNumberKeepsItsSpelling(number: String) throws {
        let text = "[\(number)]"
        let value = try JSONValue(parsing: text)
        #expect(value.text == text)
        #expect(value[0]?.double?.isFinite == true)
        #expect(try JSONValue(parsing: value.text) == value)
        #expect(JSONValue(number: number)?.text == number)
    }

    @Test func aSpelledNumberIsWorthWhatItSays() throws {
        let value = try JSONValue(parsing: "[0.70, 7.00, 18446744073709551615, -1e400, 1e30]")
        #expect(value.array?.map(\.double) == [0.7, 7, 0x1p64, -.greatestFiniteMagnitude, 1e30])
        #expect(value.array?.map(\.int) == [nil, 7, nil, nil, nil])
        #expect(value.array?.map(\.isWhole) == [false, true, true, true, true])
    }

    @Test(arguments: ["", "1 2", "0x10", "01", "+1", ".5", "NaN", "-Infinity", "\"1\"", "[1]"])
    func whatIsNoNumberIsNone(text: String) {
        #expect(JSONValue(number: text) == nil)
    }

    @Test(arguments: [
        "NaN", "Infinity", "[1,-Infinity]", #"{"a":NaN}"#, #""a\ud83d""#,
    ])
    func whatAPersonWroteIsNotChanged(text: String) {
        #expect(throws: Never.self) { try JSONValue(parsing: text) }
        #expect(throws: JSONProblem.self) { try JSONValue(written: text) }
    }

    @Test func aCommaTooManyChangesNothing() throws {
        #expect(
            try JSONValue(written: #" [1.50,{"a":"\ud83d\ude00",},] "#).text == #"[1.50,{"a":"😀"}]"#
        )
    }

    @Test(arguments: [
        ("[1,]", 3), (#"{"a":1,}"#, 7), ("[NaN]", 1), ("-Infinity", 0), ("\u{FEFF}{}", 0),
        (#"["a\ud83d"]"#, 2), (#"{"\ude00":1}"#, 2), (#""\ud83d\ud83d\ude00""#, 1),
    ])
    func strictlyOnlyTheStandardIsTaken(text: String, offset: Int) {
        #expect(throws: Never.self) { try JSONValue(parsing: text) }
        let problem = #expect(throws: JSONProblem.self) {
            try JSONValue(strictly: Array(text.utf8))
        }
        #expect(problem?.offset == offset)
    }

    @Test func strictlyTheStandardIsTaken() throws {
        let text = #" {"a": [1e2, "\ud83d\ude00\n\\ud83d", null, true], "a": {}} "#
        #expect(try JSONValue(strictly: Array(text.utf8)) == JSONValue(parsing: text))
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd, 0), ("{", .unexpectedEnd, 1), ("[1", .unexpectedEnd, 2),
            (#""a"#, .unexpectedEnd, 2), ("tru", .unexpectedEnd, 3), ("tru?", .unexpectedByte, 0),
            ("{,}", .unexpectedByte, 1), ("[1,,2]", .unexpectedByte, 3),
            ("[1 2]", .unexpectedByte, 3),
            (#"{"a" 1}"#, .unexpectedByte, 5), ("01", .textAfterValue, 1),
            ("{} x", .textAfterValue, 3),
            ("1.", .unexpectedEnd, 2), ("-x", .badNumber, 1), ("\"\n\"", .controlCharacter, 1),
            (#""\x""#, .badEscape, 1), (#""\u12g4""#, .badEscape, 1), ("[1}", .unexpectedByte, 2),
        ] as [(String, JSONProblem.Kind, Int)])
    func refusesWhatIsNoJSON(text: String, kind: JSONProblem.Kind, offset: Int) {
        let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: text) }
        #expect(problem?.kind == kind)
        #expect(problem?.offset == offset)
    }

    @Test func aProblemHasLineAndColumn() {
        let problem = #expect(throws: JSONProblem.self) {
            try JSONValue(parsing: "{\r\n \"a\":\n  ?}")
        }
        #expect(problem?.description == "line 3, column 3: unexpected character")
    }

    @Test func fiveHundredAndTwelveLevelsAreEnough() throws {
        let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        _ = try JSONValue(parsing: deep)
        let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: "[" + deep + "]") }
        #expect(problem?.kind == .tooDeep)
    }

    @Test func theLastOfTwoMembersCounts() throws {
        #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#)["a"] == 2)
    }

    @Test func membersCanBeSetReplacedAndRemoved() {
        var value: JSONValue = ["a": 1]
        value["b"] = 2
        value["a"] = 3
        #expect(value.text == #"{"a":3,"b":2}"#)
        value["a"] = nil
        #expect(value.text == #"{"b":2}"#)
    }

    @Test func infinityIsNeverPrinted() {
        #expect(JSONValue.array([.number(.infinity), .number(.nan)]).text == "[null,null]")
    }
}
