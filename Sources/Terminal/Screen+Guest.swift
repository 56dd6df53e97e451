import CNcurses
import Glibc

/// A program that has the terminal for a while.
struct Guest {
    let process: Int32
    /// Can be read once it has ended; -1 where the system does not tell so.
    let handle: Int32
    let onEnd: @MainActor (Int32) -> Void
}

/// Lending the terminal to a program, an editor for example. What else waits for the main thread is
/// served meanwhile, so that an answer goes on arriving; nothing is shown.
extension Screen {
    /// - Parameters:
    ///   - arguments: the program's path, and what it is given.
    ///   - onEnd: its exit status, 128 and more for a signal, 127 when it could not be started. The
    ///     terminal is taken again before.
    package func lend(
        to arguments: [String], environment: [String: String],
        onEnd: @escaping @MainActor (Int32) -> Void
    ) {
        guard isOpen, guest == nil else { return onEnd(127) }
        awaitAnswers()
        giveBack()
        let process = Self.start(arguments, environment.map { "\($0.key)=\($0.value)" })
        guard process > 0 else {
            takeAgain()
            return onEnd(127)
        }
        guest = Guest(process: process, handle: cn_guest_handle(process), onEnd: onEnd)
        if guest?.handle == -1 { askAfterGuest() }
    }

    private static func start(_ arguments: [String], _ environment: [String]) -> Int32 {
        let texts = [arguments, environment].map { $0.map { strdup($0) } + [nil] }
        defer { for text in texts.joined() { free(text) } }
        return cn_start_guest(texts[0], texts[1])
    }

    private func askAfterGuest() {
        call(after: .milliseconds(100)) {
            self.welcomeBack()
            if self.guest != nil { self.askAfterGuest() }
        }
    }

    /// Takes the terminal again when the guest has ended.
    func welcomeBack() {
        guard let guest, case let status = cn_guest_status(guest.process), status >= 0 else {
            return
        }
        if guest.handle >= 0 { Glibc.close(guest.handle) }
        self.guest = nil
        takeAgain()
        repaint()
        guest.onEnd(status)
    }

    /// The terminal is needed for good: the guest is asked to end, and waited for, but not long.
    func dismiss(_ guest: Guest) {
        kill(guest.process, SIGTERM)
        var waiting = pollfd(fd: guest.handle, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, 500)
    }

    /// What the keyboard signals is meant for the guest; a stop is one of the whole job.
    func serveBesideGuest(_ signal: Int32) {
        switch signal {
        case SIGTSTP: cn_stop_job()
        case SIGINT, SIGQUIT, SIGWINCH, SIGCONT: break
        default: onTerminate(signal)
        }
    }
}
