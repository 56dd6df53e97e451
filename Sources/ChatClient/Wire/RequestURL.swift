internal import CCurl
internal import ChatCompletions

/// The parts of a URL as libcurl reads them, so that what is checked is what is called.
struct RequestURL {
    let scheme: String
    let host: String
    let port: String

    init(_ url: String) throws(Failure) {
        guard let scheme = Self.part(url, CURLUPART_SCHEME),
            let host = Self.part(url, CURLUPART_HOST)
        else {
            throw Failure(.transport, "this is no URL that can be called: \(url)", phase: .url)
        }
        self.scheme = scheme.lowercased()
        self.host = host.lowercased()
        port = Self.part(url, CURLUPART_PORT) ?? ""
    }

    var isEncrypted: Bool { scheme == "https" }

    /// Names under `localhost` never leave the machine either: libcurl resolves them itself.
    var isLoopback: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
            || isLoopbackAddress
    }

    /// libcurl has already written an address in any old form as four decimal numbers.
    private var isLoopbackAddress: Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }

    func check(carriesKey: Bool) throws(Failure) {
        guard scheme == "http" || scheme == "https" else {
            throw Failure(.transport, "\(scheme):// is not supported; use https://", phase: .url)
        }
        if carriesKey, !isEncrypted, !isLoopback {
            let why = "http:// would show the key to everybody on the way to \(host)"
            throw Failure(.transport, "\(why); nothing was sent; use https://", phase: .url)
        }
    }

    private static func part(_ url: String, _ part: CURLUPart) -> String? {
        guard let text = ccurl_url_part(url, part) else { return nil }
        defer { ccurl_text_free(text) }
        return String(cString: text)
    }
}
