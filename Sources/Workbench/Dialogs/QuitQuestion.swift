import ScreenKit

/// Whether one really wants to leave, and what would be lost.
struct QuitQuestion: Question {
    let reasons: [String]
    var title: String { "Quit?" }
    var contexts: [KeyContext] { [.quit, .question, .dialog] }

    func hint(_ room: DialogRoom) -> String {
        "\(room.key(.yes)) quits · \(room.key(.no)) goes back"
    }

    func extent(in room: DialogRoom) -> Size { Size(rows: 4 + reasons.count, columns: 52) }

    func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point? {
        let ways = [
            "\(room.key(.yes)) or \(room.key(.quitNow)) quits",
            "\(room.key(.no)) or \(room.key(.closeDialog)) goes back",
        ]
        let inside = canvas.bounds.inset(top: 1, left: 2, bottom: 1, right: 2)
        canvas.sub(inside) {
            for (row, line) in (reasons + ways).enumerated() {
                let face = row < reasons.count ? Face(.menu) : Face(.menuDetail)
                $0.write(line, at: Point(row: row, column: 0), face: face)
            }
        }
        return nil
    }

    func answer(_ isYes: Bool) -> Command.Deed { { isYes ? $0.quit() : [] } }
}
