internal import CCurl
internal import ChatCompletions
internal import Glibc

extension Transfer {
    /// Everything that libcurl is told about this transfer.
    func configure(with memory: TransferMemory) {
        setRequest(memory)
        setConnection()
        setTrust()
        ccurl_set_error_buffer(easy, memory.error)
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_head_function(easy, headArrived, context)
        ccurl_set_body_function(easy, bodyArrived, context)
        ccurl_set_socket_function(easy, socketOpens, context)
        ccurl_set_send_function(easy, requestGoesOut, context)
    }

    private func setRequest(_ memory: TransferMemory) {
        ccurl_set_text(easy, CURLOPT_URL, order.request.url)
        ccurl_set_lines(easy, CURLOPT_HTTPHEADER, memory.lines)
        // Keys are for the provider, never for a proxy on the way.
        ccurl_set_long(easy, CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
        switch order.request.method {
        case "GET": ccurl_set_long(easy, CURLOPT_HTTPGET, 1)
        case let method:
            ccurl_set_long(easy, CURLOPT_POST, 1)
            memory.body.baseAddress.map { _ = ccurl_set_body(easy, $0, bodyCount) }
            if method != "POST" { ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, method) }
        }
        // Content coding is left as it came: the record is exact, and nothing inflates unseen.
        ccurl_set_long(easy, CURLOPT_HTTP_CONTENT_DECODING, 0)
    }

    private func setConnection() {
        // Fewer calls for who takes long reads; libcurl has 16 KiB of its own accord.
        if order.grain == .read {
            ccurl_set_long(easy, CURLOPT_BUFFERSIZE, Delivery.longRead)
        }
        ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        // A name server that does not answer must not hold up a cancel.
        ccurl_set_long(easy, CURLOPT_QUICK_EXIT, 1)
        ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        let limit = order.options.connectLimit.wholeNanoseconds / 1_000_000
        ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(max(1, limit)))
        ccurl_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1)
        ccurl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // An empty text keeps libcurl from looking into the environment itself.
        ccurl_set_text(easy, CURLOPT_PROXY, order.proxy?.address ?? "")
        ccurl_set_text(easy, CURLOPT_NOPROXY, "")
    }

    private func setTrust() {
        ccurl_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
        if let file = order.options.trustedCertificates {
            ccurl_set_text(easy, CURLOPT_CAINFO, file)
        }
    }

    private var bodyCount: Int { order.request.body.count }
}

extension Client.Options {
    /// The curl tool reads these variables; its library does not.
    var trustedCertificates: String? {
        certificateFile ?? variable("CURL_CA_BUNDLE") ?? variable("SSL_CERT_FILE")
    }

    /// The proxy on the way to an address; `nil` when there is none.
    func proxy(for origin: Origin) -> Proxy? {
        switch proxy {
        case .none: nil
        case .address(let address): Proxy(address, for: origin)
        case .fromEnvironment: Proxy(for: origin, in: environment ?? Self.processEnvironment)
        }
    }

    /// A variable of the environment; `nil` when it is unset or empty.
    func variable(_ name: String) -> String? {
        let value = environment.map { $0[name] } ?? getenv(name).map { String(cString: $0) }
        return value?.isEmpty == false ? value : nil
    }

    private static var processEnvironment: [String: String] {
        let names = [
            "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy",
            "NO_PROXY",
        ]
        return names.reduce(into: [:]) { values, name in
            values[name] = getenv(name).map { String(cString: $0) }
        }
    }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private let socketOpens: ccurl_socket_function = { context, socket, _ in
    // No program that is started meanwhile gets the connections: it would keep them open.
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    return Int32(transfer(context)?.mayGoOut() == true ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ERROR)
}

private let requestGoesOut: ccurl_send_function = { context, _, _, _, _ in
    guard let transfer = transfer(context), transfer.mayGoOut() else {
        return Int32(CURL_PREREQFUNC_ABORT)
    }
    transfer.goesOut()
    return Int32(CURL_PREREQFUNC_OK)
}

private let headArrived: ccurl_data_function = { bytes, size, count, context in
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer(context)?.takeHeaderLine(line) == true ? line.count : 0
}

private let bodyArrived: ccurl_data_function = { bytes, size, count, context in
    let read = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return switch transfer(context)?.takeBody(read) {
    case .taken: read.count
    case .pause: Int(CURL_WRITEFUNC_PAUSE)
    case .stop, nil: read.isEmpty ? 1 : 0
    }
}
