internal import Synchronization

extension Client {
    /// How many connections a client has opened so far, and how often one served again.
    ///
    /// ```swift
    /// let counts = client.connections
    /// print("\(counts.opened) opened, \(counts.reused) exchanges on one that was there")
    /// ```
    public struct ConnectionCounts: Sendable, Hashable {
        /// Connections that were opened.
        public var opened = 0
        /// Exchanges that were answered on a connection that an earlier one had opened.
        public var reused = 0
    }
}

/// What the curl thread counts for everybody to read.
final class ConnectionLedger: Sendable {
    private let counts = Mutex(Client.ConnectionCounts())

    var current: Client.ConnectionCounts { counts.withLock { $0 } }

    /// - Parameter isAnswered: an exchange without an answer has used nothing.
    func add(opened: Int, isAnswered: Bool) {
        counts.withLock { counts in
            counts.opened += opened
            if opened == 0, isAnswered { counts.reused += 1 }
        }
    }
}
