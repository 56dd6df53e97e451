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
        print(path)
        print("\(bytes) bytes, \(free) of them free")
        for count in try library.tableCounts() {
            let rows = count.rows.map { $0.of("row") } ?? "cannot be counted"
            print("\(count.table.padding(to: 10)) \(rows)")
        }
        print(damage.isEmpty ? "no damage" : "damaged")
        if !damage.isEmpty { tell(damage: damage) }
        return damage.isEmpty
    }

    private func print(_ line: String) { try? StandardStream.output.writeLine(line) }

    private func tell(damage: [String]) {
        StandardStream.tell(
            damage.joined(separator: "\n")
                + "\nthe library is damaged; `fader library recover NEW-FILE` saves what can be read")
    }
}
