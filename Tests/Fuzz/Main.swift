internal import Glibc

/// Feeds mutated answers to everything that reads what a server sends.
///
/// `fuzz --count 10000000`, `fuzz --seconds 30`, `fuzz --replay 12345`; always the same inputs for
/// the same `--seed`. An input is all that its number says, so that any one can be played again.
@main
enum Main {
    static func main() {
        guard let plan = Plan(CommandLine.arguments.dropFirst()) else {
            print("usage: fuzz [--count N | --seconds S] [--seed N] [--replay INDEX]")
            exit(2)
        }
        exit(Run(plan).isClean() ? 0 : 1)
    }
}

/// What the options ask for.
struct Plan {
    var count: Int?
    var seconds: Int?
    var seed: UInt64 = 1
    var replay: Int?

    init?(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst() {
            guard let number = rest.popFirst().flatMap(Int.init), number >= 0 else { return nil }
            switch name {
            case "--count": count = number
            case "--seconds": seconds = number
            case "--seed": seed = UInt64(number)
            case "--replay": replay = number
            default: return nil
            }
        }
        if count == nil, seconds == nil { count = 100_000 }
    }
}
