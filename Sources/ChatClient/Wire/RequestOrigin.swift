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
            let cause = Failure.Cause(.badAddress, at: request.url, detail: error.rawValue)
            throw Failure(.transport, cause, phase: .url)
        }
        if carriesSecrets, origin.isReadable, !options.keyOverHTTP.contains(origin) {
            throw Failure(.transport, .init(.keyInTheOpen, at: origin.host), phase: .url)
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
