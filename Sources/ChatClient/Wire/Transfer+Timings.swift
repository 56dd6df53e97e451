internal import CCurl
internal import ChatCompletions

extension Transfer {
    /// From libcurl's clock, counted from when the request began. A step that a kept connection
    /// made superfluous has no time.
    var timings: Timings {
        var timings = Timings()
        let isNew = ccurl_get_long(easy, CURLINFO_NUM_CONNECTS) > 0
        if isNew {
            timings.nameLookup = time(CURLINFO_NAMELOOKUP_TIME_T)
            timings.connected = time(CURLINFO_CONNECT_TIME_T)
            timings.tls = time(CURLINFO_APPCONNECT_TIME_T)
        }
        timings.firstByte = firstByte?.since(order.started)
        timings.completed = Instant.now.since(order.started)
        return timings
    }

    /// `nil` when that step was not reached.
    private func time(_ info: CURLINFO) -> Duration? {
        let microseconds = ccurl_get_size(easy, info)
        return microseconds > 0 ? begun.since(order.started) + .microseconds(microseconds) : nil
    }

    var remoteAddress: String? {
        guard let text = ccurl_get_text(easy, CURLINFO_PRIMARY_IP) else { return nil }
        let address = String(cString: text)
        let port = ccurl_get_long(easy, CURLINFO_PRIMARY_PORT)
        return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
    }
}
