import SessionLibrary
import Words

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
            [$0.table, ($0.rows.map(Phrase.rows) ?? .uncountable).here]
        }
        print("\(path)\n\(Phrase.size(bytes, free: free).here)\n" + Columns.text(counts))
        print((damage.isEmpty ? Phrase.noDamage : .damaged).here + "\n")
        if !damage.isEmpty { tell(damage: damage.map { Phrase(verbatim: $0) }) }
        return damage.isEmpty
    }

    private func print(_ text: String) { try? StandardStream.output.write(text) }

    private func tell(damage: [Phrase]) {
        StandardStream.tell((damage + [.recoverAdvice]).joined(separator: "\n"))
    }
}
