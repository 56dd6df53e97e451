internal import Corpora
internal import Glibc

/// One run over many inputs: the first one that goes wrong ends it.
struct Run {
    private let plan: Plan
    private let start = Self.now()

    /// A trap ends the process, and so does an input that takes longer than this.
    private static let longest: UInt32 = 20
    /// Memory may settle during the first inputs, and must not grow after them.
    private static let settling = 20_000
    private static let mostGrowth = 32 << 10

    init(_ plan: Plan) { self.plan = plan }

    func isClean() -> Bool {
        Self.watch()
        if let index = plan.replay { return replay(index) }
        var index = 0
        var settled = Memory.resident
        while !isOver(index) {
            if index == Self.settling { settled = Memory.resident }
            if index % 64 == 0 { alarm(Self.longest) }
            Self.current = index
            if let problem = Input(index, seed: plan.seed).problem() {
                return tell(problem, index)
            }
            index += 1
            if index % 1_000_000 == 0 { report(index, settled) }
        }
        alarm(0)
        report(index, settled)
        return isSteady(index, settled)
    }

    private func isOver(_ index: Int) -> Bool {
        if let count = plan.count, index >= count { return true }
        guard let seconds = plan.seconds, index % 256 == 0 else { return false }
        return Self.now() - start >= Double(seconds)
    }

    private func isSteady(_ count: Int, _ settled: Int) -> Bool {
        let growth = Memory.resident - settled
        guard count > Self.settling, growth > Self.mostGrowth else { return true }
        print("The memory grew by \(growth) KiB.")
        return false
    }

    private func report(_ count: Int, _ settled: Int) {
        let seconds = max(Self.now() - start, 0.001)
        print(
            "\(count) inputs, \(Int(Double(count) / seconds)) a second, "
                + "\(settled) KiB resident after the first \(min(count, Self.settling)), "
                + "\(Memory.resident) KiB now"
        )
        fflush(nil)
    }

    private func tell(_ problem: String, _ index: Int) -> Bool {
        print("Input \(index): \(problem)")
        print("Play it again: fuzz --seed \(plan.seed) --replay \(index)")
        return false
    }

    private func replay(_ index: Int) -> Bool {
        let input = Input(index, seed: plan.seed)
        print(input.description)
        alarm(Self.longest)
        guard let problem = input.problem() else {
            print("Input \(index): nothing is wrong.")
            return true
        }
        return tell(problem, index)
    }

    // MARK: Watching

    /// The input at work, for the message of a process that has to be ended.
    nonisolated(unsafe) private static var current = 0  // Written by the only thread.

    /// An alarm is set anew every 64 inputs; one that rings means that one of them hangs.
    private static func watch() {
        signal(SIGALRM) { _ in Run.giveUp("hangs") }
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            signal(number) { _ in Run.giveUp("crashes") }
        }
    }

    /// Only what may be done in a signal handler.
    private static func giveUp(_ what: StaticString) -> Never {
        var digits = (UInt64(0), UInt64(0), UInt64(0))
        withUnsafeMutableBytes(of: &digits) { buffer in
            var place = buffer.count
            var rest = current
            repeat {
                place -= 1
                buffer[place] = UInt8(0x30 + rest % 10)
                rest /= 10
            } while rest > 0
            say("Input ")
            write(1, buffer.baseAddress.map { $0 + place }, buffer.count - place)
            say(" ")
            say(what)
            say("; it can be replayed.\n")
        }
        _exit(1)
    }

    private static func say(_ text: StaticString) {
        write(1, text.utf8Start, text.utf8CodeUnitCount)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// What the process has in memory.
enum Memory {
    /// In KiB.
    static var resident: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let words = String(decoding: text, as: UTF8.self).split(separator: " ")
        return words.count > 1 ? (Int(words[1]) ?? 0) * 4 : 0
    }
}
