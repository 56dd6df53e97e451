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

/// Target → what its row allows.
private func importTable() throws -> [String: Set<String>] {
    let page = try String(contentsOf: repository("Docs/Architecture.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "## Who may import whom").last)
        .components(separatedBy: "\n## ")[0]
    var table: [String: Set<String>] = [:]
    for row in section.split(separator: "\n") where row.hasPrefix("| ") {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
            .map { $0.trimmingCharacters(in: .whitespaces) }
        let modules = cells.dropFirst().flatMap { $0.components(separatedBy: ", ") }
        table[cells[0]] = Set(modules.filter { !$0.isEmpty })
    }
    return table
}
