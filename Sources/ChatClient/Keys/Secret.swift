internal import Glibc

/// A key: it describes itself as `•••`, cannot be encoded, and is overwritten when nobody holds
/// it any more.
///
/// ```swift
/// let key = Secret("sk-…")
/// print(key)      // •••
/// ```
///
/// It has pages of its own that are neither swapped out nor written into a core file. All of this
/// is a best effort: a string that it was made from may live on elsewhere.
public final class Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What stands in place of a key wherever something is shown or recorded.
    public static let mask = "•••"

    /// Written by `init` and `deinit` alone, when nobody else can have it.
    private nonisolated(unsafe) let pages: UnsafeMutableRawBufferPointer
    private let count: Int

    /// A key as it goes into a header.
    public init(_ text: String) {
        let page = max(sysconf(Int32(_SC_PAGESIZE)), 4096)
        count = text.utf8.count
        pages = .allocate(byteCount: (count / page + 1) * page, alignment: page)
        mlock(pages.baseAddress, pages.count)
        madvise(pages.baseAddress, pages.count, MADV_DONTDUMP)
        pages.copyBytes(from: text.utf8)
    }

    deinit {
        if let start = pages.baseAddress { explicit_bzero(start, pages.count) }
        munlock(pages.baseAddress, pages.count)
        madvise(pages.baseAddress, pages.count, MADV_DODUMP)
        pages.deallocate()
    }

    /// Never the key: `•••`.
    public var description: String { Self.mask }
    /// Never the key: `•••`.
    public var debugDescription: String { Self.mask }

    func withBytes<Result>(_ use: (UnsafeRawBufferPointer) -> Result) -> Result {
        use(UnsafeRawBufferPointer(rebasing: pages[..<count]))
    }

    func matches(_ other: Secret) -> Bool {
        withBytes { mine in other.withBytes { mine.elementsEqual($0) } }
    }
}

extension Secret: CustomReflectable {
    /// Empty: `dump` shows what a mirror shows.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
