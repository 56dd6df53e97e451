import GRDB
import Glibc

/// A copy of an older version's library, beside it, before it is brought up to date:
/// `library.sqlite.version-2.2026-11-27-231500`.
enum SafetyCopy {
    /// Makes a copy that only its owner can read.
    ///
    /// - Returns: where it lies; `nil` when another process has brought the library up to date
    ///   meanwhile.
    static func make(
        of queue: DatabaseQueue, at path: String, version: Int, _ progress: OpeningReport
    ) throws -> String? {
        let target = try makeFile("\(path).version-\(version).\(now)")
        do {
            let copy = try DatabaseQueue(path: target)
            try queue.backup(to: copy, pagesPerStep: pagesPerStep) { step in
                progress.tell(
                    .copying, Double(step.completedPageCount) / Double(max(1, step.totalPageCount)))
            }
            let isOld = try copy.read(Identity.init) == .older(version: version)
            try copy.close()
            if isOld { return target }
            Place.remove(target)
            return nil
        } catch {
            Place.remove(target)
            throw error
        }
    }

    /// A megabyte, as pages usually are.
    private static let pagesPerStep: CInt = 256

    /// In local time, to be read in a list of files.
    private static var now: String {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, "%Y-%m-%d-%H%M%S", &parts)
        return String(decoding: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Two processes may come in the same second.
    private static func makeFile(_ path: String) throws(LibraryProblem) -> String {
        for number in 2...9 {
            let name = number == 2 ? path : "\(path)-\(number - 1)"
            if access(name, F_OK) == 0 { continue }
            try Place.makeNew(name)
            return name
        }
        throw LibraryProblem(.unreachable, String(cString: strerror(EEXIST)), path: path)
    }
}
