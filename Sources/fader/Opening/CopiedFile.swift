import Settings
import Terminal
import Words
import Workbench

/// Where a copied text lies when it may not get into a clipboard: the last one, for its owner alone.
struct CopiedFile {
    private let file: PrivateFile
    private let home: String?

    /// - Parameter folder: where it lies; made when it is missing.
    init(folder: String, home: String? = Folders.variable("HOME")) {
        (file, self.home) = (PrivateFile(path: folder + "/copied.txt"), home)
    }

    /// Puts the text there, and says where a text has gone that was sent to a clipboard, or was too
    /// long for that (`isSent`), or could not be sent.
    func copied(_ text: String, isSent: Bool, reach: ClipboardReach) -> Copied {
        if isSent, reach == .takes { return .clipboard }
        do throws(PrivateFile.Problem) {
            try file.write(text)
        } catch {
            return isSent ? .clipboard : .nowhere(.unwritten(file.path, error.reason))
        }
        if isSent { return .clipboardAndFile(shortPath) }
        return reach == .none ? .file(shortPath) : .longInFile(shortPath)
    }

    /// The path as a shell takes it, and short.
    private var shortPath: String {
        guard let home, !home.isEmpty, file.path.hasPrefix(home + "/") else { return file.path }
        return "~" + file.path.dropFirst(home.count)
    }
}
