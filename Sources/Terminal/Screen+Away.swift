import CNcurses
import ScreenKit

/// Giving the terminal to others for a while.
extension Screen {
    /// Stops the job as ctrl-z does, and comes back with it.
    package func suspend() {
        handOver { cn_stop_job() }
    }

    /// Gives the terminal back while `body` runs and nothing else does, and takes it again.
    @discardableResult
    package func handOver<Result>(_ body: () throws -> Result) rethrows -> Result {
        guard isOpen else { return try body() }
        giveBack()
        defer { takeAgain() }
        return try body()
    }

    /// A terminal that does not read gets the way out alone, where the system still takes it.
    func giveBack() {
        if !cn_drain(Self.patience) { cn_discard() }
        cn_modes_off()
        cn_leave()
        cn_drain(Self.patience)
        cn_restore_terminal()
        cn_release_errors()
    }

    /// For a terminal to take what was sent, in milliseconds.
    private static let patience: Int32 = 200

    /// Also after a stop that could not be caught: a shell in between may have changed anything.
    func takeAgain() {
        cn_hold_errors()
        cn_come_back()
        cn_modes_on()
        adoptSize()
        update()
        cn_keys_on()
    }

    /// The terminal's size as it is now.
    func adoptSize() {
        let now = Self.currentSize()
        guard now != size else { return }
        size = now
        cn_resize(Int32(now.rows), Int32(now.columns))
        repaint()
        onResize(now)
    }
}
