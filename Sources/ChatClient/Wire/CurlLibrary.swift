internal import CCurl
internal import ChatCompletions

/// libcurl as a whole: there or not.
enum CurlLibrary {
    /// Debian has both; where only the GnuTLS build is installed, it serves as well.
    static let usualFiles = ["libcurl.so.4", "libcurl-gnutls.so.4"]

    /// Opens the first of the files that serves.
    ///
    /// - Throws: A failure that says what to install.
    static func load(_ files: [String] = usualFiles) throws(Failure) {
        var reasons: [String] = []
        for file in files {
            guard let reason = ccurl_load(file) else { return try checkVersion() }
            reasons.append(String(cString: reason))
        }
        throw Failure(.transport, .init(.noLibcurl), said: reasons.first ?? "")
    }

    /// Before 7.85 there is no way to forbid other protocols by name, and 7.87 can quit at once.
    private static func checkVersion() throws(Failure) {
        if ccurl_version_number() < 0x075500 {
            throw Failure(.transport, .init(.oldLibcurl, at: version))
        }
    }

    /// Only after `load`.
    static var version: String { String(cString: ccurl_version()) }

    static var noMemory: Failure { Failure(.transport, .init(.noMemory)) }
}
