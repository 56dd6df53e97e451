/// A part of the list of sessions, and how long the list is.
public struct SessionWindow: Sendable, Hashable {
    /// The places that were asked for, as far as the list goes.
    public var range: Range<Int>
    /// What stands at these places.
    public var sessions: [SessionSummary]
    /// How many sessions the list has.
    public var count: Int

    /// What stands from a place on, in a list of so many.
    public init(_ sessions: [SessionSummary], from start: Int, of count: Int) {
        range = start..<start + sessions.count
        self.sessions = sessions
        self.count = count
    }
}
