import ChatCompletions
import Foundation
import GRDB

/// What goes into a statement: texts and bytes whole, whatever they contain.
///
/// GRDB hands a `String` to SQLite up to its first NUL, and empty `Data` as NULL. So every text
/// that people or models wrote goes through `text`, and stands in SQL as `CAST(? AS TEXT)`; bytes
/// go through `bytes`, and stand as `coalesce(?, x'')`.
enum Binding {
    static func text(_ text: String?) -> (any DatabaseValueConvertible)? {
        guard let text else { return nil }
        return text.utf8.contains(0) ? Data(text.utf8) : text
    }

    static func bytes(_ bytes: [UInt8]) -> any DatabaseValueConvertible { Data(bytes) }
}

extension Database {
    /// Runs one statement, compiled once for each connection.
    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// Reads all rows of a query. No cursor outlives the call: in SQLite's rollback mode a statement
    /// that was not stepped to its end keeps every writer waiting.
    func rows<Value>(
        _ sql: String,
        _ values: [(any DatabaseValueConvertible)?] = [],
        _ read: (inout RowReader) throws -> Value
    ) throws -> [Value] {
        let statement = try cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values))
        var row = RowReader(statement)
        var result: [Value] = []
        while try cursor.next() != nil { result.append(try read(&row)) }
        return result
    }

    /// The first row of a query that has at most one.
    func row<Value>(
        _ sql: String,
        _ values: [(any DatabaseValueConvertible)?] = [],
        _ read: (inout RowReader) throws -> Value
    ) throws -> Value? {
        try rows(sql, values, read).first
    }

    /// The number that is all that a query asks for.
    func number(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws -> Int? {
        try Int.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(values))
    }
}
