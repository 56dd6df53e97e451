import Foundation
import Support
import Terminal
import Testing
import Words
import Workbench

@testable import fader

/// Where a text lies that was copied, and for whom.
struct CopiedFileTests {
    private let desk: CommandDesk
    private let folder: URL

    init() throws {
        desk = try CommandDesk()
        folder = desk.home.appending(path: ".local/state/fader")
    }

    private var file: URL { folder.appending(path: "copied.txt") }
    private var copies: CopiedFile { CopiedFile(folder: folder.path, home: desk.home.path) }

    private var written: String? { try? String(contentsOf: file, encoding: .utf8) }

    private var mode: Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        return attributes?[.posixPermissions] as? Int
    }

    /// A file is there unless the text is surely in a clipboard.
    @Test(arguments: [
        (true, ClipboardReach.takes, Copied.clipboard),
        (true, .unsure, .clipboardAndFile("~/.local/state/fader/copied.txt")),
        (false, .takes, .longInFile("~/.local/state/fader/copied.txt")),
        (false, .unsure, .longInFile("~/.local/state/fader/copied.txt")),
        (false, .none, .file("~/.local/state/fader/copied.txt")),
    ])
    func whereItHasGone(isSent: Bool, reach: ClipboardReach, place: Copied) {
        #expect(copies.copied("a\n温度", isSent: isSent, reach: reach) == place)
        #expect(written == (place == .clipboard ? nil : "a\n温度"))
    }

    @Test func thePathIsWholeElsewhere() throws {
        let other = CopiedFile(folder: folder.path, home: desk.home.path + "/.loc")
        #expect(other.copied("a", isSent: false, reach: .none) == .file(file.path))
        let homeless = CopiedFile(folder: folder.path, home: nil)
        #expect(homeless.copied("a", isSent: false, reach: .none) == .file(file.path))
    }

    /// The last one alone is kept.
    @Test func whatWasCopiedBeforeGoes() {
        _ = copies.copied("the first, which is longer", isSent: true, reach: .unsure)
        _ = copies.copied("the last", isSent: true, reach: .unsure)
        #expect(written == "the last")
    }

    /// A file stands where a folder is needed: not even its owner can write there.
    @Test func whatCannotBeWrittenIsSaid() throws {
        let home = desk.home.appending(path: "taken")
        try Data().write(to: home)
        let copies = CopiedFile(folder: home.path + "/fader", home: desk.home.path)
        guard case .nowhere(let reason) = copies.copied("a", isSent: false, reach: .none) else {
            Issue.record("it was written")
            return
        }
        #expect(reason.english.contains(home.path + "/fader/copied.txt"))
        #expect(reason.english.contains("Not a directory"))
        #expect(copies.copied("a", isSent: true, reach: .unsure) == .clipboard)
    }

    // MARK: For its owner alone

    @Test func nobodyElseMayReadIt() throws {
        _ = copies.copied("a", isSent: true, reach: .unsure)
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        _ = copies.copied("b", isSent: true, reach: .unsure)
        #expect(mode == 0o600)
        #expect(written == "b")
    }

    @Test func whatALinkLeadsToIsNotTouched() throws {
        let target = desk.home.appending(path: "other.txt")
        try Data("mine".utf8).write(to: target)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
        _ = copies.copied("secret", isSent: true, reach: .unsure)
        #expect(try String(contentsOf: target, encoding: .utf8) == "mine")
        #expect(written == "secret")
        let type = try FileManager.default.attributesOfItem(atPath: file.path)[.type]
        #expect(type as? FileAttributeType == .typeRegular)
        #expect(mode == 0o600)
    }
}
