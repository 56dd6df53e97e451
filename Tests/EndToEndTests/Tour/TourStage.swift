import Foundation
import Support
import Testing

/// Where a tour goes: a size of the screen and a language.
struct TourStage: Sendable, CustomTestStringConvertible {
    var columns: Int
    var rows: Int
    var language: String

    var name: String { "\(columns)x\(rows)-\(language)" }
    var testDescription: String { name }

    static let all = [(80, 24), (120, 40), (200, 60)].flatMap { columns, rows in
        ["en", "zh"].map { TourStage(columns: columns, rows: rows, language: $0) }
    }.filter { TourChoice.has($0.name) }
}

/// What is done on a tour, and what is there to be toured.
struct TourRow: Sendable, CustomTestStringConvertible {
    var name: String
    /// What a server of ours answers that is asked in place of the practice provider, and waits for.
    var scripts: (@Sendable ([Gate]) -> [[TestStep]])?
    /// Beside what all tours have.
    var environment: [String: String] = [:]
    var walk: @Sendable (Tour) async throws -> Void

    var testDescription: String { name }

    static let all = [
        markdown, turns, answers, composer, variables, systemPrompts, practice, selecting,
    ].filter { TourChoice.has($0.name) }
}

/// `TOUR=turns,80x24-zh` goes on these tours only.
enum TourChoice {
    private static let names =
        ProcessInfo.processInfo.environment["TOUR"]?.split(separator: ",").map(String.init) ?? []

    static func has(_ name: String) -> Bool {
        let isRow = name.allSatisfy { !$0.isNumber }
        let names = names.filter { $0.allSatisfy { !$0.isNumber } == isRow }
        return names.isEmpty || names.contains(name)
    }
}
