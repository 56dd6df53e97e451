import ScreenKit
import Words

/// The program itself.
extension Command {
    static let ofProgram = [palette, help, details, chooseTheme, redraw, suspend, quit]

    package static let palette = Command(
        "app.commands", .commands, keys: ["<c-p>"], readingKeys: [":"]
    ) { $0.openPalette() }

    package static let help = Command(
        "app.help", .help, keys: ["<f1>"], readingKeys: ["?"]
    ) { $0.openHelp() }

    package static let details = Command(
        "app.details", .wholeMessage, keys: ["<a-m>"]
    ) { $0.openDetails() }

    package static let chooseTheme = Command(
        "app.theme", .chooseTheme, keys: ["<a-e>"], .chooseThemeHelp
    ) { $0.openThemes() }

    package static let redraw = Command(
        "app.redraw", .redraw, keys: ["<c-l>"]
    ) { _ in [.redraw] }

    package static let suspend = Command(
        "app.suspend", .suspend, keys: ["<c-z>"]
    ) { _ in [.suspend] }

    package static let quit = Command(
        "app.quit", .quit, keys: ["<c-q>"]
    ) { $0.askToQuit() }
}
