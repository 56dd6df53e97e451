internal import CCurl
internal import Synchronization

/// The door to the curl thread: starts it with the first order, and ends it with the last holder.
final class TransferLoop: Sendable {
    enum Command: Sendable {
        case start(TransferOrder)
        case cancel(Int)
        case resume(Int)
        case stop
    }

    private let inbox = Inbox()

    func post(_ command: Command) { inbox.post(command) }

    deinit {
        inbox.post(.stop)
    }
}

/// The commands that wait for the curl thread, and how to wake it.
final class Inbox: Sendable {
    private struct State {
        var commands: [TransferLoop.Command] = []
        var isRunning = false
        var wake: Alarm?
    }

    /// `curl_multi_wakeup` is the one function of a multi handle that any thread may call; the
    /// handle lives until `silence`, which takes the same lock.
    private struct Alarm: @unchecked Sendable {
        let multi: UnsafeMutableRawPointer
    }

    private let state = Mutex(State())

    func post(_ command: TransferLoop.Command) {
        let mustStart = state.withLock { state in
            if !state.isRunning, !command.needsThread { return false }
            state.commands.append(command)
            if let alarm = state.wake { ccurl_multi_wakeup(alarm.multi) }
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if mustStart { OwnThread.run { LoopThread(self).run() } }
    }

    func takeAll() -> [TransferLoop.Command] {
        state.withLock { state in
            defer { state.commands = [] }
            return state.commands
        }
    }

    /// - Returns: Whether the thread may end: nothing waits for it, and the next order starts another.
    func retire() -> Bool {
        state.withLock { state in
            guard state.commands.isEmpty else { return false }
            state.isRunning = false
            return true
        }
    }

    func wakes(_ multi: UnsafeMutableRawPointer) {
        let alarm = Alarm(multi: multi)
        state.withLock { $0.wake = alarm }
    }

    func silence() {
        state.withLock { $0.wake = nil }
    }
}

extension TransferLoop.Command {
    fileprivate var needsThread: Bool {
        if case .start = self { true } else { false }
    }
}
