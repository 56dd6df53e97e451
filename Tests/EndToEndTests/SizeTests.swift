import Support
import Testing

extension EndToEnd {
    @Suite struct Sizes {
        @Test func aTinyWindowSaysSoAndTheWholeScreenComesBack() async throws {
            let screen = try await TmuxScreen()
            try await screen.type("还在这里")
            let before = try await screen.shows("› 还在这里")
            for (columns, rows) in [(80, 24), (41, 11), (20, 5), (1, 1), (20, 5), (300, 90)] {
                try await screen.resize(columns: columns, rows: rows)
            }
            try await screen.resize(columns: 20, rows: 5)
            try await screen.shows("40")
            try await screen.resize(columns: 120, rows: 40)
            try await screen.until("the screen as it was") { $0 == before }
        }
    }
}
