internal import ChatCompletions

extension HTTPRequest {
    /// Where the request goes, once it is sure that it may go there.
    ///
    /// - Throws: What is wrong with the address; nothing was sent.
    func checkedOrigin(carriesKey: Bool) throws(Failure) -> Origin {
        let origin: Origin
        do {
            origin = try URLParts(url).origin
        } catch {
            throw Failure(.transport, "\(error.rawValue): \(url)", phase: .url)
        }
        if carriesKey, !origin.isEncrypted, !origin.isLoopback {
            let why = "http:// would show the key to everybody on the way to \(origin.host)"
            throw Failure(.transport, "\(why); nothing was sent; use https://", phase: .url)
        }
        return origin
    }
}

extension Origin {
    var isEncrypted: Bool { scheme == "https" }
}
