import Testing

@testable import ChatClient

@Suite struct PipeTests {
    /// The reader took everything between the pause and its being told.
    @Test func aPauseThatNobodyWouldEndIsToldAtOnce() async {
        let pipe = Pipe()
        #expect(!pipe.put(Delivery(), paused: true))
        let read = Delivery(bytes: [1], reads: [Delivery.Read(time: .now, end: 1)])
        #expect(pipe.put(read))
        #expect(await !pipe.next().makesRoom)
    }

    @Test func aPausedTransferIsResumedByItsReader() async {
        let pipe = Pipe()
        let read = Delivery(bytes: [1], reads: [Delivery.Read(time: .now, end: 1)])
        #expect(pipe.put(read, paused: true))
        #expect(await pipe.next().makesRoom)
    }
}
