import CNcurses
import Glibc
package import ScreenKit

/// What can be told of the terminal without taking it.
package struct TerminalFacts: Sendable {
    /// The value of `TERM`.
    package var name: String
    /// The entry of the terminal database that the workbench would use.
    package var entry: String
    package var colorCount: Int
    package var allowsColor: Bool
    package var size: Size

    /// - Throws: what would keep the workbench from opening.
    package init() throws(TerminalProblem) {
        let surroundings = try Surroundings { name in getenv(name).map { String(cString: $0) } }
        name = surroundings.name
        allowsColor = surroundings.allowsColor
        entry = try surroundings.entry { entry in
            switch cn_examine(entry) {
            case CNOpened: .known
            case CNUnfitTerminal: .unfit
            default: .unknown
            }
        }
        colorCount = Int(cn_colors_of(entry))
        var window = winsize()
        let isKnown = ioctl(1, UInt(TIOCGWINSZ), &window) == 0
        size =
            isKnown
            ? Size(rows: Int(window.ws_row), columns: Int(window.ws_col))
            : Size(rows: 0, columns: 0)
    }

    package static var isTerminal: Bool { isatty(0) == 1 && isatty(1) == 1 }

    /// `ncurses 6.4.20221231`
    package static var libraryVersion: String { String(cString: cn_version()) }

    /// The character set of the locale that the environment asks for.
    @MainActor package static var characterSet: String {
        _ = setlocale(LC_CTYPE, "")
        return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    }

    /// Whether the locale that stands in for others is there.
    @MainActor package static var hasUnicodeLocale: Bool { setlocale(LC_CTYPE, "C.UTF-8") != nil }
}
