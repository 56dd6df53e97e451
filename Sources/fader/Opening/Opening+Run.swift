import Glibc

extension Opening {
    /// Opens the workbench; returns when it is closed.
    func run() async throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw CommandProblem(
                "the workbench needs a terminal for input and output; try: fader send PROMPT"
            )
        }
    }
}
