import ChatCompletions
import Conversations
import Corpora
import Foundation
import ScreenKit
import Support
import Testing
import Workbench

/// However the bytes of a stream are cut, the Markdown that it brought looks the same in the end.
@Suite struct MarkdownCutReliability {
    /// Every byte with `make torture`.
    private static let step = ProcessInfo.processInfo.environment["FADER_TORTURE"] == nil ? 23 : 1

    @Test(arguments: MarkdownAnswers.all.indices)
    func aStreamThatIsCutAnywhereEndsAsIfItHadComeAtOnce(number: Int) throws {
        let stream = try Stream(of: MarkdownAnswers.all[number])
        let whole = stream.screen([stream.bytes])
        #expect(whole != stream.screen([]))
        #expect(stream.screen(cut(stream.bytes, by: 1)) == whole)
        // The longest has one sentence after the other.
        let step = max(Self.step, stream.bytes.count / 4_000 * 67)
        for place in Swift.stride(from: 1 + number % step, to: stream.bytes.count, by: step) {
            #expect(stream.screen(cut(stream.bytes, at: [place])) == whole, "cut at \(place)")
        }
    }
}

/// A workbench that has asked, and the stream that answers it.
private struct Stream {
    let bytes: [UInt8]
    private let bench = TestBench(Size(rows: 60, columns: 60))
    private let sent: State
    private let start: ExchangeStart

    init(of answer: String) throws {
        let scalars = Array(answer.unicodeScalars)
        let chunks = Swift.stride(from: 0, to: scalars.count, by: 150).map { place in
            let part = scalars[place..<min(scalars.count, place + 150)]
            return Chunk.content(String(String.UnicodeScalarView(part)))
        }
        bytes = Array((chunks.joined() + Chunk.finish() + Chunk.done).utf8)
        bench.send("go")
        bench.press("<a-2>", "<a-z>")
        (sent, start) = (bench.state, try #require(bench.starts.first))
    }

    func screen(_ reads: [[UInt8]]) -> Grid {
        bench.state = sent
        var script = AnswerScript(start, at: bench.state.around.now)
        for (number, bytes) in reads.enumerated() {
            let events = script.perform(.read(bytes, at: .seconds(0.5)))
            bench.respond(to: .exchange(start.exchange, events))
            if number == 0 { _ = bench.frame }
        }
        let events = script.perform(.end(nil, at: .seconds(1)))
        bench.respond(to: .exchange(start.exchange, events))
        return bench.frame.grid
    }
}
