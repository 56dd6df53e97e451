/// Whether what a program copies (OSC 52) gets into the terminal's clipboard, as far as the
/// environment tells: no terminal answers.
package enum ClipboardReach: Hashable, Sendable {
    /// The terminal takes it unless its owner has forbidden that.
    case takes
    /// Some do, some do not, some ask.
    case unsure
    /// There is none, or something stands before it that keeps it off.
    case none

    /// - Parameter variable: the value of an environment variable.
    package init(variable: (String) -> String?) {
        let name = variable("TERM") ?? ""
        let program = variable("TERM_PROGRAM")
        let isInTmux = variable("TMUX") != nil
        func begins(with names: [String]) -> Bool { names.contains { name.hasPrefix($0) } }
        if !isInTmux, variable("STY") != nil || begins(with: Self.without) {
            self = .none
        } else if isInTmux || begins(with: ["tmux", "screen"]) {
            // tmux keeps it unless `set-clipboard` is on; who comes by ssh does not bring its own name.
            self = .unsure
        } else if program == "Apple_Terminal" {
            self = .none
        } else if begins(with: Self.taking) || ["WezTerm", "ghostty"].contains(program)
            || variable("WT_SESSION") != nil
        {
            self = .takes
        } else {
            self = .unsure
        }
    }

    private static let without = ["linux", "dumb", "vt100", "vt220", "cons25"]
    /// By their own documents they let a program write and not read, unless told otherwise.
    private static let taking = ["xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty"]
}
