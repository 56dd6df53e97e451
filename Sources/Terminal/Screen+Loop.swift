import CNcurses
// Links the library that `cn_drain_main_queue` reaches into.
import Dispatch
import Glibc
import ScreenKit

/// Waiting, without a timer and without a second thread.
extension Screen {
    /// Serves the terminal, signals and the main actor on the main thread until `close()`.
    ///
    /// Keys do not pass through a queue: what is read is handed to `onInput` at once.
    package func run() {
        precondition(cn_is_main_thread(), "the terminal is served by the main thread")
        while isOpen { serveOnce() }
    }

    private func serveOnce() {
        var waiting = [
            pollfd(fd: input.isClosed || guest != nil ? -1 : 0, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            pollfd(fd: cn_main_queue_handle(), events: Int16(POLLIN), revents: 0),
            pollfd(fd: cn_is_waiting() ? cn_output() : -1, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: guest?.handle ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        let deadline = [probe?.deadline, alarms.next].compactMap(\.self).min()
        let start = ContinuousClock.now
        let ready = poll(
            &waiting, nfds_t(waiting.count), input.millisecondsToWait(until: deadline))
        input.hasWaited(.now - start)
        if ready >= 0, waiting[1].revents != 0 { serveSignals() }
        if isOpen, waiting[3].revents != 0 { sendOn() }
        if isOpen, waiting[4].revents != 0 { welcomeBack() }
        if isOpen, waiting[0].revents != 0 { readInput() }
        if isOpen, input.isOverdue { hand(input.timeout()) }
        if isOpen, let probe, probe.deadline <= .now { endProbe() }
        if isOpen, waiting[2].revents != 0 { cn_drain_main_queue() }
        for body in alarms.takeDue() where isOpen { body() }
    }

    /// Calls back from `run()` when so much time has passed, to the millisecond after.
    package func call(after time: Duration, _ body: @escaping @MainActor () -> Void) {
        alarms.add(after: time, body)
    }

    private func readInput() {
        let isProbing = probe != nil
        var (grantsSynchronized, knowsKeys) = (false, false)
        let events = input.read { bytes in
            guard isProbing else { return }
            grantsSynchronized = WidthProbe.grantsSynchronizedOutput(bytes)
            knowsKeys = WidthProbe.knowsKeys(bytes)
        }
        if grantsSynchronized { isSynchronized = true }
        if knowsKeys {
            cn_know_keys()
            cn_keys_on()
        }
        hand(isProbing ? events.filter { !takeAnswer($0) } : events)
    }

    private func hand(_ events: [InputEvent]) {
        if !events.isEmpty { onInput(events) }
    }

    private func serveSignals() {
        var came: Set<Int32> = []
        while isOpen, case let signal = cn_next_signal(), signal != 0 { came.insert(signal) }
        for signal in came.sorted() where isOpen { serve(signal) }
    }

    private func serve(_ signal: Int32) {
        if guest != nil { return serveBesideGuest(signal) }
        switch signal {
        case SIGWINCH: adoptSize()
        case SIGTSTP: suspend()
        case SIGCONT: takeAgain()
        default: onTerminate(signal)
        }
    }
}
