internal import Glibc

/// A key: it describes itself as `•••`, cannot be encoded, and is overwritten when nobody holds
/// it any more.
///
/// ```swift
/// let key = Secret("sk-…")
/// print(key)      // •••
/// ```
///
/// The overwriting is a best effort: a string that it was made from may live on elsewhere.
public final class Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What stands in place of a key wherever something is shown or recorded.
    public static let mask = "•••"

    /// Written by `init` and `deinit` alone, when nobody else can have it.
    private nonisolated(unsafe) let storage: UnsafeMutableBufferPointer<UInt8>

    /// A key as it goes into a header.
    public init(_ text: String) {
        storage = .allocate(capacity: text.utf8.count)
        _ = storage.initialize(from: text.utf8)
    }

    deinit {
        if let start = storage.baseAddress { explicit_bzero(start, storage.count) }
        storage.deallocate()
    }

    /// Never the key: `•••`.
    public var description: String { Self.mask }
    /// Never the key: `•••`.
    public var debugDescription: String { Self.mask }

    func withBytes<Result>(_ use: (UnsafeRawBufferPointer) -> Result) -> Result {
        use(UnsafeRawBufferPointer(storage))
    }

    func matches(_ other: Secret) -> Bool { storage.elementsEqual(other.storage) }
}

extension Secret: CustomReflectable {
    /// Empty: `dump` shows what a mirror shows.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
