internal import ChatCompletions

extension HTTPRequest {
    /// The request with every header that will be sent, save the key: libcurl shall add nothing
    /// that the record does not show. Over HTTP/2 names go in small letters, and `Host` as
    /// `:authority`.
    func completed(userAgent: String) -> HTTPRequest {
        var request = self
        let chosen = Set(templates.map { $0.name.lowercased() })
        request.headers.removeAll { chosen.contains($0.name.lowercased()) }
        if !request.has("Host"), let origin = try? URLParts(url).origin {
            request.headers.insert(Header("Host", origin.authority), at: 0)
        }
        request.add("User-Agent", userAgent)
        request.add("Accept", "*/*")
        // Compressed streams hold tokens back until a block is full.
        request.add("Accept-Encoding", "identity")
        guard method != "GET" else { return request }
        request.add("Content-Type", "application/json")
        request.headers.removeAll { $0.name.lowercased() == "content-length" }
        request.headers.append(Header("Content-Length", "\(body.count)"))
        return request
    }

    private mutating func add(_ name: String, _ value: String) {
        if !has(name) { headers.append(Header(name, value)) }
    }

    private func has(_ name: String) -> Bool {
        headers.contains { $0.name.lowercased() == name.lowercased() }
            || templates.contains { $0.name.lowercased() == name.lowercased() }
    }

    /// Where the key goes among the headers: behind `Host`, which libcurl sends first.
    var keyPlace: Int { headers.first?.name.lowercased() == "host" ? 1 : 0 }

    /// The headers in the order in which they go, with the key as `•••`.
    func shownHeaders(withKey: Bool) -> [Header] {
        var headers = headers + templates.map { $0.shown(hiding: Secret.mask) }
        guard withKey, let place = keyHeader else { return headers }
        headers.insert(Header(place.name, place.value + Secret.mask), at: keyPlace)
        return headers
    }

    /// The lines for libcurl, with the key, each ending in a zero byte.
    func headerLines(key: Secret?, _ provided: ProvidedHeaders) throws(Failure) -> [[CChar]] {
        var lines = headers.map(\.line) + provided.lines
        if let key, let place = keyHeader { lines.insert(key.line(at: place), at: keyPlace) }
        for line in lines where line.contains(where: { $0 < 0x20 && $0 != 0x09 }) {
            let name = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
            throw Failure(.transport, .init(.badHeader, at: name), phase: .header)
        }
        // libcurl would wait a second for a `100 Continue` that nobody sends, and would tell a
        // proxy what the record does not show.
        let left = ["Expect:", "Proxy-Connection:"].map { Array($0.utf8) }
        return (lines + left).map { $0.map { CChar(bitPattern: $0) } + [0] }
    }
}

extension Header {
    /// libcurl takes `Name:` for "do not send this"; a semicolon says "send it empty".
    fileprivate var line: [UInt8] {
        Array((value.isEmpty ? "\(name);" : "\(name): \(value)").utf8)
    }
}

extension Secret {
    fileprivate func line(at place: Header) -> [UInt8] {
        Array("\(place.name): \(place.value)".utf8) + withBytes { Array($0) }
    }
}
