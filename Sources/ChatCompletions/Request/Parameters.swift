/// The parameters that are set, by wire name, in the order in which they were set.
///
/// What is not in here is not sent (unless the dialect always sends it).
/// `stream` and `reasoning` are among them: `reasoning` (a bool) is translated by the dialect.
public struct Parameters: Sendable, Hashable {
    /// Name and value of each, in the order in which they were set.
    public private(set) var members: [JSONValue.Member]

    /// Parameters that are set from the start.
    public init(_ members: [JSONValue.Member] = []) {
        self.members = members
    }

    /// A parameter's value; setting `nil` makes it not sent.
    public subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let place = members.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(JSONValue.Member(name, value))
            case (nil, nil): break
            }
        }
    }
}

/// What to ask of whom: everything a request is made of, save the key.
///
/// ```swift
/// var request = ChatRequest(
///     provider: .ppio, model: "deepseek/deepseek-r1", messages: [Message(.user, "你好")])
/// request.parameters["temperature"] = 0.7
/// request.parameters["reasoning"] = true
/// for finding in request.findings() { print(finding.sentence.text(in: .english)) }
/// print(request.body().text)
/// ```
public struct ChatRequest: Sendable, Hashable {
    /// Whom to ask, and in which dialect.
    public var provider: Provider
    /// The part before `/chat/completions`; `nil` is the provider's default.
    public var baseURL: String?
    /// The model's name; empty leaves it out.
    public var model: String
    /// The system prompt included.
    public var messages: [Message]
    /// The parameters that are set.
    public var parameters: Parameters
    /// A whole body that somebody gave: it is sent byte for byte, and the members above only say
    /// what is in it.
    public var givenBody: [UInt8]?
    /// Whether the last message is an answer that the service is to go on with.
    public var continuesAnswer = false

    /// A request with its conversation.
    public init(
        provider: Provider,
        baseURL: String? = nil,
        model: String,
        messages: [Message],
        parameters: Parameters = Parameters()
    ) {
        self.provider = provider
        self.baseURL = baseURL
        self.model = model
        self.messages = messages
        self.parameters = parameters
    }
}

/// An HTTP header field.
public struct Header: Sendable, Hashable {
    /// The name as it is written; names are compared without regard to case.
    public var name: String
    /// The value, without white space at its ends.
    public var value: String

    /// A header field.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A request as it goes to the transport. The key is not in it: `keyHeader` says where it goes.
public struct HTTPRequest: Sendable, Hashable {
    /// `POST`.
    public var method: String
    /// Where it goes.
    public var url: String
    /// All header fields but the key's.
    public var headers: [Header]
    /// The body's bytes.
    public var body: [UInt8]
    /// The header that carries the key, and what stands before it: `Authorization`, `Bearer `.
    public var keyHeader: Header?
    /// The provider's own headers, for which the environment is asked when it is sent.
    public var templates: [HeaderTemplate]

    /// A request that can be sent.
    public init(
        method: String,
        url: String,
        headers: [Header],
        body: [UInt8],
        keyHeader: Header? = nil,
        templates: [HeaderTemplate] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.keyHeader = keyHeader
        self.templates = templates
    }
}
