internal import CCurl
internal import ChatCompletions
internal import Glibc

/// The curl thread: one multi handle for all transfers of a client.
final class LoopThread {
    private let inbox: Inbox
    private var multi: UnsafeMutableRawPointer?
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    private var isStopped = false

    init(_ inbox: Inbox) { self.inbox = inbox }

    func run() {
        blockSignals()
        while !isStopped {
            for command in inbox.takeAll() { carryOut(command) }
            guard let multi else {
                if inbox.retire() { return }
                continue
            }
            let wait = work(multi)
            if !isStopped { rest(multi, wait) }
        }
        for transfer in transfers.values { finish(transfer, with: .stopped) }
        inbox.silence()
        if let multi { ccurl_multi_free(multi) }
    }

    /// Signals are for the main thread; a closed connection is an error, not a SIGPIPE.
    private func blockSignals() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
    }

    private func carryOut(_ command: TransferLoop.Command) {
        switch command {
        case .start(let order): start(order)
        case .cancel(let id): transfer(id).map { finish($0, with: .stopped) }
        case .resume(let id): transfer(id)?.resume()
        case .stop: isStopped = true
        }
    }

    private func transfer(_ id: Int) -> Transfer? {
        transfers.values.first { $0.order.id == id }
    }

    private func start(_ order: TransferOrder) {
        do throws(Failure) {
            try CurlLibrary.load(order.options.libraryFiles)
            let multi = try openMulti()
            let transfer = try Transfer(order)
            transfers[transfer.easy] = transfer
            ccurl_multi_add(multi, transfer.easy)
        } catch {
            order.pipe.put(Delivery(end: TransferEnd(failure: error, timings: Timings())))
        }
    }

    private func openMulti() throws(Failure) -> UnsafeMutableRawPointer {
        if let multi { return multi }
        guard let new = ccurl_multi() else { throw CurlLibrary.noMemory }
        multi = new
        // libcurl 7.88 does not tell the server when one stream of several is given up: it would go
        // on with an answer that nobody wants and everybody pays for. A connection for each
        // exchange can be closed.
        ccurl_multi_set_long(new, CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
        inbox.wakes(new)
        return new
    }

    /// - Returns: How long nothing needs to be done unless something comes.
    private func work(_ multi: UnsafeMutableRawPointer) -> Duration {
        ccurl_multi_perform(multi)
        var code = CURLE_OK
        while let easy = ccurl_multi_next_done(multi, &code) {
            if let transfer = transfers[easy] { finish(transfer, with: .curl(code), early: false) }
        }
        var wait = Duration.seconds(60)
        for transfer in transfers.values {
            let gathering = transfer.deliver(at: .now)
            let rest = transfer.timeLeft(at: .now)
            if let outcome = rest.outcome { finish(transfer, with: outcome) }
            wait = min(wait, rest.wait, gathering ?? wait)
        }
        return wait
    }

    private func rest(_ multi: UnsafeMutableRawPointer, _ wait: Duration) {
        let milliseconds = wait.wholeNanoseconds / 1_000_000 + 1
        ccurl_multi_poll(multi, Int32(clamping: milliseconds))
    }

    /// - Parameter early: The server may not be through yet; closing the connection tells it.
    private func finish(_ transfer: Transfer, with outcome: Transfer.Outcome, early: Bool = true) {
        transfers[transfer.easy] = nil
        let end = transfer.end(outcome)
        if early { ccurl_set_long(transfer.easy, CURLOPT_FORBID_REUSE, 1) }
        // This closes the connection of a transfer that is not over; only then it is told.
        if let multi { ccurl_multi_remove(multi, transfer.easy) }
        transfer.close(with: end)
    }
}
