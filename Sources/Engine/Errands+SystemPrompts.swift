import ChatCompletions
import Conversations
import Sending
import SessionLibrary
import Words
import Workbench

/// System prompts that are kept under names.
extension Errands {
    func listSystemPrompts() async {
        let found = await read(.theSystemPrompts) { archive throws(LibraryProblem) in
            try await archive.systemPrompts()
        }
        if let found { mailbox.post(.systemPrompts(found)) }
    }

    func keep(_ prompt: NamedPrompt) async {
        let text = world.hidingKeys(Draft(prompt: prompt.text)).prompt
        let hidden = NamedPrompt(name: prompt.name, text: text)
        await change { archive throws(LibraryProblem) in try await archive.keep(hidden) }
    }

    func forget(systemPrompt name: String) async {
        await change { archive throws(LibraryProblem) in
            try await archive.forget(systemPrompt: name)
        }
    }

    private func change(_ work: (Archive) async throws(LibraryProblem) -> Void) async {
        do throws(LibraryProblem) {
            try await work(world.archive)
        } catch {
            mailbox.post(.notice(Notice(.systemPromptsNotKept(error), isError: true)))
        }
    }
}
