import ChatCompletions
import Testing

/// Tool calls, in the pieces in which they come.
@Suite struct ToolOddityTests {
    private func calls(_ calls: String...) -> String {
        calls.map { chunk(#""tool_calls":[\#($0)]"#) }.joined() + done
    }

    private func call(_ members: String, name: String? = nil, _ arguments: String) -> String {
        let title = name.map { #""name":"\#($0)","# } ?? ""
        return #"{\#(members)"function":{\#(title)"arguments":\#(arguments)}}"#
    }

    // callWithoutIndex
    @Test func withoutAnIndexThePlaceInTheListStandsIn() {
        let two =
            call(#""id":"a","#, name: "f", #""{""#) + "," + call(#""id":"b","#, name: "g", #""{""#)
        let rest = call("", #""}""#) + "," + call("", #""}""#)
        reading(calls(two, rest)) {
            #expect($0.calls.map(\.arguments) == ["{}", "{}"])
            #expect($0.calls.map(\.id) == ["a", "b"])
        }
    }

    // callIndexAgain
    @Test func aNewIDIsANewCallThoughTheIndexIsTheSame() {
        reading(
            calls(
                call(#""index":0,"id":"a","#, name: "f", #""{}""#),
                call(#""index":0,"id":"b","#, name: "g", #""{""#),
                call(#""index":0,"#, #""}""#))
        ) {
            #expect($0.calls.map(\.name) == ["f", "g"])
            #expect($0.calls.map(\.arguments) == ["{}", "{}"])
        }
    }

    @Test(arguments: [
        ["read_file", "read_file"], ["read", "_file"], ["read_file", ""], ["", "read_file"],
        ["read", "read_file"],
    ])
    func aNameIsWrittenOnceHoweverItComes(pieces: [String]) {
        let parts = pieces.map { call(#""index":0,"id":"a","#, name: $0, #""""#) }
        reading(parts.map { chunk(#""tool_calls":[\#($0)]"#) }.joined() + done) {
            #expect($0.calls.map(\.name) == ["read_file"])
        }
    }

    // argumentsAsJSON
    @Test(arguments: [
        (#"{"a": [1, "x"]}"#, #"{"a":[1,"x"]}"#), ("null", ""), ("[]", "[]"), ("7", "7"),
    ])
    func argumentsThatAreNoTextAreWrittenAsJSON(arguments: String, expected: String) {
        reading(calls(call(#""index":0,"id":"a","#, name: "f", arguments))) {
            #expect($0.calls.map(\.arguments) == [expected])
        }
    }
}
