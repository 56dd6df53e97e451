import ChatCompletions
import Testing
import Words

/// Each answer without a text says why.
@Suite struct AnswerRemarkTests {
    private func choice(_ change: (inout Choice) -> Void) -> Choice {
        var choice = Choice(index: 0)
        choice.finishReason = "stop"
        change(&choice)
        return choice
    }

    private func sentences(_ change: (inout Choice) -> Void) -> [String] {
        choice(change).remarks.map(\.sentence.english)
    }

    @Test func aTextNeedsNoRemark() {
        #expect(sentences { $0.content = "Hi" } == [])
        #expect(sentences { $0.toolCalls = [ToolCall(id: "", name: "f", arguments: "")] } == [])
        let cut = sentences {
            $0.content = "Hi"
            $0.finishReason = "length"
        }
        #expect(cut == ["The answer was cut at the longest length allowed."])
    }

    @Test func everySilenceHasItsSentence() {
        #expect(sentences { _ in } == ["The answer is empty: the model stopped at once (stop)."])
        #expect(sentences { $0.content = " \n" }.count == 1)
        #expect(
            sentences { $0.finishReason = nil } == [
                "The answer is empty: nothing came but its end."
            ])
        #expect(sentences { $0.refusal = "No." } == ["The model refused."])
        #expect(sentences { $0.finishReason = "content_filter" }.first?.contains("filter") == true)
        let broken = sentences {
            $0.content = "Hi"
            $0.finishReason = "content_filter"
        }
        #expect(broken == ["The service's filter broke the answer off."])
        let thinking = sentences {
            $0.reasoning = "Hm"
            $0.finishReason = "length"
        }
        #expect(thinking.first?.hasSuffix("raise max_tokens.") == true)
        #expect(sentences { $0.reasoning = "Hm" }.first?.contains("all thinking") == true)
        let pictures = sentences { $0.attachments = Attachments(pictures: 2, sounds: 1) }
        #expect(pictures.first?.contains("is 2 pictures and 1 sound,") == true)
        let picture = sentences {
            $0.content = "Look:"
            $0.attachments.pictures = 1
        }
        #expect(picture.first?.hasSuffix("the response has it.") == true)
        let filtered = sentences {
            $0.attachments.pictures = 1
            $0.finishReason = "content_filter"
        }
        #expect(filtered.count == 2)
    }

    /// A failure says why there is no more; a refusal that had come is one all the same.
    @Test func anAnswerThatFailedIsNotCalledEmpty() {
        #expect(choice { $0.finishReason = nil }.remarks(isWhole: false) == [])
        #expect(choice { $0.reasoning = "Hm" }.remarks(isWhole: false) == [])
        #expect(choice { $0.refusal = "No" }.remarks(isWhole: false) == [.refused])
    }
}
