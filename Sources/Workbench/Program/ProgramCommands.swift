import ScreenKit

/// The program itself.
extension Command {
    static let ofProgram = [palette, help, details, chooseTheme, redraw, suspend, quit]

    package static let palette = Command(
        "app.commands", "Commands", keys: ["<c-p>"], readingKeys: [":"]
    ) { $0.openPalette() }

    package static let help = Command(
        "app.help", "Help", keys: ["<f1>"], readingKeys: ["?"]
    ) { $0.openHelp() }

    package static let details = Command(
        "app.details", "The whole message", keys: ["<a-m>"]
    ) { $0.openDetails() }

    package static let chooseTheme = Command(
        "app.theme", "Choose theme", keys: ["<a-e>"], "For now; config.toml keeps one."
    ) { $0.openThemes() }

    package static let redraw = Command(
        "app.redraw", "Paint the screen anew", keys: ["<c-l>"]
    ) { _ in [.redraw] }

    package static let suspend = Command(
        "app.suspend", "Suspend", keys: ["<c-z>"]
    ) { _ in [.suspend] }

    package static let quit = Command(
        "app.quit", "Quit", keys: ["<c-q>"]
    ) { $0.askToQuit() }
}
