import ScreenKit

/// Whether one really wants to leave, and what would be lost.
struct QuitQuestion: Question {
    let reason: String
    var title: String { "Quit?" }
    var contexts: [KeyContext] { [.quit, .question, .dialog] }

    func hint(_ room: DialogRoom) -> String {
        "\(room.key(.yes)) quits · \(room.key(.no)) goes back"
    }

    func extent(in room: DialogRoom) -> Size { Size(rows: 5, columns: 52) }

    func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point? {
        let inside = canvas.bounds.inset(top: 1, left: 2, bottom: 1, right: 2)
        canvas.sub(inside) {
            $0.write(reason, at: Point(row: 0, column: 0), face: Face(.menu))
            $0.write(
                "\(room.key(.yes)) or \(room.key(.quitNow)) quits", at: Point(row: 1, column: 0),
                face: Face(.menuDetail))
            $0.write(
                "\(room.key(.no)) or \(room.key(.closeDialog)) goes back",
                at: Point(row: 2, column: 0), face: Face(.menuDetail))
        }
        return nil
    }

    func answer(_ isYes: Bool) -> Command.Deed { { isYes ? $0.quit() : [] } }
}
