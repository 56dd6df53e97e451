import PracticeProvider
import Words

/// The practice provider inside this process, started when it is first needed, one for all lanes.
actor PracticeHouse {
    private var server: Task<PracticeServer, any Error>?

    func baseURL() async throws -> String {
        let starting = server ?? Task { try await PracticeServer.start(language: Speech.language) }
        server = starting
        return try await starting.value.baseURL
    }

    /// One for as long as some work takes.
    static func open<Value: Sendable>(
        _ work: (PracticeHouse) async throws -> Value
    ) async throws -> Value {
        let house = PracticeHouse()
        do {
            let value = try await work(house)
            await house.close()
            return value
        } catch {
            await house.close()
            throw error
        }
    }

    private func close() async {
        await (try? server?.value)?.stop()
        server = nil
    }
}
