/// An event of an event stream.
public struct ServerSentEvent: Sendable, Hashable {
    /// `message` when the stream names none.
    public var type: String
    /// The data lines, joined by line feeds.
    public var data: String
    /// The last event ID string when the event was dispatched; empty when there is none.
    public var id: String

    /// An event with its data.
    public init(type: String = "message", data: String, id: String = "") {
        self.type = type
        self.data = data
        self.id = id
    }
}
