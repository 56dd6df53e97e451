public import Words

extension Failure {
    /// What Fader itself found out about a failure, as a fact with its values; the words for it are
    /// in `FailureCauseWords`.
    ///
    /// ```swift
    /// let cause = Failure.Cause(.refused, at: "127.0.0.1:8000")
    /// print(Failure(.transport, cause, phase: .connect).sentence.text(in: .chinese))
    /// ```
    public struct Cause: Sendable, Hashable {
        /// What it was.
        public var name: Name
        /// What it is about: an address, a host with its port, a header, a file.
        public var subject: String
        /// What else belongs to it: the variable that a header needs, the kind of a JSON problem.
        public var detail: String
        /// What was passed: milliseconds, bytes, or a count.
        public var limit: Int
        /// Whether the subject is the proxy, and not the server itself.
        public var isProxy: Bool
        /// Whether an answer had begun, of which no word had come.
        public var cameBeforeFirstWord = false
        /// What a room has to say that has words of its own: why no key was found, say.
        public var told: Phrase?

        /// A cause with its values; which of them count is said at each name.
        public init(
            _ name: Name, at subject: String = "", detail: String = "", limit: Int = 0,
            isProxy: Bool = false
        ) {
            self.name = name
            self.subject = subject
            self.detail = detail
            self.limit = limit
            self.isProxy = isProxy
        }

        /// A cause of which a room has words of its own.
        public init(told: Phrase) {
            self.init(.told)
            self.told = told
        }
    }
}

extension Failure.Cause {
    /// With each text of it changed: how keys are taken out.
    package func mapped(_ change: (String) -> String) -> Self {
        var cause = self
        cause.subject = change(subject)
        cause.detail = change(detail)
        cause.told = told?.mapped { text, _ in change(text) }
        return cause
    }

    static func coding(_ problem: CodingProblem) -> Self { Self(.coding, detail: problem.rawValue) }

    static func json(_ problem: JSONProblem) -> Self {
        Self(.noJSON, at: "\(problem.line):\(problem.column)", detail: problem.kind.rawValue)
    }

    /// What there is to find out. In brackets the values that belong to it.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// Only what the other side said.
        case said
        /// What a room says in its own words.
        case told
        case stopped

        // MARK: What came is no answer

        /// Detail: a `CodingProblem`.
        case coding
        case notChat, noReadableEvent, noEnd, noFirstWord, nothingSent
        /// Subject: where to, if it was said; detail: the status.
        case redirect
        /// Subject: the address; the page's title is what was said.
        case webPage
        case endlessLine, onlyBlanks
        /// Limit: in bytes.
        case longDocument
        /// Limit: in bytes.
        case longText
        /// Limit: how many.
        case manyLogprobs
        case midJSON
        /// Detail: a `JSONProblem.Kind`; subject: its line and column, with a colon between.
        case noJSON
        case noChoices, emptyChoices, unnamedError
        case noList
        /// Limit: how many.
        case longList
        /// Limit: in bytes.
        case longReply
        /// Subject: the status.
        case plainStatus

        // MARK: Nothing was sent

        /// Subject: the address; detail: a `URLParts.Problem`.
        case badAddress
        case noBaseURL
        /// Subject: the host.
        case keyInTheOpen
        /// Subject: the header; detail: the variable.
        case noVariable
        /// Subject: the header.
        case badHeader
        case noLibcurl
        /// Subject: its version.
        case oldLibcurl
        case noMemory
        case uncallable

        // MARK: The connection

        /// Subject: the host.
        case unknownName
        /// Subject: the proxy.
        case unknownProxy
        /// Subject: the proxy.
        case proxyRefused
        /// Subject: host and port.
        case refused
        /// Subject: host and port.
        case noConnection
        /// Subject: host and port; limit: in milliseconds.
        case connectTimeout
        /// Subject: host and port.
        case noHTTP
        /// Subject: the host.
        case untrusted
        /// Subject: host and port.
        case noTLS
        /// Subject: the file; empty for the system's.
        case badCertificates
        case notSent
        /// Subject: host and port; limit: in milliseconds.
        case handshakeTimeout
        /// Subject: host and port.
        case handshakeCut
        /// Subject: host and port.
        case oddStatusLine
        /// Subject: host and port.
        case closed
        /// Subject: host and port.
        case keptClosed
        /// Subject: host and port.
        case headCut
        case largeHead
        /// Limit: in bytes.
        case largeBody
        case endedEarly, givenUp, broken, noAnswer
        /// Limit: in milliseconds.
        case headTimeout
        /// Limit: in milliseconds.
        case silence

        // MARK: The record

        case keptInPart, arrivingElsewhere
    }
}
