internal import Foundation

/// A key that is looked for wherever it must not be.
///
/// ```swift
/// #expect(Canary.isIn(run.output) == false)
/// ```
package enum Canary {
    /// It has characters that JSON, URLs and pages may write otherwise.
    package static let key = "sk-canary/Zq7XwK+mVt9RjY=p4"

    /// As servers write it: plain, for a URL, in JSON, in a page, in base64 alone and with a name.
    package static let spellings = [
        key, "sk-canary%2FZq7XwK%2bmVt9RjY%3dp4", #"sk\u002dcanary\/Zq7XwK\u002BmVt9RjY=p4"#,
        "sk-canary&#x2F;Zq7XwK&#43;mVt9RjY=p4", base64("", key), base64("u:", key),
        base64("user:pass:k", key), base64("Bearer ", key),
    ]

    /// Pieces that no spelling can do without, and nothing else has.
    private static let pieces =
        ["Zq7XwK", "mVt9RjY"]
        + ["", "u", "ux"].map { String(base64($0, "Zq7XwK+mVt9RjY").dropFirst(4).dropLast(4)) }
        + ["", "u", "ux"].map { String(base64($0, key).dropFirst(8).dropLast(8)) }

    /// Whether any of it is there.
    package static func isIn(_ bytes: some Collection<UInt8>) -> Bool {
        let data = Data(bytes)
        return pieces.contains { data.range(of: Data($0.utf8)) != nil }
    }

    package static func isIn(_ text: String) -> Bool { isIn(text.utf8) }

    private static func base64(_ before: String, _ text: String) -> String {
        Data((before + text).utf8).base64EncodedString()
    }
}

extension CommandDesk {
    /// The files below the home that hold it, by their paths there.
    package func filesWithCanary() throws -> [String] {
        let files = FileManager.default.enumerator(at: home, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? [])
            .filter { try !$0.hasDirectoryPath && Canary.isIn(Data(contentsOf: $0)) }
            .map { String($0.resolvingSymlinksInPath().path.dropFirst(home.path.count + 1)) }
            .sorted()
    }

    /// Writes a file below the home.
    package func write(_ text: String, to name: String, mode: Int = 0o600) throws {
        let file = home.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }

    package func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: home.appending(path: name)), as: UTF8.self)
    }
}
