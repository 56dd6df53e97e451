import ChatClient
import Settings

extension Client.Options {
    /// What the configuration says of the network; the rest as usual.
    init(_ configuration: Configuration) {
        let network = configuration.network
        self.init()
        keyOverHTTP = configuration.originsForKeysOverHTTP
        connectLimit = network.connect.map { .seconds($0) } ?? connectLimit
        headLimit = network.headers.map { .seconds($0) } ?? headLimit
        firstEventLimit = network.firstEvent.map { .seconds($0) } ?? firstEventLimit
        silenceLimit = network.silence.map { .seconds($0) } ?? silenceLimit
        certificateFile = network.certificates
        proxy = network.proxy.map { $0.isEmpty ? .none : .address($0) } ?? .fromEnvironment
    }
}
