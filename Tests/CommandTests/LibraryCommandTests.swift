import Foundation
import Support
import Testing

struct LibraryCommandTests {
    private func desk(answers: Int = 2) async throws -> CommandDesk {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let desk = try CommandDesk()
        for number in 0..<answers { _ = try await desk.send(to: provider, "Hi \(number)") }
        return desk
    }

    @Test func checkCountsAndFindsNothing() async throws {
        let desk = try await desk()
        let run = try await desk.run("library", "check")
        #expect(run.status == 0)
        #expect(run.text.hasPrefix(desk.library.path + "\n"))
        #expect(run.text.contains("turn      4 rows\n"))
        #expect(run.text.hasSuffix("no damage\n"))
        #expect(run.errors.isEmpty)
    }

    @Test func damageIsToldAndRecoveredFrom() async throws {
        let desk = try await desk()
        var bytes = try Data(contentsOf: desk.library)
        // The pages of the last table made, and its index.
        for place in bytes.count - 4_096..<bytes.count { bytes[place] ^= 0x55 }
        try bytes.write(to: desk.library)
        let check = try await desk.run("library", "check")
        #expect(check.status == 1)
        #expect(check.errors.contains("fader library recover NEW-FILE"))
        let send = try await desk.run("send", "--provider", "practice", "Hi")
        #expect(send.status == 2)
        #expect(send.errors.contains("is damaged"))
        #expect(try Data(contentsOf: desk.library) == bytes)

        let target = desk.home.appending(path: "new.sqlite").path
        let recovery = try await desk.run("library", "recover", target)
        #expect(recovery.status == 0)
        #expect(recovery.text.contains("turn      4 rows"))
        #expect(recovery.errors.contains("\(target) has what could be read"))
        #expect(try await desk.run("library", "check", "--library", target).status == 0)
        let list = try await desk.run("sessions", "list", "--library", target)
        #expect(list.text.contains("Hi 0") && list.text.contains("Hi 1"))
        let again = try await desk.run("library", "recover", target)
        #expect(again.status == 2)
    }

    @Test func aBackupAndACompactedLibraryHoldTheSame() async throws {
        let desk = try await desk()
        let copy = desk.home.appending(path: "copy.sqlite").path
        #expect(try await desk.run("library", "backup", copy).status == 0)
        let before = try await desk.run("sessions", "list")
        #expect(try await desk.run("sessions", "list", "--library", copy).text == before.text)
        #expect(try await desk.run("library", "compact").status == 0)
        #expect(try await desk.run("sessions", "list").text == before.text)
    }

    @Test func thePathIsPrintedWhetherThereIsALibraryOrNot() async throws {
        let desk = try CommandDesk()
        #expect(try await desk.run("library", "path").text == desk.library.path + "\n")
        let check = try await desk.run("library", "check")
        #expect(check.status == 2)
        #expect(check.errors == "fader: there is no library \(desk.library.path)\n")
        #expect(try desk.allBytes() == [])
    }

    @Test func aDeviceIsNamedForWhatItIs() async throws {
        let desk = try CommandDesk()
        let run = try await desk.run(
            "send", "--provider", "practice", "--library", "/dev/null", "Hi")
        #expect(run.status == 2)
        #expect(run.errors.contains("this is no session library (it is a device)"))
    }

    @Test func aNewerVersionsLibraryIsNamedForWhatItIs() async throws {
        let desk = try await desk(answers: 1)
        var bytes = try Data(contentsOf: desk.library)
        // SQLite's user version.
        bytes[63] = 99
        try bytes.write(to: desk.library)
        let run = try await desk.run("send", "--provider", "practice", "Hi")
        #expect(run.status == 2)
        #expect(run.errors.contains("it was made by a newer version of Fader (99)"))
        #expect(try Data(contentsOf: desk.library) == bytes)
    }

    @Test func noSpoolIsLeftBehind() async throws {
        let desk = try await desk()
        let folder = desk.library.deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["library.sqlite"])
    }
}
