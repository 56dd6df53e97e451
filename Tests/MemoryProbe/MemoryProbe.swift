import Glibc

/// Runs a program, and writes as the last line on standard error how much memory it took at its
/// peak, in KiB.
///
/// A process of its own, since the kernel counts what the parent had as its child's until the child
/// has a program of its own: a test runner's hundreds of megabytes.
@main struct MemoryProbe {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().map { strdup($0) } + [nil]
        var child = pid_t()
        let code = posix_spawn(&child, CommandLine.arguments[1], nil, nil, arguments, environ)
        guard code == 0 else { exit(127) }
        var status: Int32 = 0
        var usage = rusage()
        wait4(child, &status, 0, &usage)
        let line = "\(usage.ru_maxrss)\n"
        write(STDERR_FILENO, line, line.utf8.count)
        exit(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
    }
}
