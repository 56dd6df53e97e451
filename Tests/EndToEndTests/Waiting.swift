import Testing

struct WaitedInVain: Error {}

/// Waits until something is so, and not for ever.
func eventually(
    _ what: String, within limit: Duration = .seconds(30), _ isSo: () async throws -> Bool,
    otherwise: () async -> String = { "" }
) async throws {
    let limit: ContinuousClock.Instant = .now + limit
    while try await !isSo() {
        guard .now < limit else {
            Issue.record("waited in vain for \(what)\n\(await otherwise())")
            throw WaitedInVain()
        }
        try await Task.sleep(for: .milliseconds(50))
    }
}
