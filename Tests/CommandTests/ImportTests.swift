import Foundation
import Testing

/// The laws of the house: who may import whom is written in Docs/Architecture.md.
struct ImportTests {
    @Test func theArchitectureDrawsEveryImportAndNoOther() throws {
        let table = try importTable()
        for target in try targets() {
            let allowed = try #require(table[target], "\(target) has no row")
            let imports = try imports(of: target)
            let strangers = imports.subtracting(allowed).sorted()
            #expect(strangers.isEmpty, "\(target) imports \(strangers), which its row has not")
            let missing = allowed.subtracting(imports).sorted()
            #expect(missing.isEmpty, "\(target) does not import \(missing), which its row has")
        }
    }

    @Test func thePureRoomsKnowNothingOfTheSystem() throws {
        for target in [
            "Words", "TOML", "ScreenKit", "ChatCompletions", "Conversations", "Workbench",
        ] {
            let known = try imports(of: target)
            #expect(known.isDisjoint(with: ["Foundation", "Glibc", "Dispatch"]), "\(target)")
        }
    }

    /// A stranger finds the folder of what a program does by what the page says of it.
    @Test func theArchitectureNamesEveryFolderAndNoOther() throws {
        let named = try foldersTold(under: "### Inside the workbench", of: "Workbench")
            .union(foldersTold(under: "### Inside the other rooms"))
        let there = try Set(targets().flatMap { try folders(of: $0) })
        #expect(there.subtracting(named).sorted() == [])
        #expect(named.subtracting(there).sorted() == [])
    }

    @Test func noTypeBearsItsModulesName() throws {
        for target in try targets() {
            let declaration = try Regex("(struct|class|enum|actor|protocol) \\Q\(target)\\E\\b")
            for source in try sources(of: target) {
                #expect(source.firstMatch(of: declaration) == nil, "\(target)")
            }
        }
    }
}

private func targets() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: repository("Sources").path).sorted()
}

private func sources(of target: String) throws -> [String] {
    let folder = repository("Sources/\(target)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? [])
        .filter { $0.pathExtension == "swift" }
        .map { try String(contentsOf: $0, encoding: .utf8) }
}

private func imports(of target: String) throws -> Set<String> {
    var modules: Set<String> = []
    let line = /^(?:public |package |internal |private |fileprivate |@\w+ )*import (?:\w+ )?(\w+)/
        .anchorsMatchLineEndings()
    for source in try sources(of: target) {
        modules.formUnion(source.matches(of: line).map { String($0.output.1) })
    }
    return modules
}

/// The folders with Swift files in a target: `Workbench/Asking`.
private func folders(of target: String) throws -> [String] {
    let folder = repository("Sources/\(target)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let parents = paths.filter { $0.hasSuffix(".swift") && $0.contains("/") }
        .map { ($0 as NSString).deletingLastPathComponent }
    return Set(parents).map { "\(target)/\($0)" }
}

/// The folders of a section's table.
///
/// - Parameter room: whose they are; `nil` where each row begins with the room's name.
private func foldersTold(under heading: String, of room: String? = nil) throws -> Set<String> {
    let rows = try rows(under: heading).dropFirst(2).map { cells in
        cells[0].components(separatedBy: ", ").map { $0.replacing("`", with: "") }
    }
    return Set(
        rows.flatMap { names in
            let room = room ?? names[0].components(separatedBy: "/")[0]
            return names.map { $0.hasPrefix(room + "/") ? $0 : "\(room)/\($0)" }
        })
}

/// The rows of the table in a section of the page, each as its cells.
private func rows(under heading: String) throws -> [[String]] {
    let page = try String(contentsOf: repository("Docs/Architecture.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: heading + "\n").last)
        .components(separatedBy: "\n##")[0]
    return section.split(separator: "\n").filter { $0.hasPrefix("|") }.map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

/// Target → what its row allows.
private func importTable() throws -> [String: Set<String>] {
    var table: [String: Set<String>] = [:]
    for cells in try rows(under: "## Who may import whom") {
        let modules = cells.dropFirst().flatMap { $0.components(separatedBy: ", ") }
        table[cells[0]] = Set(modules.filter { !$0.isEmpty })
    }
    return table
}
