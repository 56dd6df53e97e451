import ChatClient
import ChatCompletions
import Glibc

/// Exchanges at once on one client: how many threads that takes, and how much processor time.
enum ManyExchanges {
    static func measure(url: String, count: Int) async {
        let client = Client()
        let before = processorTime
        let threads = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<count {
                group.addTask { await exchange(with: url, on: client) }
            }
            return await group.reduce(0) { max($0, $1) }
        }
        Main.report("exchanges at once", Double(threads), processorTime - before, memory)
    }

    /// - Returns: the most threads that were seen meanwhile.
    private static func exchange(with url: String, on client: Client) async -> Int {
        let request = HTTPRequest(method: "POST", url: url, headers: [], body: Array("{}".utf8))
        let exchange = client.send(request, streams: true, key: nil)
        var threads = 0
        var batches = 0
        var end: ExchangeEnd?
        while case let events = await exchange.nextBatch(), !events.isEmpty {
            // Once each: to look costs more than a batch does.
            if batches == 2 { threads = status("Threads:") }
            batches += 1
            if case .ended(let ended)? = events.last { end = ended }
        }
        precondition(end?.done == true && end?.failure == nil)
        return threads
    }

    /// Megabytes at the highest.
    private static var memory: Double { Double(status("VmHWM:")) / 1024 }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A number that the kernel keeps of this process.
    private static func status(_ name: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
            guard text.hasPrefix(name) else { continue }
            return Int(text.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
        }
        return 0
    }
}
