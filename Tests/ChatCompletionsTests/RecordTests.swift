import ChatCompletions
import Corpora
import Testing

/// A record is read as its bytes were read the first time.
@Suite struct RecordTests {
    /// An exchange, its events, and what is on record of it.
    private struct Recorded {
        var record: ExchangeRecord
        var reads: [WireRead] = []
        var events: [ExchangeEvent]

        init(_ example: ExchangeCase, _ pieces: [[UInt8]]) {
            let body = example.streams ? #"{"messages":["stream"],"stream": true}"# : "{}"
            let request = SentRequest(
                started: Timestamp(milliseconds: 1), method: "POST", url: "http://a.example/v1",
                headers: [], body: Array(body.utf8))
            let head = ResponseHead(
                time: .milliseconds(5), version: "HTTP/1.1", status: example.status, reason: "",
                headers: example.headers)
            record = ExchangeRecord(request: request, head: head)
            events = [.request(request), .head(head)]
            read(pieces, example)
        }

        private mutating func read(_ pieces: [[UInt8]], _ example: ExchangeCase) {
            var reader = AnswerReader(
                streamRequested: example.streams, status: example.status, headers: example.headers,
                url: "http://a.example/v1")
            for (number, piece) in pieces.enumerated() {
                let time = Duration.milliseconds(10 + number)
                reads.append(WireRead(time: time, bytes: piece))
                let meaning = reader.read(piece, at: time)
                events.append(.read(WireRead(time: time, bytes: piece, events: meaning)))
            }
            let ending = reader.end(transportFailure: example.transportFailure, at: .seconds(60))
            if !ending.events.isEmpty {
                events.append(.read(WireRead(time: .seconds(60), bytes: [], events: ending.events)))
            }
            var end = ExchangeEnd(
                failure: ending.failure, done: ending.done, skipped: ending.skipped,
                requestID: ending.requestID)
            end.timings.completed = .seconds(60)
            record.end = end
            end.oddities = reader.oddities
            events.append(.ended(end))
        }

        /// Its events again, so many reads at a time.
        func again(_ count: Int, _ see: (RecordReader) -> Void = { _ in }) -> [ExchangeEvent] {
            var reader = RecordReader(record)
            var events: [ExchangeEvent] = []
            while !reader.isOver {
                see(reader)
                if reader.needsReads {
                    reader.take(Array(reads.dropFirst(reader.nextRead).prefix(count)))
                }
                events += reader.next()
            }
            return events
        }

        /// What the events of so many reads come to.
        func answer(after count: Int) -> Answer {
            var answer = Answer()
            for case .read(let read) in events.prefix(2 + count) {
                for delta in read.events.compactMap(\.delta) { answer.add(delta) }
            }
            return answer
        }
    }

    @Test(arguments: Corpus.exchanges)
    func theEventsAreTheSame(example: ExchangeCase) {
        for pieces in cuttings(example.body) {
            let recorded = Recorded(example, pieces)
            for count in [1, 64] { #expect(recorded.again(count) == recorded.events) }
        }
    }

    @Test(arguments: Corpus.exchanges)
    func anyMomentIsReachedFromACheckpoint(example: ExchangeCase) {
        let recorded = Recorded(example, cut(example.body, by: 700))
        var checkpoints = Checkpoints(limit: 1 << 20, distance: 1000)
        _ = recorded.again(1) { checkpoints.offer($0) }
        for count in stride(from: 0, through: recorded.reads.count, by: 3) {
            var reader = checkpoints.latest(upToRead: count) ?? RecordReader(recorded.record)
            #expect(reader.nextRead <= count)
            reader.advance(to: count) { Array(recorded.reads.dropFirst($0).prefix(2)) }
            #expect(reader.answer == recorded.answer(after: count))
        }
    }

    @Test func checkpointsAreFewHoweverLongTheRecord() {
        let long = text(String(repeating: "0123456789", count: 100))
        let body = Array(String(repeating: long, count: 1000).utf8)
        var reader = RecordReader(ExchangeRecord(head: .fine))
        var checkpoints = Checkpoints(limit: 1 << 21)
        var most = 0
        _ = reader.next()
        for (number, piece) in cut(body, by: 4096).enumerated() {
            reader.take([WireRead(time: .milliseconds(number), bytes: piece)])
            while !reader.needsReads { _ = reader.next() }
            checkpoints.offer(reader)
            most = max(most, checkpoints.count)
        }
        #expect((2...20).contains(most))
        let late = checkpoints.latest(upTo: .milliseconds(200))
        let early = checkpoints.latest(upTo: .milliseconds(1))
        #expect(late.map { $0.nextRead <= 201 && $0.nextRead > 50 } == true)
        #expect(early == nil)
        #expect(late?.answer.choices.first?.content.isEmpty == false)
    }

    @Test(arguments: [
        ("{}", false), (#"{"stream":true}"#, true), (#"{"stream": false}"#, false), ("", false),
        (#"{"messages":[{"stream":true}],"n":1}"#, false), (#"{"a":{},"stream" : true }"#, true),
        ("[true]", false), (#"{"stream":"#, false),
    ])
    func whetherAStreamWasAskedForIsInTheBody(body: String, streams: Bool) {
        let request = SentRequest(
            started: Timestamp(milliseconds: 0), method: "POST", url: "", headers: [],
            body: Array(body.utf8))
        #expect(request.asksForStream == streams)
    }

    @Test func whatNeverBeganEndsAtOnce() {
        let end = ExchangeEnd(failure: Failure(.transport, "no route", phase: .connect))
        var reader = RecordReader(ExchangeRecord(end: end))
        #expect(reader.next() == [.ended(end)])
        #expect(reader.isOver)
        #expect(reader.next() == [])
    }
}

extension ResponseHead {
    static let fine = ResponseHead(
        time: .zero, version: "HTTP/1.1", status: 200, reason: "OK",
        headers: [Header("content-type", "text/event-stream")])
}
