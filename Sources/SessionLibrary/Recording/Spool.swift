import ChatCompletions
import Glibc

/// What has arrived and is not committed yet, in files beside the library that outlive a killed
/// process: a commit takes a disk's time, a `write` does not.
///
/// It holds against the end of the process, not of the machine: for that there are the commits.
/// While one is under way, what arrives goes to the other of two files, so that the first can be
/// emptied when the commit is done. A spool that cannot be written is done without.
final class Spool {
    private var files: [SpoolFile]

    /// - Parameter library: the library's path.
    init(beside library: String) {
        let luck = String(UInt32.random(in: 0 ... .max), radix: 36)
        files = ["a", "b"].map { SpoolFile("\(library)-spool-\(getpid())-\(luck)-\($0)") }
    }

    /// Keeps the reads among these events.
    ///
    /// - Parameter first: the number of the first read.
    func keep(_ events: [ExchangeEvent], of exchange: ExchangeID, from first: Int) {
        var number = first
        var bytes: [UInt8] = []
        for case .read(let read) in events {
            SpooledRead(exchange: exchange, number: number, read).append(to: &bytes)
            number += 1
        }
        if !bytes.isEmpty { files[0].append(bytes) }
    }

    /// A commit begins: what comes now is not in it.
    func commitBegins() {
        if files[1].isEmpty { files.swapAt(0, 1) }
    }

    /// The commit has everything that was kept before it began.
    func commitEnded() { files[1].empty() }
}

/// One of the files: there while it holds something.
private final class SpoolFile {
    private let path: String
    private var descriptor: CInt = -1
    private var size = 0

    init(_ path: String) { self.path = path }

    deinit {
        if isEmpty { empty() } else { close(descriptor) }
    }

    var isEmpty: Bool { size == 0 }

    func append(_ bytes: [UInt8]) {
        if descriptor < 0 {
            descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        }
        guard descriptor >= 0 else { return }
        let whole = isEmpty ? SpoolHeader.bytes(of: .current) + bytes : bytes
        if write(descriptor, whole, whole.count) == whole.count {
            size += whole.count
        } else if isEmpty {
            empty()
        } else {
            // Half a read on a full disk would hide what comes after it.
            ftruncate(descriptor, off_t(size))
        }
    }

    func empty() {
        guard descriptor >= 0, unlink(path) == 0 || errno == ENOENT else { return }
        close(descriptor)
        descriptor = -1
        size = 0
    }
}
