public import ChatCompletions
public import Logging

extension Client {
    /// How long to wait, how much to take, and how to present itself.
    ///
    /// ```swift
    /// var options = Client.Options()
    /// options.silenceLimit = .seconds(120)
    /// options.certificateFile = "/etc/ssl/company.pem"
    /// let patient = Client(options: options)
    /// ```
    ///
    /// There is no limit on the whole of an answer: a long one is no failure. The limits below
    /// stop an exchange in which nothing happens any more.
    public struct Options: Sendable {
        /// For name, connection and TLS together.
        public var connectLimit: Duration = .seconds(15)
        /// Until the response's headers. A busy provider queues a request for minutes.
        public var headLimit: Duration = .seconds(600)
        /// From the headers to the first event that is no comment. Some models think for minutes.
        public var firstEventLimit: Duration = .seconds(600)
        /// Between two reads that are no comment: keep-alive comments are no progress.
        public var silenceLimit: Duration = .seconds(600)
        /// From the last finish reason to the end of the body. Usage may come in between; some
        /// servers never close, and then the answer is taken as it is.
        public var lingerLimit: Duration = .seconds(5)
        /// From `[DONE]` to the end of the body. Nothing of the answer comes after it: this is for
        /// the body's last bytes, so that the connection can be kept.
        public var doneLimit: Duration = .milliseconds(200)
        /// Bytes of one exchange that may wait for its reader; then the server has to wait.
        public var pendingLimit = 1 << 20
        /// Between two deliveries to the reader of a body that comes in small pieces: what comes in
        /// the meantime is delivered together, each read with its own time all the same. Zero
        /// delivers every read at once; a screen that shows 40 frames a second needs no more.
        public var gatherFor: Duration = .zero
        /// What is held of one answer at most.
        public var answerLimits = AnswerReader.Limits()
        /// Bytes of one body; then the exchange is stopped.
        public var bodyLimit = 256 << 20
        /// Bytes of a document, say a list of models; then the exchange is stopped.
        public var documentLimit = 16 << 20
        /// Bytes of all headers of one response.
        public var headSizeLimit = 256 << 10
        /// Certificates to trust, in PEM, in place of the environment's (`CURL_CA_BUNDLE`,
        /// `SSL_CERT_FILE`) and the system's.
        public var certificateFile: String?
        /// Addresses with `http` that requests with a key may go to all the same: a server in one's
        /// own network. Everybody on the way can read it.
        public var keyOverHTTP: Set<Origin> = []
        /// Which proxy to go through.
        public var proxy = ProxyChoice.fromEnvironment
        /// Looked at in place of the process's own.
        package var environment: [String: String]?
        /// libcurl's files, the first that can be opened is used.
        package var libraryFiles = CurlLibrary.usualFiles
        /// Sent unless the request names another one.
        public var userAgent = ChatRequest.userAgent
        /// Silent unless it is replaced. No key is ever logged.
        public var logger = Logger(
            label: "fader.client", factory: { _ in SwiftLogNoOpLogHandler() })

        /// The usual limits.
        public init() {}
    }

    /// Which proxy a client goes through. This machine is reached without one in any case.
    public enum ProxyChoice: Sendable, Hashable {
        /// The one that `https_proxy`, `HTTPS_PROXY`, `http_proxy`, `all_proxy`, `ALL_PROXY` name,
        /// save for what `no_proxy` or `NO_PROXY` exempts: the rules of curl.
        case fromEnvironment
        /// None, whatever the environment says.
        case none
        /// This one: `http://proxy.example:3128`, `socks5h://127.0.0.1:1080`.
        case address(String)
    }
}
