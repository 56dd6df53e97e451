import ScreenKit
import Words

/// Whether one really wants to leave, and what would be lost.
struct QuitQuestion: Question {
    let reasons: [Phrase]
    var title: Phrase { .quitQuestion }
    var contexts: [KeyContext] { [.quit, .question, .dialog] }

    func hint(_ room: DialogRoom) -> Phrase {
        .quitHint(yes: room.key(.yes), no: room.key(.no))
    }

    func extent(in room: DialogRoom) -> Size { Size(rows: 4 + reasons.count, columns: 52) }

    func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point? {
        let ways: [Phrase] = [
            .quits(room.key(.yes), room.key(.quitNow)),
            .goesBack(room.key(.no), room.key(.closeDialog)),
        ]
        let inside = canvas.bounds.inset(top: 1, left: 2, bottom: 1, right: 2)
        canvas.sub(inside) {
            for (row, line) in (reasons + ways).enumerated() {
                let face = row < reasons.count ? Face(.menu) : Face(.menuDetail)
                $0.write(
                    line.text(in: room.language), at: Point(row: row, column: 0), face: face)
            }
        }
        return nil
    }

    func answer(_ isYes: Bool) -> Command.Deed { { isYes ? $0.quit() : [] } }
}
