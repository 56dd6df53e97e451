import Foundation
import ScreenKit
import TOML
import Testing

@testable import Settings

struct ThemeTests {
    @Test func theThemesInTheBinaryAreThoseInTheFiles() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes")
        for (name, text) in BuiltInThemes.texts {
            let file = try String(
                contentsOf: folder.appending(path: "\(name).toml"), encoding: .utf8)
            #expect(text == file, "copy themes/\(name).toml to BuiltInThemes.swift")
        }
    }

    @Test(arguments: BuiltInThemes.texts.map(\.0))
    func aBuiltInThemeIsWithoutFault(name: String) throws {
        let read = ThemeFile.read(try #require(BuiltInThemes.text(of: name)), name: name)
        #expect(read.complaints == [])
        #expect(read.theme.name == name)
    }

    @Test(arguments: ["dark", "light"])
    func everyFaceOfScreenKitIsThereAndLegible(name: String) throws {
        let theme = ThemeFile.read(try #require(BuiltInThemes.text(of: name)), name: name).theme
        for face in Face.builtInNames { #expect(theme.styles[face] != nil, "\(face)") }
        let lines: Set = ["border", "slider.track"]
        for (face, style) in theme.styles where !lines.contains(face) {
            let ratio = try contrast(style)
            // What WCAG 2 asks of text (success criterion 1.4.3).
            #expect(ratio >= 4.5, "\(face) has \(ratio)")
        }
    }

    @Test func theColoursOfTheBuiltInThemesAreAmongTheSharedOnes() throws {
        for (name, text) in BuiltInThemes.texts where name != "plain" {
            for style in ThemeFile.read(text, name: name).theme.styles.values {
                for color in [style.foreground, style.background] {
                    #expect(isInCube(try #require(color)), "\(name): \(color.debugDescription)")
                }
            }
        }
    }

    @Test func thePlainThemeHasNoColourAndStillShowsTheSelection() throws {
        let theme = ThemeFile.read(try #require(BuiltInThemes.text(of: "plain")), name: "plain")
            .theme
        #expect(theme.styles.values.allSatisfy { $0.foreground == nil && $0.background == nil })
        #expect(theme.style(of: "selection").attributes == .reverse)
    }

    @Test func whatAFaceLeavesOutComesFromTheFaceAboveIt() {
        let read = ThemeFile.read(
            """
            [palette]
            sea = "#005f87"
            [faces]
            text = { fg = 7, bg = "black" }
            turn = { fg = "sea", bold = true }
            "turn.user" = { bg = "default", italic = true, underline = false }
            lane.a = "bright-red"
            """,
            name: "mine"
        )
        #expect(read.complaints == [])
        #expect(
            read.theme.styles == [
                "text": Style(foreground: .palette(7), background: .palette(0)),
                "turn": Style(
                    foreground: .rgb(0, 0x5F, 0x87),
                    background: .palette(0),
                    attributes: .bold
                ),
                "turn.user": Style(foreground: .rgb(0, 0x5F, 0x87), attributes: .italic),
                "lane.a": Style(foreground: .palette(9), background: .palette(0)),
            ]
        )
    }

    @Test func aWrongColourIsToldAndTheRestCounts() {
        let text = """
            [faces]
            "text" = { fg = "reddish" }
            "dim" = { fg = 300, blod = true }
            "error" = { fg = "#f00", bold = 1 }
            """
        let read = ThemeFile.read(text, name: "mine", file: "mine.toml")
        #expect(
            read.complaints.map(\.description) == [
                "mine.toml:2:17: `reddish` is no colour: write \"#rrggbb\" or a name",
                "mine.toml:3:16: a terminal's colours are 0 to 255",
                "mine.toml:3:21: a face has no `blod`",
                "mine.toml:4:33: bold is true or false",
            ]
        )
        #expect(read.theme.style(of: "error").foreground == .rgb(255, 0, 0))
    }
}

/// The contrast ratio of WCAG 2.
private func contrast(_ style: Style) throws -> Double {
    let lights = [
        luminance(try #require(style.foreground)), luminance(try #require(style.background)),
    ].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
}

private func luminance(_ color: Color) -> Double {
    guard case .rgb(let red, let green, let blue) = color else { return .nan }
    func linear(_ value: UInt8) -> Double {
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Whether the 256 colours of xterm hold it: the cube of six steps, or the ramp of greys.
private func isInCube(_ color: Color) -> Bool {
    guard case .rgb(let red, let green, let blue) = color else { return false }
    let steps: Set<UInt8> = [0, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
    if [red, green, blue].allSatisfy(steps.contains) { return true }
    return red == green && green == blue && red >= 8 && (red - 8) % 10 == 0 && red <= 238
}
