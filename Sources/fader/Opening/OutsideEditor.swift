import Engine
import Glibc
import SessionLibrary
import Settings
import Words
import Workbench

/// The person's own editor, and the file in which it finds a text.
///
/// The file lies where files that outlive a program do: what was saved in it comes back after a
/// crash.
struct OutsideEditor {
    private let folder: String
    /// What the editor sees; found out when it is needed, since a start must be quick.
    let environment: () -> [String: String]

    /// - Parameters:
    ///   - folder: where the file lies; made when it is missing.
    ///   - environment: what the editor sees of it, in which no key is.
    init(folder: String, environment: @escaping () -> [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// The program's path and what it is given: `$VISUAL` and `$EDITOR` may have arguments and
    /// quotes, so a shell reads them.
    func arguments(for file: String) -> [String] {
        ["/bin/sh", "-c", "exec \(command) \"$1\"", "fader", file]
    }

    private var command: String {
        ["VISUAL", "EDITOR"].lazy.compactMap(Folders.variable).first
            ?? "$(command -v editor || command -v nano || echo vi)"
    }

    // MARK: The file

    private static let beginning = "editing-"
    private static let ending = ".md"

    func write(_ text: String) throws(EditorProblem) -> String {
        let owner = Owner.current
        let name = "\(Self.beginning)\(owner.pid)-\(owner.started)-\(owner.boot)\(Self.ending)"
        let file = "\(folder)/\(name)"
        do throws(PrivateFile.Problem) {
            try PrivateFile(path: file).write(text)
        } catch {
            throw EditorProblem(file, error.reason)
        }
        return file
    }

    /// What the editor made of it.
    func read(_ file: String) throws(EditorProblem) -> String {
        do {
            return try InputBytes(file: file).readText()
        } catch {
            throw EditorProblem(.editorFileUnread(file))
        }
    }

    func remove(_ file: String) { unlink(file) }

    /// What a program that is no more had given to an editor.
    func leftover() -> (text: String, file: String)? {
        for name in names.sorted() where name.hasPrefix(Self.beginning) {
            guard owner(of: name)?.isAlive == false else { continue }
            let file = folder + "/" + name
            if let text = try? read(file), !text.allSatisfy(\.isWhitespace) { return (text, file) }
        }
        return nil
    }

    private var names: [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }

    private func owner(of name: String) -> Owner? {
        let parts = name.dropFirst(Self.beginning.count).dropLast(Self.ending.count)
            .split(separator: "-", maxSplits: 2)
        guard parts.count == 3, let pid = Int(parts[0]), let started = Int(parts[1]) else {
            return nil
        }
        return Owner(pid: pid, started: started, boot: String(parts[2]))
    }
}

/// Why a text could not be given to an editor, or taken back.
struct EditorProblem: Error {
    let words: Phrase

    init(_ words: Phrase) { self.words = words }

    init(_ file: String, _ reason: String) { words = .editorFileUnwritten(file, reason) }
}
