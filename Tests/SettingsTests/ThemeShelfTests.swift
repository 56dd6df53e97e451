import Foundation
import ScreenKit
import TOML
import Testing

@testable import Settings

struct ThemeShelfTests {
    @Test func withoutAnyFileTheBuiltInThemesAreThere() {
        let shelf = ThemeShelf(folders: Folders(environment: { _ in "/nowhere" }))
        #expect(shelf.theme(named: "light").complaints == [])
        #expect(shelf.names() == ["dark", "light", "plain"])
    }

    @Test func aThemeOfTheUsersOwnGoesBeforeABuiltInOne() throws {
        try withTemporaryFolder { folder in
            try write("[faces]\ntext = \"#010203\"", to: folder + "/fader/themes/dark.toml")
            try write("[faces]\ntext = \"#040506\"", to: folder + "/fader/themes/sea.toml")
            let shelf = ThemeShelf(folders: Folders(environment: { _ in folder }))
            let dark = shelf.theme(named: "dark").theme
            #expect(dark.style(of: "text").foreground == .rgb(1, 2, 3))
            let sea = shelf.theme(named: "sea").theme
            #expect(sea.style(of: "text").foreground == .rgb(4, 5, 6))
            #expect(shelf.names() == ["dark", "light", "plain", "sea"])
        }
    }

    @Test func anInstalledThemeIsFound() throws {
        try withTemporaryFolder { folder in
            try write("[faces]\ntext = 3", to: folder + "/themes/moss.toml")
            var folders = Folders(environment: { _ in "/nowhere" })
            folders.share = folder
            let read = ThemeShelf(folders: folders).theme(named: "moss")
            #expect(read.theme.style(of: "text").foreground == .palette(3))
        }
    }

    @Test func aBrokenThemeIsToldAndDarkStandsIn() throws {
        try withTemporaryFolder { folder in
            let file = folder + "/fader/themes/sea.toml"
            try write("[faces]\ntext = [1,}", to: file)
            let read = ThemeShelf(folders: Folders(environment: { _ in folder })).theme(
                named: "sea")
            #expect(
                read.complaints.map(\.description) == [
                    "\(file):2:11: expected a value, found `}`"
                ]
            )
            #expect(read.theme.name == "dark")
            #expect(read.theme.styles["text"] != nil)
        }
    }

    @Test(arguments: ["nosuch", "../config", "", ".."])
    func aThemeThatIsNotThereIsToldAndDarkStandsIn(name: String) {
        let shelf = ThemeShelf(folders: Folders(environment: { _ in "/nowhere" }))
        let read = shelf.theme(named: name)
        #expect(
            read.complaints.map(\.description) == [
                "there is no theme `\(name)`; there are dark, light, plain"
            ]
        )
        #expect(read.theme.name == "dark")
    }

    @Test func theUsualThemeFollowsTheTerminal() {
        #expect(ThemeShelf.usualName { _ in nil } == "dark")
        #expect(ThemeShelf.usualName { $0 == "COLORFGBG" ? "0;15" : nil } == "light")
        #expect(ThemeShelf.usualName { $0 == "COLORFGBG" ? "15;0" : nil } == "dark")
        #expect(ThemeShelf.usualName { $0 == "NO_COLOR" ? "1" : nil } == "plain")
    }
}

func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

func write(_ text: String, to path: String) throws {
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
}
