package import Conversations
package import SessionLibrary

/// System prompts that are kept under names. Without a library they last as long as the program.
extension Archive {
    package func keep(_ prompt: NamedPrompt) throws(LibraryProblem) {
        try library?.keep(prompt)
    }

    package func forget(systemPrompt name: String) throws(LibraryProblem) {
        try library?.forget(systemPrompt: name)
    }
}
