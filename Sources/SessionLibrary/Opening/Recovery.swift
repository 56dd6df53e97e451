import ChatCompletions
import Conversations
import GRDB

/// What is done about answers that were arriving when their process ended, and about what it had
/// deleted, which goes.
///
/// They become interrupted, and keep their text as far as it had come. Those of a process that
/// lives are left alone: another workbench is at work on them.
enum Recovery {
    static func isNeeded(_ db: Database) throws -> Bool {
        try !Owner.dead(db).isEmpty
    }

    static func run(_ db: Database, _ spools: Spools) throws {
        for owner in try Owner.dead(db) {
            let exchanges = try db.rows("SELECT number FROM exchange WHERE owner = ?", [owner]) {
                try $0.integer("number")
            }
            for exchange in exchanges {
                // What the spool adds has bytes only: the answer is read from all of them again.
                let answer =
                    try spools.complete(exchange, db)
                    ? try StoredExchange.answer(of: exchange, db)
                    : try Piece.answer(of: exchange, db)
                try Closing(interrupted: answer).write(to: exchange, db)
            }
            try db.run(
                "UPDATE turn SET state = 'interrupted', owner = NULL WHERE owner = ?",
                [owner]
            )
            try Deletions.erase(those: owner, db)
            try db.run("DELETE FROM owner WHERE number = ?", [owner])
        }
    }
}
