import ScreenKit
import Workbench

/// The faces of a screen as a person reads them: a letter for each cell, blank where it has the face
/// `text`, and a legend.
struct FaceMap {
    /// Each face's letter, in order of the faces.
    private var letters: [(face: Face, letter: Character)] = []
    private let grid: Grid

    init(_ grid: Grid) {
        self.grid = grid
        let faces = Set(grid.cells.map(\.face)).subtracting([.text])
        for face in faces.sorted(by: { $0.index < $1.index }) {
            letters.append((face, freeLetter(for: face)))
        }
    }

    /// `b border · B border.focused`.
    var legend: String {
        letters.map { "\($0.letter) \($0.face.name)" }.joined(separator: " · ")
    }

    var lines: [String] {
        let table = Dictionary(uniqueKeysWithValues: letters.map { ($0.face, $0.letter) })
        return (0..<grid.size.rows).map { row in
            let line = String(grid.faces(row: row).map { table[$0] ?? " " })
            let end = line.lastIndex { $0 != " " }
            return end.map { String(line[...$0]) } ?? ""
        }
    }

    /// A letter of the name that no other face of this screen has; the first of its last word, if it
    /// may be.
    private func freeLetter(for face: Face) -> Character {
        let words = face.name.split(separator: ".")
        let initials = words.reversed().compactMap(\.first)
        let wanted = (initials + Array(face.name)).filter(\.isLetter)
            .flatMap { [$0] + $0.uppercased() }
        let others = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        let taken = Set(letters.map(\.letter))
        return (wanted + others).first { !taken.contains($0) } ?? "?"
    }
}

extension Face {
    fileprivate var name: String {
        let names = Face.allNames
        return Int(index) < names.count ? names[Int(index)] : "\(index)"
    }
}
