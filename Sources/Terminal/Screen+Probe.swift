import CNcurses
import Glibc
import ScreenKit

/// Learning how the terminal measures, after the first frame is there.
extension Screen {
    func startProbe() {
        guard size.rows > 1, size.columns > 8 else { return }
        input.expectsCursorPosition = true
        probe = WidthProbe()
        let row = size.rows - 1
        write(WidthProbe.queries(row: row))
        cn_distrust_row(Int32(row))
        update()
    }

    /// Takes an event if it is an answer.
    func takeAnswer(_ event: InputEvent) -> Bool {
        guard case .cursorPosition(let point) = event else { return false }
        guard let profile = probe?.answer(point) else { return true }
        endProbe()
        if profile.ambiguousWide {
            Self.useWidths(profile)
            repaint()
        }
        onWidths(profile)
        return true
    }

    func endProbe() {
        probe = nil
        input.expectsCursorPosition = false
    }

    /// Answers that are under way would be typed into the shell.
    func awaitAnswers() {
        let limit: ContinuousClock.Instant = .now + .milliseconds(200)
        while let probe, probe.missingAnswers > 0, !input.isClosed, .now < limit {
            var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, input.millisecondsToWait(until: limit)) > 0 else { continue }
            for event in input.read(inspect: { _ in }) {
                if case .cursorPosition(let point) = event { _ = self.probe?.answer(point) }
            }
        }
        probe = nil
    }
}
