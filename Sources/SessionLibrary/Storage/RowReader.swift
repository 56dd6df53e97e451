import ChatCompletions
import Conversations
import GRDB
import GRDBSQLite

/// Reads the columns of a row by their names. A value that does not fit is a damaged library, not a
/// trap.
///
/// Values are read where SQLite has them: a row of GRDB's would copy each text twice. A column that
/// comes after the one that was read before is found at once.
struct RowReader {
    private let statement: OpaquePointer
    private let names: [String]
    private var expected = 0

    init(_ statement: Statement) {
        self.statement = statement.sqliteStatement
        names = statement.columnNames
    }

    private mutating func place(of name: String) throws -> CInt {
        for _ in names {
            let place = expected
            expected = place + 1 == names.count ? 0 : place + 1
            if names[place] == name { return CInt(place) }
        }
        throw LibraryProblem(.unexpected, .noColumn(name))
    }

    mutating func integer(_ name: String) throws -> Int {
        let place = try place(of: name)
        guard sqlite3_column_type(statement, place) == SQLITE_INTEGER else { throw Self.misfit }
        return Int(sqlite3_column_int64(statement, place))
    }

    /// A text's bytes, or a blob's: all of them, also those after a NUL; `nil` for NULL.
    private mutating func value<Value>(
        _ name: String, _ read: (UnsafeBufferPointer<UInt8>) throws -> Value
    ) throws -> Value? {
        let place = try place(of: name)
        switch sqlite3_column_type(statement, place) {
        case SQLITE_NULL: return nil
        case SQLITE_TEXT, SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, place)?.assumingMemoryBound(to: UInt8.self)
            // Nothing is where nothing is stored, and where memory ran out.
            let count = start == nil ? 0 : Int(sqlite3_column_bytes(statement, place))
            return try read(UnsafeBufferPointer(start: start, count: count))
        default: throw Self.misfit
        }
    }

    private static var misfit: LibraryProblem {
        LibraryProblem(.damaged, .wrongType)
    }

    private static func expect<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw misfit }
        return value
    }

    /// Looks at a text's bytes without copying them.
    mutating func withText<Value>(
        _ name: String, _ read: (UnsafeBufferPointer<UInt8>) throws -> Value
    ) throws -> Value { try Self.expect(try value(name, read)) }

    mutating func bytesIfAny(_ name: String) throws -> [UInt8]? { try value(name) { Array($0) } }
    mutating func bytes(_ name: String) throws -> [UInt8] { try Self.expect(bytesIfAny(name)) }

    mutating func textIfAny(_ name: String) throws -> String? {
        try value(name) { String(decoding: $0, as: UTF8.self) }
    }

    mutating func text(_ name: String) throws -> String { try Self.expect(textIfAny(name)) }

    mutating func time(_ name: String) throws -> Timestamp {
        try Timestamp(stored: Int64(integer(name)))
    }

    /// A number of things.
    mutating func count(_ name: String) throws -> Int {
        let count = try integer(name)
        guard Stored.counts.contains(count) else {
            throw LibraryProblem(.damaged, .noCount(count))
        }
        return count
    }

    mutating func json(_ name: String) throws -> JSONValue { try Self.expect(jsonIfAny(name)) }

    mutating func jsonIfAny(_ name: String) throws -> JSONValue? {
        try value(name) { try JSONValue(stored: $0) }
    }

    mutating func state() throws -> Turn.State {
        let word = try text("state")
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
    init(stored bytes: UnsafeBufferPointer<UInt8>) throws {
        do throws(JSONProblem) { try self.init(parsing: bytes) } catch {
            throw LibraryProblem(.damaged, .storedJSON(error))
        }
    }

    init(stored bytes: [UInt8]) throws {
        self = try bytes.withUnsafeBufferPointer { try JSONValue(stored: $0) }
    }
}
