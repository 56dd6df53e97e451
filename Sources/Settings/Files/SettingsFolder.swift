import Glibc

/// A folder with a TOML file for each of several things: themes, providers.
enum SettingsFolder {
    /// The names of the files without `.toml`, in no order; hidden files do not count, and a folder
    /// that is not there is empty.
    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let file = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if file.hasSuffix(".toml"), !file.hasPrefix(".") {
                names.append(String(file.dropLast(5)))
            }
        }
        return names
    }
}
