import ChatCompletions
import GRDB

extension Library {
    /// What was asked in all sessions, the newest first, each text once, as it was written: for a
    /// history of prompts.
    ///
    /// ```swift
    /// let history = try library.prompts(limit: 2_000)
    /// ```
    ///
    /// - Parameters:
    ///   - limit: how many turns are looked at, from the newest on.
    ///   - bytes: how long the texts may be together; the one that goes beyond it is the last.
    public func prompts(
        limit: Int, bytes: Int = 4 << 20
    ) throws(LibraryProblem) -> [String] {
        var read = PromptReading(limit: limit, bytes: bytes)
        try run(&read)
        return read.prompts
    }
}

/// Reads prompts from the newest turn on.
private struct PromptReading: SteppedRead {
    private(set) var prompts: [String] = []
    private var seen: Set<String> = []
    private var last = Int.max
    private var left: Int
    private var room: Int

    init(limit: Int, bytes: Int) {
        left = limit
        room = bytes
    }

    func part(_ db: Database, rows: Int) throws -> [(number: Int, prompt: String)] {
        try db.rows(
            """
            SELECT number, coalesce(template, content) AS prompt FROM turn WHERE number < ? AND role = 'user'
                AND deleted IS NULL
            ORDER BY number DESC LIMIT ?
            """, [last, min(rows, left)]
        ) { (try $0.integer("number"), try $0.text("prompt")) }
    }

    mutating func take(_ part: [(number: Int, prompt: String)]) -> Bool {
        for (number, prompt) in part {
            last = number
            left -= 1
            guard room > 0, !prompt.allSatisfy(\.isWhitespace), seen.insert(prompt).inserted else {
                continue
            }
            room -= prompt.utf8.count
            prompts.append(prompt)
        }
        return part.isEmpty || left == 0 || room <= 0
    }
}
