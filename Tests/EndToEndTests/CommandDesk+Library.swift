import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

/// What the library holds.
extension CommandDesk {
    func openLibrary() throws -> Library { try Library.open(at: library.path) }

    func latestSession() throws -> Session {
        let library = try openLibrary()
        let newest = try #require(try library.sessions(limit: 1).first)
        return try #require(try library.session(newest.id))
    }

    func onlyExchange() throws -> StoredExchange {
        let exchanges = try openLibrary().exchanges(of: latestSession().id)
        try #require(exchanges.count == 1)
        return exchanges[0]
    }
}
