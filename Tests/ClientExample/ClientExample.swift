import ChatClient
import ChatCompletions
import Words

@main struct ClientExample {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let request = ChatRequest(
            provider: .generic, baseURL: arguments[1], model: arguments[2],
            messages: [Message(.user, arguments[3])])
        for await step in Client().send(request, key: nil, retries: .upTo(2)) {
            guard case .events(let events) = step else { continue }
            for case .read(let read) in events {
                let text = read.events.compactMap { $0.delta?.choices.first?.content }
                print(text.joined(), terminator: "")
            }
            if case .ended(let end)? = events.last { print(end.failure?.sentence.english ?? "") }
        }
    }
}
