import Glibc

/// Figures of the two libraries, as lines of a name and numbers with tabs between them.
///
///     client-bench memory [WORD]    decoding and folding, without a socket: all streams, or one
///     client-bench many URL COUNT   COUNT exchanges at once on one client
///
/// `make bench` prints them beside their aims.
@main
enum Main {
    static func main() async {
        switch CommandLine.arguments.dropFirst().first {
        case "memory" where CommandLine.arguments.count < 4:
            InMemory.measure(only: CommandLine.arguments.dropFirst(2).first ?? "")
        case "many" where CommandLine.arguments.count == 4:
            await ManyExchanges.measure(
                url: CommandLine.arguments[2],
                count: Int(CommandLine.arguments[3]) ?? 1
            )
        default:
            print("usage: client-bench memory [WORD] | client-bench many URL COUNT")
            exit(2)
        }
    }

    static func report(_ name: String, _ numbers: Double...) {
        print(([name] + numbers.map { "\($0)" }).joined(separator: "\t"))
    }
}
