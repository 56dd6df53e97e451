import Support
import Testing

/// The set-up on machines that lack something.
struct SetUpTests {
    @Test func whatSwiftItselfLacksIsInstalledByTheNamesThatTheMachineHas() async throws {
        let desk = try SetUpDesk()
        try desk.place("apt-get", "echo \"$@\" >> apt; touch whole")
        let run = try await desk.setUp()
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        #expect(
            run.text.hasPrefix("set-up: missing here: libcurl4t64 libxml2-16 binutils libc6-dev "))
        let asked = try desk.text(of: "apt")
        for package in ["libcurl4t64", "libxml2-16", "binutils", "libc6-dev"] {
            #expect(asked.contains(" \(package)"), "\(asked)")
        }
        #expect(asked.contains(#/ (libgcc-\d+-dev libstdc\+\+-\d+-dev|gcc g\+\+)/#), "\(asked)")
        #expect(asked.split(separator: "\n").count == 1, "\(asked)")
    }

    @Test func whatWasFoundWholeIsNotTriedAgain() async throws {
        let desk = try SetUpDesk()
        try desk.mend()
        for _ in 1...2 {
            let run = try await desk.setUp()
            #expect(run.status == 0)
            #expect(run.text + run.errors == "")
        }
        #expect(try desk.text(of: ".build/set-up").contains("/programs/swiftc"))
        try desk.place("swiftc", "exit 1")
        try desk.place("apt-get", "exit 1")
        #expect(try await desk.setUp().status == 1)
    }

    @Test func oneLineSaysWhatIsMissingWhereNothingCanBeInstalled() async throws {
        let desk = try SetUpDesk()
        let without = try await desk.setUp()
        #expect(without.status == 1)
        #expect(without.text == "")
        #expect(without.errors.hasPrefix("set-up: missing here: libcurl4t64 libxml2-16 binutils "))
        #expect(without.errors.contains("(ld: error: cannot find -lgcc); there is no apt-get"))
        #expect(without.errors.split(separator: "\n").count == 1)

        try desk.place("apt-get", "exit 1")
        try desk.place("id", "echo 1000")
        let asNobody = try await desk.setUp()
        #expect(asNobody.status == 1)
        #expect(
            asNobody.errors.hasPrefix(
                "set-up: missing here; as root, run: apt-get install libcurl4t64 "))
        #expect(asNobody.errors.split(separator: "\n").count == 1)
    }

    @Test func whatIsStillMissingAfterwardsIsSaidLast() async throws {
        let desk = try SetUpDesk()
        try desk.place("apt-get", "exit 100")
        let run = try await desk.setUp()
        #expect(run.status == 1)
        let trouble = "set-up: still missing here (ld: error: cannot find -lgcc); as root, run: "
        #expect(run.errors.hasPrefix(trouble + "apt-get install libcurl4t64 libxml2-16 "))

        try desk.place("dpkg-query", "echo installed")
        try desk.place("ldd", "exit 0")
        let broken = try await desk.setUp()
        #expect(broken.status == 1)
        #expect(
            broken.errors
                == "set-up: Swift is here, but does not build a program: ld: error: cannot find -lgcc\n"
        )
    }
}
