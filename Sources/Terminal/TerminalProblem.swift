/// Why the workbench cannot open here.
package enum TerminalProblem: Error, Hashable {
    /// Standard input or output is a file or a pipe.
    case noTerminal
    /// `TERM` is not set.
    case unnamed
    /// The terminal cannot place its cursor (`TERM=dumb`).
    case unfit(String)
    /// Neither this terminal nor the one to fall back on is in the terminal database.
    case unknown(String)
    case refused(String)
}

extension TerminalProblem: CustomStringConvertible {
    /// One sentence: what is missing, and what to do about it.
    package var description: String {
        switch self {
        case .noTerminal:
            "the workbench needs a terminal on standard input and output; use `fader send` in pipes"
        case .unnamed:
            "TERM is not set; set it to your terminal's name, for example TERM=xterm-256color"
        case .unfit(let name):
            "a terminal of type \(name) cannot show a full screen; use `fader send`, or set TERM"
        case .unknown(let name):
            "the terminal type \(name) is unknown here; install ncurses-base, or set TERM"
        case .refused(let name):
            "ncurses could not start on a terminal of type \(name); try TERM=xterm-256color"
        }
    }
}
