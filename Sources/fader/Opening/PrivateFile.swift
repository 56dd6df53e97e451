import Glibc

/// A file that nobody else may read.
struct PrivateFile {
    let path: String

    /// Why it cannot be written.
    struct Problem: Error {
        let number: Int32

        var reason: String { String(cString: strerror(number)) }
    }

    /// Puts it anew: what stood there goes, a link to elsewhere too.
    func write(_ text: String) throws(Problem) {
        makeFolder()
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Problem(number: errno) }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if errno == EINTR { continue }
                let problem = Problem(number: errno)
                unlink(path)
                throw problem
            }
            rest = rest.dropFirst(count)
        }
    }

    private func makeFolder() {
        let parts = path.split(separator: "/").dropLast()
        for count in parts.indices {
            mkdir("/" + parts[...count].joined(separator: "/"), 0o700)
        }
    }
}
