import SessionLibrary

/// What `fader library check` says.
struct LibraryReport {
    let path: String

    /// Prints it; whether the library is whole.
    func show() throws -> Bool {
        do throws(LibraryProblem) {
            return try show(Library.openToLook(at: path))
        } catch {
            guard error.kind == .damaged else { throw CommandProblem(error.sentence) }
            tell(damage: [error.detail])
            return false
        }
    }

    private func show(_ library: Library) throws(LibraryProblem) -> Bool {
        let damage = try library.findDamage()
        let (bytes, free) = try library.size()
        let counts = try library.tableCounts().map {
            [$0.table, $0.rows.map { $0.of("row") } ?? "cannot be counted"]
        }
        print("\(path)\n\(bytes) bytes, \(free) of them free\n" + Columns.text(counts))
        print(damage.isEmpty ? "no damage\n" : "damaged\n")
        if !damage.isEmpty { tell(damage: damage) }
        return damage.isEmpty
    }

    private func print(_ text: String) { try? StandardStream.output.write(text) }

    private func tell(damage: [String]) {
        StandardStream.tell(
            damage.joined(separator: "\n")
                + "\nthe library is damaged; `fader library recover NEW-FILE` saves what can be read"
        )
    }
}
