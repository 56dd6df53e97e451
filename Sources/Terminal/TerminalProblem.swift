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
