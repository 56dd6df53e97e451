import Foundation
import Testing

/// A terminal database with entries of the test's own.
final class TerminalDatabase {
    let path: String

    init(_ source: String) throws {
        path = NSTemporaryDirectory() + "fader-terminfo-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try source.write(toFile: path + "/source", atomically: true, encoding: .utf8)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["tic", "-x", "-o", path, path + "/source"]
        try compiler.run()
        compiler.waitUntilExit()
        try #require(compiler.terminationStatus == 0)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
