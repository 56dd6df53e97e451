import ChatCompletions
import GRDB

/// What one commit writes of one exchange.
struct Portion: Sendable {
    var beginning: Beginning?
    var request: SentRequest?
    var head: ResponseHead?
    var blocks: [WireBlock] = []
    var pieces: [Piece] = []
    var closing: Closing?

    /// This portion, which could not be written, and what came after it.
    func followed(by later: Portion) -> Portion {
        var whole = self
        whole.beginning = beginning ?? later.beginning
        whole.request = later.request ?? request
        whole.head = later.head ?? head
        whole.blocks += later.blocks
        whole.pieces += later.pieces
        whole.closing = later.closing ?? closing
        return whole
    }

    /// Writes it. An exchange that is not there any more, its session having been deleted, takes
    /// nothing.
    func write(to id: ExchangeID, _ db: Database) throws {
        try beginning?.store(db)
        guard let number = try db.number("SELECT number FROM exchange WHERE id = ?", [id.rawValue])
        else { return }
        if let request { try Self.write(request, to: number, db) }
        if let head {
            try db.run(
                "UPDATE exchange SET head = ? WHERE number = ?",
                [Form.head(head).text, number]
            )
        }
        for block in blocks { try block.store(of: number, db) }
        if let closing {
            try closing.write(to: number, db)
        } else {
            for piece in pieces { try piece.store(of: number, db) }
        }
    }

    private static func write(
        _ request: SentRequest, to exchange: Int, _ db: Database
    ) throws {
        try db.run(
            "UPDATE exchange SET request = ?, request_body = coalesce(?, x'') WHERE number = ?",
            [Form.request(request).text, Binding.bytes(request.body), exchange]
        )
    }
}

extension Library {
    /// Writes portions in one transaction. What contradicts the library, such as an exchange whose
    /// session was deleted before its begin could be saved, is left out, so that it does not hold
    /// up the rest.
    ///
    /// - Returns: what was left out, and why.
    func write(
        _ portions: [(ExchangeID, Portion)]
    ) async throws(LibraryProblem) -> [ExchangeID: LibraryProblem] {
        try await write(inBackground: { db in
            var refused: [ExchangeID: LibraryProblem] = [:]
            for (id, portion) in portions {
                do {
                    try db.inSavepoint {
                        try portion.write(to: id, db)
                        return .commit
                    }
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    refused[id] = LibraryProblem(error)
                }
            }
            return refused
        })
    }
}
