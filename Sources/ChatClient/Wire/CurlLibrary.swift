internal import CCurl
internal import ChatCompletions

/// libcurl as a whole: there or not.
enum CurlLibrary {
    /// - Throws: A failure that says what to install.
    static func load() throws(Failure) {
        if let reason = ccurl_load() { throw missing(String(cString: reason)) }
        // Before 7.85 there is no way to forbid other protocols by name.
        if ccurl_version_number() < 0x075500 { throw missing("\(version) is too old") }
    }

    /// Only after `load`.
    static var version: String { String(cString: ccurl_version()) }

    static func missing(_ reason: String) -> Failure {
        let advice = "install libcurl 7.85 or newer (Debian and Ubuntu: apt install libcurl4)"
        return Failure(.transport, "libcurl cannot be used: \(reason); \(advice)")
    }
}
