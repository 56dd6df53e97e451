import ChatCompletions
import Testing
import Words

@testable import SessionLibrary

/// A failure in the library is a fact, read in whatever language; what was stored as a sentence is
/// read as it was said.
struct FailureStorageTests {
    private static let failures: [Failure] = {
        var cut = Failure(.truncated, .init(.broken), said: "reset", status: 200, phase: .empty)
        cut.cause?.cameBeforeFirstWord = true
        return [
            Failure(.transport, .init(.refused, at: "here:1", isProxy: true), phase: .connect),
            Failure(.transport, .init(.connectTimeout, at: "here:1", limit: 15_000), said: "curl"),
            Failure(.malformed, .init(.noJSON, at: "1:2", detail: "badNumber"), status: 200),
            Failure(
                .transport, .init(told: Phrase(english: "no key", chinese: "没有密钥")), phase: .key),
            cut, Failure(.api, "no such model", status: 404, code: "model_not_found"),
        ]
    }()

    @Test(arguments: failures)
    func whatIsStoredComesBack(failure: Failure) {
        #expect(Form.failure(Form.failure(failure)) == failure)
    }

    @Test func peopleAndOlderVersionsFindItInEnglish() {
        let stored = Form.failure(Self.failures[0])
        #expect(
            stored["message"]?.string == "nothing answers at the proxy here:1: connection refused")
    }

    @Test func whatAnOlderVersionStoredIsReadAsItWasSaid() {
        let failure = Form.failure([
            "kind": "truncated", "message": "The answer ended without [DONE].", "status": 200,
        ])
        #expect(failure.cause == nil)
        #expect(failure.said == "The answer ended without [DONE].")
        #expect(
            failure.sentence.chinese == "回答中断，已收到的部分保留：The answer ended without [DONE].")
    }

    @Test func aCauseOfANewerVersionIsReadAsItWasSaid() {
        let failure = Form.failure([
            "kind": "transport", "message": "the moon was in the way",
            "cause": ["name": "moon", "subject": "new"],
        ])
        #expect(failure.cause == nil)
        #expect(failure.message == "the moon was in the way")
    }
}
