import Corpora
import Testing

@testable import ChatCompletions

@Suite struct InflaterTests {
    private static let text = String(repeating: "data: 你好 hello hello hello\n", count: 40)

    /// Made with zlib: dynamic codes in zlib's wrapping and raw, fixed codes, literals only,
    /// stored, two gzip members with a name and padding.
    @Test(arguments: [
        (
            Inflater.Format.zlib, text,
            "eNpLSSxJtFJ4snfB06V7FTJSc3LykUmulFHpUelR6VHpoSYNAAzUDW8="
        ),
        (.raw, text, "S0ksSbRSeLJ3wdOlexUyUnNy8pFJrpRR6VHpUelR6aEmDQA="),
        (
            .raw, String(text.prefix(172)),
            "BcFBDQAhEAPA/6moDtxsQpM+mvSDID7IWDfg42ZmrRq4vd9piHYg2oFo55u1auD2fqch2oFoB6Kdb9aqgdv7nYZo"
                + "B6IdiHa+WasGbu93GqIdiHYg2vlmrRq4vd9piHYg2oFo55u1auD2fqch2oFoB6Kdb9aqgdv7nYZ+"
        ),
        (
            .raw, "stored blockstored blockstored block",
            "ASQA2/9zdG9yZWQgYmxvY2tzdG9yZWQgYmxvY2tzdG9yZWQgYmxvY2s="
        ),
        (
            .gzip, "one two",
            "H4sICAAAAAAC/25hbWUudHh0AMvPS1UAAElhrCMEAAAAH4sIAAAAAAAC/yspzwcAZorKEQMAAAAAAAA="
        ),
    ])
    func whatWasCompressedComesBack(format: Inflater.Format, expected: String, base64: String)
        throws
    {
        for pieces in cuttings(bytes(.string(base64))) {
            var inflater = Inflater(format, limit: 1 << 20)
            var output: [UInt8] = []
            for piece in pieces { try inflater.feed(piece, into: &output) }
            #expect(String(decoding: output, as: UTF8.self) == expected)
        }
    }

    /// Whether a body called deflate is compressed at all was once decided by as many bytes as the
    /// first read happened to have: the first two of these could be text.
    @Test func rawDeflateIsToldFromTextHoweverItIsCut() {
        let body = bytes(.string("S0ksSbRSeLJ3wdOlexUyUnNy8pFJrpRR6VHpUelR6aEmDQA="))
        let headers = [Header("Content-Encoding", "deflate")]
        for pieces in cuttings(body) {
            let reading = Reading(headers: headers, pieces)
            // Lines of data without a blank one: an event stream, and no plain text.
            #expect(reading.ending.failure?.kind == .truncated)
        }
        for pieces in cuttings(Array("data: [DONE]\n\n".utf8)) {
            #expect(Reading(headers: headers, pieces).ending.done == true)
        }
    }

    @Test func aBombStopsAtTheLimit() throws {
        // 300,000 times the letter a.
        let start = bytes("7cEBDQAAAMKgrO9fwh4OKAAA")
        var inflater = Inflater(.raw, limit: 1000)
        let problem = #expect(throws: InflateProblem.self) {
            var output: [UInt8] = []
            for _ in 0..<10 {
                try inflater.feed(start + [UInt8](repeating: 0, count: 200), into: &output)
            }
        }
        #expect(problem?.kind == .tooLong)
        #expect((problem?.before.count ?? 2000) <= 1000)
    }

    @Test func damagedBytesAreAProblemAndNeverATrap() {
        var numbers = Numbers(state: 3)
        let good = bytes("eNpLSSxJtFJ4snfB06V7FTJSc3LykUmulFHpUelR6VHpoSYNAAzUDW8=")
        var problems = 0
        for _ in 0..<3000 {
            var bad = good
            for _ in 0...(numbers.next() % 3) {
                bad[Int(numbers.next() % UInt64(bad.count))] = UInt8(
                    truncatingIfNeeded: numbers.next())
            }
            var inflater = Inflater(.zlib, limit: 1 << 16)
            var output: [UInt8] = []
            do { try inflater.feed(bad, into: &output) } catch { problems += 1 }
        }
        #expect(problems > 100)
    }
}

extension Inflater {
    /// Takes bytes and adds all that they become.
    mutating func feed(_ bytes: [UInt8], into output: inout [UInt8]) throws(InflateProblem) {
        add(bytes)
        while case let portion = try next(), !portion.isEmpty { output += portion }
    }
}
