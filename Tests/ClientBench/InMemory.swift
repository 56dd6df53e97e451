import ChatCompletions
import Foundation
import Glibc

/// How fast bytes become events, and events an answer, without a socket.
enum InMemory {
    private static let count = 100_000

    /// - Parameter word: which streams, by what their names have.
    static func measure(only word: String) {
        let streams = [SampleStream.english, SampleStream.chinese, SampleStream.reasoning].map {
            $0(count)
        }.filter { word.isEmpty || $0.name.contains(word) }
        for stream in streams {
            let size = Double(stream.byteCount) / 1e6
            Main.report(
                "event stream, \(stream.name)",
                size / seconds { decode(stream) },
                size / seconds { split(stream) }
            )
        }
        for stream in streams {
            let lines = chunks(of: stream, 10_000)
            Main.report(
                "decoder, JSON and fold, \(stream.name)",
                Double(stream.count) / seconds { fold(stream, .event) },
                Double(lines.count) / seconds { parse(lines) }
            )
            Main.report(
                "the same, an event for a read, \(stream.name)",
                Double(stream.count) / seconds { fold(stream, .read) },
                0
            )
        }
    }

    /// Seconds of this thread on a processor: the median of some rounds.
    private static func seconds(_ work: () -> Void) -> Double {
        let times = (0..<7).map { _ in
            let start = processorTime
            work()
            return processorTime - start
        }
        return times.sorted()[times.count / 2]
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func decode(_ stream: SampleStream) {
        var decoder = EventStreamDecoder()
        var events = 0
        for piece in stream.pieces { events += decoder.feed(piece).count }
        precondition(events == stream.count + 2)
    }

    /// The floor: where the lines end, and nothing else.
    private static func split(_ stream: SampleStream) {
        var lines = 0
        for piece in stream.pieces {
            piece.withUnsafeBytes { bytes in
                guard var place = bytes.baseAddress else { return }
                let end = place + bytes.count
                while let found = memchr(place, 0x0A, end - place) {
                    lines += 1
                    place = UnsafeRawPointer(found) + 1
                }
            }
        }
        precondition(lines == 2 * (stream.count + 2))
    }

    private static func fold(_ stream: SampleStream, _ grain: AnswerGrain) {
        var reader = AnswerReader(
            streamRequested: true, status: 200, headers: [], url: "", grain: grain)
        var answer = Answer()
        for piece in stream.pieces {
            for event in reader.read(piece, at: .zero) {
                if let delta = event.delta { answer.add(delta) }
            }
        }
        precondition(reader.isWhole && answer == reader.answer)
    }

    /// For comparison: Foundation's JSON alone, the chunks already found.
    private static func parse(_ chunks: [Data]) {
        let objects = chunks.compactMap { try? JSONSerialization.jsonObject(with: $0) }
        precondition(objects.count == chunks.count)
    }

    private static func chunks(of stream: SampleStream, _ count: Int) -> [Data] {
        let lines = stream.pieces.joined().split(separator: 0x0A).prefix(count)
        return lines.map { Data($0.dropFirst("data: ".utf8.count)) }
    }
}
