import Foundation
import Testing

/// What one tour showed, step by step, held against what is on record.
///
/// With `RECORD=1` in the environment it is put on record anew, and the test fails.
struct TourRecord {
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    private let file: URL
    private let recorded: [String]
    private var steps: [String] = []
    /// The rows of the screen that was seen last.
    private var before: [Substring] = []
    private var faults = 0

    init(_ name: String) throws {
        file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Transcripts/\(name).txt")
        recorded = Self.isRecording ? [] : try Self.steps(in: file)
    }

    private static let mark = "=== "

    private static func steps(in file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n" + mark)
            .map { $0.hasPrefix(mark) ? String($0.dropFirst(mark.count)) : $0 }
    }

    /// Looks until the screen is as on record, or, where it is put on record, until it rests.
    mutating func step(
        _ deed: String, _ location: SourceLocation, _ look: () async throws -> TourView
    ) async throws {
        let view = try await Self.isRecording ? resting(look) : looking(deed, look)
        let seen = text(deed, view)
        before = view.rows
        steps.append(seen)
        guard !Self.isRecording, !Self.isSame(seen, wanted(steps.count - 1)) else { return }
        faults += 1
        Issue.record(difference(seen, wanted(steps.count - 1)), sourceLocation: location)
    }

    private func wanted(_ step: Int) -> String { step < recorded.count ? recorded[step] : "" }

    private func looking(
        _ deed: String, _ look: () async throws -> TourView
    ) async throws -> TourView {
        // Who has seen that the two differ need not wait as long for the next difference.
        let limit = ContinuousClock.now + .seconds(faults == 0 ? 10 : 1)
        var view = try await look()
        while !Self.isSame(text(deed, view), wanted(steps.count)), .now < limit {
            try await Task.sleep(for: .milliseconds(50))
            view = try await look()
        }
        return view
    }

    /// What has changed: of three rows and more that are as before it is said how many they are.
    private func text(_ deed: String, _ view: TourView) -> String {
        var (lines, same): ([String], [Substring]) = ([], [])
        for (number, row) in view.rows.enumerated() {
            if number < before.count, before[number] == row {
                same.append(row)
            } else {
                lines += Self.shortened(same) + [String(row)]
                same = []
            }
        }
        lines += Self.shortened(same)
        return "\(deed) · \(view.cursor)\n" + lines.joined(separator: "\n")
    }

    private static func shortened(_ rows: [Substring]) -> [String] {
        rows.count < 3 ? rows.map(String.init) : ["⋮ \(rows.count) rows as before"]
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.trimmingCharacters(in: .newlines) == other.trimmingCharacters(in: .newlines)
    }

    /// Nothing tells that nothing more will come: it has rested for some looks.
    private func resting(_ look: () async throws -> TourView) async throws -> TourView {
        var (seen, times) = (try await look(), 0)
        while times < 5 {
            try await Task.sleep(for: .milliseconds(80))
            let now = try await look()
            times = now == seen ? times + 1 : 0
            seen = now
        }
        return seen
    }

    /// To be called at the end: whether there were as many steps, or what is put on record.
    func check() throws {
        guard Self.isRecording else {
            #expect(steps.count == recorded.count, "\(file.lastPathComponent)")
            return
        }
        let text = steps.map { Self.mark + $0 }.joined(separator: "\n")
        try Data((text + "\n").utf8).write(to: file)
        Issue.record("Put on record: \(file.lastPathComponent). Read it.")
    }

    private func difference(_ seen: String, _ wanted: String) -> Comment {
        let (old, new) = (
            wanted.components(separatedBy: "\n"), seen.components(separatedBy: "\n")
        )
        let lines = (0..<max(old.count, new.count)).compactMap { number -> String? in
            let pair = [old, new].map { number < $0.count ? $0[number] : "" }
            return pair[0] == pair[1] ? nil : "- \(pair[0])\n+ \(pair[1])"
        }
        let name = "\(file.lastPathComponent), step \(steps.count)"
        return Comment(rawValue: "\(name):\n" + lines.prefix(8).joined(separator: "\n"))
    }
}
