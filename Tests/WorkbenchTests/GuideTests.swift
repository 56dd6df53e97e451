import Foundation
import ScreenKit
import Testing
import Words
import Workbench

/// The guide is written by hand; the keys in its tables are held against the table of commands.
struct GuideTests {
    /// A row of a key table: `| keys | what it does | name |`.
    private struct Row {
        var keys: [String]
        var words: String
        var name: String

        /// `nil` for lines that are no such row.
        init?(_ line: Substring) {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("| `"), cells.count == 3, let name = Self.code(cells[2]).first
            else { return nil }
            keys = Self.code(cells[0])
            words = cells[1]
            self.name = name
        }

        /// What stands between backticks.
        private static func code(_ cell: String) -> [String] {
            cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
        }
    }

    @Test func theGuideNamesEveryCommandWithItsKeysAndNoOther() throws {
        let rows = try page("Docs/Guide.md").split(separator: "\n").compactMap { Row($0) }
        #expect(rows.map(\.name).sorted() == Command.all.map(\.id.rawValue).sorted())
        for command in Command.all {
            let row = try #require(rows.first { $0.name == command.id.rawValue })
            let keys = Command.defaultKeymap.keys(for: command.id).map(\.label)
            #expect(row.keys == keys, "\(row.name)")
            #expect(row.words.hasPrefix(command.title.english), "\(row.name)")
        }
    }

    @Test(arguments: ["Docs/Guide.md", "README.md"])
    func theKeysOfTheExamplesAreForCommandsThatExist(file: String) throws {
        let lines = try page(file).matches(of: /(?m)^"([a-z.-]+)" = (\[.*\]|"[^"]*")/)
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(
                Command.named(.init(rawValue: String(line.output.1))) != nil, "\(line.output.1)")
            for key in line.output.2.matches(of: /"([^"]+)"/) {
                #expect(Key(String(key.output.1)) != nil, "\(key.output.1)")
            }
        }
    }

    private func page(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
