import ChatCompletions
import Conversations
import Foundation
import GRDB

/// Reads the columns of a row from left to right. A value that does not fit is a damaged library,
/// not a trap.
struct RowReader {
    private let row: Row
    private var place = 0

    init(_ row: Row) { self.row = row }

    private mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>()
        throws -> Value
    {
        defer { place += 1 }
        return try row.decode(Value.self, atIndex: place)
    }

    mutating func integer() throws -> Int { try next() }
    mutating func bytes() throws -> [UInt8] { try Array(next() as Data) }
    mutating func bytesIfAny() throws -> [UInt8]? { try (next() as Data?).map { Array($0) } }

    // SQLite gives the bytes of a text whole, also those after a NUL.
    mutating func text() throws -> String { try String(decoding: next() as Data, as: UTF8.self) }

    mutating func textIfAny() throws -> String? {
        try (next() as Data?).map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func time() throws -> Timestamp { try Timestamp(stored: next()) }

    /// A number of things.
    mutating func count() throws -> Int {
        let count = try integer()
        guard Stored.counts.contains(count) else {
            throw LibraryProblem(.damaged, .noCount(count))
        }
        return count
    }

    mutating func json() throws -> JSONValue { try JSONValue(stored: bytes()) }
    mutating func jsonIfAny() throws -> JSONValue? {
        try bytesIfAny().map { try JSONValue(stored: $0) }
    }

    mutating func state() throws -> Turn.State {
        let word = try text()
        guard let state = Turn.State(rawValue: word) else {
            throw LibraryProblem(.damaged, .unknownState(word))
        }
        return state
    }
}

/// What a stored number may be, so that whoever reckons with it need not ask.
enum Stored {
    /// The years from 1 to 9999, in milliseconds since 1970.
    static let times: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999
    static let counts = 0...(1 << 53)
    /// Of a day at most, as servers' own waits are.
    static let waits = 0...86_400_000
}

extension Timestamp {
    /// A time as it is stored; one of no year becomes the nearest that is.
    init(stored milliseconds: Int64) {
        let times = Stored.times
        self.init(milliseconds: min(max(milliseconds, times.lowerBound), times.upperBound))
    }
}

extension JSONValue {
    fileprivate init(stored bytes: [UInt8]) throws {
        do throws(JSONProblem) { try self.init(parsing: bytes) } catch {
            throw LibraryProblem(.damaged, .storedJSON(error))
        }
    }
}
