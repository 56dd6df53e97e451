internal import ChatCompletions

extension TransferOrder {
    /// Where the request goes, once it is sure that it may go there.
    ///
    /// - Throws: What is wrong with the address; nothing was sent.
    func checkedOrigin() throws(Failure) -> Origin {
        let origin: Origin
        do {
            origin = try URLParts(request.url).origin
        } catch {
            throw Failure(.transport, "\(error.rawValue): \(request.url)", phase: .url)
        }
        if carriesSecrets, origin.isReadable, !options.keyOverHTTP.contains(origin) {
            let why = "http:// would show the key to everybody on the way to \(origin.host)"
            let advice = "use https://, or write key_over_http = true beside the address"
            throw Failure(.transport, "\(why); nothing was sent; \(advice)", phase: .url)
        }
        return origin
    }

    private var carriesSecrets: Bool {
        key != nil && request.keyHeader != nil || !provided.secrets.isEmpty
    }
}

extension Origin {
    var isEncrypted: Bool { scheme == "https" }

    /// Whether others may read what goes there.
    package var isReadable: Bool { !isEncrypted && !isLoopback }
}
