import TOML

/// What `[network]` says: how requests go out, and how long they may wait. What is `nil` was left to
/// Fader.
///
/// ```toml
/// [network]
/// certificates = "/etc/ssl/company.pem"
/// proxy = "http://proxy.example:3128"
/// silence = 120
/// ```
package struct NetworkChoice: Hashable, Sendable {
    /// A file of certificates to trust, in PEM.
    package var certificates: String?
    /// The proxy's address; an empty one is none, whatever the environment says.
    package var proxy: String?
    /// Seconds until a connection stands.
    package var connect: Double?
    /// Seconds until the response's headers.
    package var headers: Double?
    /// Seconds from the headers to the first event.
    package var firstEvent: Double?
    /// Seconds between two events.
    package var silence: Double?

    package init() {}
}

extension NetworkChoice {
    init(_ reading: inout TableReading) {
        certificates = reading.path("certificates")
        proxy = reading.string("proxy")
        connect = reading.seconds("connect")
        headers = reading.seconds("headers")
        firstEvent = reading.seconds("first_event")
        silence = reading.seconds("silence")
        reading.complainOfTheRest(noun: .networkSetting)
    }
}

extension TableReading {
    /// A time in seconds: above 0, and at most a day.
    fileprivate mutating func seconds(_ name: String) -> Double? {
        guard let value = value(name) else { return nil }
        if let number = value.number, number > 0, number <= 86_400 { return number }
        complain(.secondsWanted(name), at: value.position)
        return nil
    }
}
