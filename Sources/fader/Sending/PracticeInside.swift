import ChatCompletions
import PracticeProvider

/// The practice provider inside this process, for as long as a request takes.
enum PracticeInside {
    /// Sends; when nobody named another server, to a practice provider of its own.
    static func lend(to sending: Sending, if isNeeded: Bool) async throws -> Bool {
        guard isNeeded else { return try await sending.run() }
        let server = try await PracticeServer.start(language: Speech.language)
        var sending = sending
        sending.request.baseURL = server.baseURL
        do {
            let isDone = try await sending.run()
            await server.stop()
            return isDone
        } catch {
            await server.stop()
            throw error
        }
    }
}
