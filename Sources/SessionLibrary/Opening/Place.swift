import Glibc
internal import Words

/// Where a library lies, made so that only its owner can read it.
enum Place {
    /// Makes the missing directories (mode 0700) and the file (0600). What is there stays as it is.
    static func prepare(_ path: String) throws(LibraryProblem) {
        try expectFile(path)
        try makeDirectory(above: path)
        // O_EXCL: a file that exists is never opened here. Closing a descriptor of a file drops all
        // locks that the process has on it (sqlite.org/howtocorrupt.html, 2.2).
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file >= 0 {
            close(file)
        } else if errno != EEXIST {
            // A file that is there on a read-only disk is found and opened later.
            let code = errno
            if access(path, F_OK) != 0 { throw problem(code, path) }
        }
    }

    /// Anything but a file is named for what it is: SQLite would wait for a FIFO, and write to a
    /// device.
    static func expectFile(_ path: String) throws(LibraryProblem) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        if let name = name(of: status.st_mode & S_IFMT) {
            throw LibraryProblem(.notALibrary, name, path: path)
        }
    }

    /// Takes from others the right to read a file that was recognised as ours.
    static func makePrivate(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_uid == geteuid() else { return }
        if status.st_mode & 0o077 != 0 { chmod(path, status.st_mode & 0o700) }
    }

    /// An empty file that was not there before, for its owner only.
    static func makeNew(_ path: String) throws(LibraryProblem) {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw problem(errno, path) }
        close(file)
    }

    /// Takes a new file away again.
    static func remove(_ path: String) { unlink(path) }

    private static func name(of kind: mode_t) -> Phrase? {
        switch kind {
        case S_IFREG: nil
        case S_IFDIR: .aDirectory
        case S_IFIFO: .aFIFO
        case S_IFSOCK: .aSocket
        default: .aDevice
        }
    }

    /// Whether the file and, for the journal beside it, the directory may be written.
    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access(directory(of: path), W_OK) == 0
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func makeDirectory(above path: String) throws(LibraryProblem) {
        let directory = directory(of: path)
        if access(directory, F_OK) == 0 { return }
        try makeDirectory(above: directory)
        if mkdir(directory, 0o700) != 0, errno != EEXIST { throw problem(errno, directory) }
    }

    private static func problem(_ code: CInt, _ path: String) -> LibraryProblem {
        let kind: LibraryProblem.Kind = code == ENOSPC || code == EDQUOT ? .full : .unreachable
        return LibraryProblem(kind, String(cString: strerror(code)), path: path, code: Int(code))
    }
}
