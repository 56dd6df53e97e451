import Corpora
import Testing

@testable import ChatCompletions

@Suite struct ModelListTests {
    private static let documents = [
        #"{"object":"list","data":[{"id":"a","object":"model"},{"id":"b"}]}"#,
        #"[{"id":"a"},"b",{"name":"c"},7,null,{"id":3},{"id":"d","id":"e"}]"#,
        #"{"data":[{"id":"old"}],"data":[{"id":"n\u0065w"}]}"#, #"{"data":{"id":"a"}}"#,
        #"{"error":{"message":"no"}}"#, #"{"data":[]}"#, "[]", "7", "\"a\"", "{", "", "[{}]x",
        #"{"d\u0061ta":[{"\u0069d":"x"}]}"#, #"{"data":[["id","a"]],"x":[{"id":"y"}]}"#,
    ]

    /// The same by way of a tree.
    private func judged(_ text: String) -> [String]? {
        guard let document = try? JSONValue(parsing: text) else { return nil }
        let list = document["data"]?.array ?? document.array
        return list?.compactMap { $0["id"]?.string ?? $0.string }
    }

    @Test(arguments: documents)
    func theNamesAreThoseOfTheTree(text: String) {
        #expect((try? ModelList.names(in: Array(text.utf8))) == judged(text))
    }

    @Test func moreThanAnyServiceHasAreRefused() throws {
        func list(_ count: Int) -> [UInt8] {
            Array(
                (#"{"data":["# + [String](repeating: "\"m\"", count: count).joined(separator: ",")
                    + "]}").utf8)
        }
        #expect(try ModelList.names(in: list(1 << 16)).count == 1 << 16)
        #expect(throws: ModelList.Problem.tooLong) { try ModelList.names(in: list(1 << 17)) }
    }
}
