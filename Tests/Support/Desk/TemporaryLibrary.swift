internal import Glibc

/// A directory of its own with room for a session library, gone with it.
package final class TemporaryLibrary: Sendable {
    private let directory: String

    package init() throws {
        var template = Array("/tmp/fader-desk-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw TestFileError(code: errno) }
        directory = String(cString: made)
    }

    package var path: String { directory + "/library.sqlite" }

    /// Takes the disk away, as it were, and gives it back.
    package func vanish() { rename(directory, directory + ".away") }
    package func comeBack() { rename(directory + ".away", directory) }

    /// A copy as a power cut would have left it: what was arriving belongs to a program of an
    /// earlier boot. Nobody may be writing meanwhile.
    package func afterPowerCut() throws -> TemporaryLibrary {
        let copy = try TemporaryLibrary()
        let boot = try TestFile.read("/proc/sys/kernel/random/boot_id").dropLast()
        let earlier = boot.map { $0 == UInt8(ascii: "-") ? $0 : UInt8(ascii: "0") }
        let bytes = try TestFile.read(path).replacing(boot, with: earlier)
        try TestFile.write(bytes, to: copy.path)
        return copy
    }

    deinit {
        comeBack()
        for name in ["library.sqlite", "library.sqlite-journal"] { unlink(directory + "/" + name) }
        rmdir(directory)
    }
}

package struct TestFileError: Error {
    package var code: CInt
}

/// Whole files.
package enum TestFile {
    package static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "re") else { throw TestFileError(code: errno) }
        defer { fclose(file) }
        var result: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&part, 1, part.count, file), count > 0 {
            result += part[..<count]
        }
        return result
    }

    package static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "we") else { throw TestFileError(code: errno) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw TestFileError(code: errno)
        }
    }
}
