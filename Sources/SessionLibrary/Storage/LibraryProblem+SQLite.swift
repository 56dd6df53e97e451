import GRDB

extension LibraryProblem {
    /// The problem that an error thrown around SQLite stands for.
    init(_ error: any Error, path: String? = nil) {
        switch error {
        case let problem as LibraryProblem:
            self = problem
            self.path = problem.path ?? path
        case is CancellationError: self.init(.cancelled, "", path: path)
        case let error as DatabaseError: self.init(error, path: path)
        case is RowDecodingError: self.init(.damaged, .wrongType, path: path)
        default: self.init(.unexpected, "\(error)", path: path)
        }
    }

    private init(_ error: DatabaseError, path: String?) {
        self.init(
            Self.kind(of: error.resultCode),
            error.message ?? "\(error.extendedResultCode)",
            path: path,
            code: Int(error.extendedResultCode.rawValue)
        )
    }

    private static func kind(of code: ResultCode) -> Kind {
        switch code {
        case .SQLITE_FULL, .SQLITE_TOOBIG, .SQLITE_NOMEM: .full
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_READONLY: .readOnly
        case .SQLITE_NOTADB: .notALibrary
        case .SQLITE_CORRUPT: .damaged
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .unreachable
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: .refused
        default: .unexpected
        }
    }
}
