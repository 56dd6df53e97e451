internal import CZlib

/// A stream of zlib's, with the 40 KiB that it remembers.
///
/// Only an `Inflater` has one, and copies it before it changes one that another has as well; so a
/// stream is never used by two threads, and may go from one to the other.
final class InflateStream: @unchecked Sendable {
    enum Outcome { case goesOn, ended, damaged }

    private let stream: OpaquePointer

    /// What it takes, in bytes.
    static let size = 40 << 10

    /// `nil` when zlib cannot be opened.
    init?(_ format: Inflater.Format) {
        guard let stream = czlib_open(format.wrapping) else { return nil }
        self.stream = stream
    }

    private init(_ stream: OpaquePointer) { self.stream = stream }

    deinit { czlib_close(stream) }

    func copy() -> InflateStream? { czlib_copy(stream).map { InflateStream($0) } }

    func restart() { czlib_restart(stream) }

    /// - Returns: How many bytes were taken from the input and given to the room.
    func inflate(
        _ input: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
    ) -> (taken: Int, given: Int, outcome: Outcome) {
        guard let start = room.baseAddress else { return (0, 0, .goesOn) }
        var taken = input.count
        var given = room.count
        let outcome = czlib_inflate(stream, input.baseAddress, &taken, start, &given)
        return (taken, given, Outcome(outcome))
    }
}

extension InflateStream.Outcome {
    fileprivate init(_ outcome: czlib_outcome) {
        switch outcome {
        case czlib_goes_on: self = .goesOn
        case czlib_ended: self = .ended
        default: self = .damaged
        }
    }
}

extension Inflater.Format {
    fileprivate var wrapping: czlib_wrapping {
        switch self {
        case .gzip: czlib_gzip
        case .zlib: czlib_zlib
        case .raw: czlib_raw
        }
    }
}
