public import ChatCompletions
internal import Logging
internal import Synchronization

/// Sends requests with libcurl and gives back what happens as exchange events.
///
/// ```swift
/// let client = Client()
/// let exchange = client.send(request, key: key)
/// for await event in exchange {
///     if case .read(let read) = event { show(read.events) }
/// }
/// ```
///
/// All exchanges of a client share one thread, and one after the other its connections; 64 at once
/// are no effort. libcurl is opened with the first request, not before. Redirects are not followed,
/// no key is ever in an event, and nothing is sent again unless `retries` say so.
public final class Client: Sendable {
    /// The limits and habits that this client was made with.
    public let options: Options
    private let loop = TransferLoop()
    private let ledger = ConnectionLedger()
    /// Every key that this client was ever given: none of them may show up in any record.
    private let secrets = Mutex<[Secret]>([])

    /// A client that has opened nothing yet.
    public init(options: Options = Options()) {
        self.options = options
    }

    /// How often a connection had to be opened so far. An exchange is counted when it ends.
    public var connections: ConnectionCounts { ledger.current }

    /// Starts a request whose URL, headers and body are already made.
    ///
    /// - Parameters:
    ///   - streams: Whether the request asks for an event stream. What comes back is recognised
    ///     by its bytes in any case; this only decides how an odd answer is explained.
    ///   - key: Goes into the request's `keyHeader`; `nil` sends no key. A key is refused, with
    ///     nothing sent, when the URL is `http` and its host is not this machine.
    ///   - known: Other keys that must not show up in a record, say of other providers.
    ///   - grain: Whether every event is wanted by itself. With `.read`, reads that came together
    ///     are one as well.
    /// - Returns: The exchange. One that cannot be sent at all ends with a `Failure`, too.
    public func send(
        _ request: HTTPRequest,
        streams: Bool,
        key: Secret?,
        known: [Secret] = [],
        grain: AnswerGrain = .event
    ) -> Exchange {
        start(request, decoding: .answer(streams: streams, grain), key: key, known: known)
    }

    /// Gets a document, say the list of models, and waits for the whole of it.
    ///
    /// - Parameter keyHeader: Where the key goes: `Header("Authorization", "Bearer ")`.
    public func get(_ url: String, keyHeader: Header?, key: Secret?) async -> Reply {
        await get(url, keyHeader: keyHeader, key: key, templates: [])
    }

    func get(
        _ url: String, keyHeader: Header?, key: Secret?, templates: [HeaderTemplate]
    ) async -> Reply {
        let request = HTTPRequest(
            method: "GET",
            url: url,
            headers: [Header("Accept", "application/json")],
            body: [],
            keyHeader: keyHeader,
            templates: templates
        )
        let exchange = start(request, decoding: .none, key: key, known: [])
        return await Reply(of: exchange, limit: options.documentLimit)
    }
}

extension Client {
    /// All headers that a request would be sent with, in their order, the key as `•••`. Nothing is
    /// sent.
    public func headers(of request: HTTPRequest, withKey: Bool) -> [Header] {
        request.completed(userAgent: options.userAgent).shownHeaders(withKey: withKey)
    }

    /// The proxy that requests to an address go through, without its password; `nil` when there is
    /// none.
    public func proxy(for url: String) -> String? {
        (try? URLParts(url).origin).flatMap(options.proxy)?.shown
    }

    /// libcurl's own words about itself and its parts, or why it cannot be opened. Opens it.
    public static func libcurlVersion() throws(Failure) -> String {
        try CurlLibrary.load()
        return CurlLibrary.version
    }

    /// An exchange that never began, and says so.
    func refused(_ request: HTTPRequest, _ failure: Failure, known: [Secret]) -> Exchange {
        let order = TransferOrder(request: request, key: nil, options: options)
        order.pipe.put(Delivery(end: TransferEnd(failure: failure, timings: Timings())))
        return exchange(order, decoding: .none, known: known)
    }

    private func start(
        _ request: HTTPRequest,
        decoding: ExchangeReader.Decoding,
        key: Secret?,
        known: [Secret]
    ) -> Exchange {
        let provided: ProvidedHeaders
        do throws(Failure) {
            provided = try ProvidedHeaders(request.templates, variable: options.variable)
        } catch {
            return refused(request, error, known: known + [key].compactMap(\.self))
        }
        let order = TransferOrder(
            request: request.completed(userAgent: options.userAgent),
            key: key,
            provided: provided,
            options: options,
            ledger: ledger,
            grain: decoding.grain
        )
        options.logger.debug("exchange starts", metadata: ["id": "\(order.id)"])
        loop.post(.start(order))
        return exchange(order, decoding: decoding, known: known)
    }

    private func exchange(
        _ order: TransferOrder,
        decoding: ExchangeReader.Decoding,
        known: [Secret]
    ) -> Exchange {
        let sent = [order.key].compactMap(\.self) + order.provided.secrets
        let redactor = Redactor(remember(known + sent))
        let reader = ExchangeReader(order: order, decoding: decoding, redactor: redactor)
        return Exchange(order: order, reader: reader, loop: loop)
    }

    private func remember(_ keys: [Secret]) -> [Secret] {
        secrets.withLock { all in
            for key in keys where !all.contains(where: { $0.matches(key) }) { all.append(key) }
            return all
        }
    }
}
