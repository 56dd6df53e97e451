import Glibc

/// Where do Fader's files live? As the XDG Base Directory Specification says.
package struct Folders: Hashable, Sendable {
    /// `$XDG_CONFIG_HOME/fader`: configuration, the user's providers and themes.
    package var configuration: String
    /// `$XDG_DATA_HOME/fader`: the session library.
    package var data: String
    /// `$XDG_STATE_HOME/fader`: logs.
    package var state: String
    /// `share/fader` beside the folder of the executable; `nil` when that is unknown.
    package var share: String?

    package init(environment: (String) -> String? = Folders.variable) {
        let home = Self.home(environment)
        // "All paths must be absolute. If … relative … consider the path invalid and ignore it."
        func folder(_ variable: String, _ usual: String) -> String {
            let value = environment(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
            return (value ?? home + usual) + "/fader"
        }
        configuration = folder("XDG_CONFIG_HOME", "/.config")
        data = folder("XDG_DATA_HOME", "/.local/share")
        state = folder("XDG_STATE_HOME", "/.local/state")
        share = Self.executableFolder().map { Self.parent(of: $0) + "/share/fader" }
    }

    package var configurationFile: String { configuration + "/config.toml" }
    /// The user's providers, one file each.
    package var providersFolder: String { configuration + "/providers" }
    package var libraryFile: String { data + "/library.sqlite" }

    /// A variable of the environment; `nil` when it is unset or empty.
    package static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The user's own folder.
    static func home(_ environment: (String) -> String? = Folders.variable) -> String {
        environment("HOME") ?? homeOfUser() ?? "/"
    }

    private static func homeOfUser() -> String? {
        getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
    }

    private static func executableFolder() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let path = buffer[..<count].map { UInt8(bitPattern: $0) }
        return parent(of: String(decoding: path, as: UTF8.self))
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
}
