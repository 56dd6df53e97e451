internal import Glibc

/// Locks a library as another program's transaction would, for this process too.
package final class FileLock {
    private let descriptor: CInt

    /// - Parameter path: a file, made when it is not there.
    package init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, set(F_WRLCK) else { throw TestFileError(code: errno) }
    }

    package func release() { _ = set(F_UNLCK) }

    // SQLite's pending byte, reserved byte and shared range (sqlite.org/fileformat2.html, 1.6).
    private func set(_ kind: CInt) -> Bool {
        var lock = flock()
        lock.l_type = Int16(kind)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        // A lock of the open file, not of the process: F_OFD_SETLK, which Swift does not see.
        return fcntl(descriptor, 37, &lock) == 0
    }

    deinit { close(descriptor) }
}
