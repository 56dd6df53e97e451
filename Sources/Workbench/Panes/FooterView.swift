import ScreenKit

/// The last line: a notice when there is one, else the keys that matter here.
extension State {
    package struct FooterItem: Sendable {
        package var command: Command
        package var key: String
        package var title: String
        package var columns: Range<Int>
    }

    func drawFooter(on canvas: inout Canvas, _ layout: Layout) {
        if let keys = dialog?.hint(dialogRoom) {
            canvas.write(
                " \(keys) ", at: Point(row: layout.footer.row, column: 1), face: Face(.footer),
                limit: size.columns - 2, ellipsis: true)
            return
        }
        if let notice {
            drawNotice(notice, on: &canvas, layout)
            return
        }
        drawOffer(on: &canvas, layout)
        for item in footerItems() {
            let column = item.columns.lowerBound
            let used = canvas.write(
                " " + item.key, at: Point(row: layout.footer.row, column: column), face: .key)
            canvas.write(
                " \(item.title) ", at: Point(row: layout.footer.row, column: column + used),
                face: Face(.footer))
        }
    }

    /// What may be done about it stands at the right, whole; the notice takes what is left.
    private func drawNotice(_ notice: Notice, on canvas: inout Canvas, _ layout: Layout) {
        let offer = offerText.map { " " + $0 + " " } ?? ""
        let room = size.columns - 2 - Width.of(offer, widths)
        let text = (notice.isError ? " ✗ " : " ") + notice.text + " "
        let row = layout.footer.row
        let used = canvas.write(
            text, at: Point(row: row, column: 1),
            face: notice.isError ? Face(.noticeError) : Face(.notice), limit: room, ellipsis: true)
        canvas.write(
            offer, at: Point(row: row, column: 1 + used), face: Face(.notice),
            limit: size.columns - 2 - used, ellipsis: true)
    }

    /// When the message has gone, the countdown to another try goes on at the right.
    private func drawOffer(on canvas: inout Canvas, _ layout: Layout) {
        guard let offer = offerWithoutNotice else { return }
        let column = offerColumn
        canvas.write(
            " \(offer) ", at: Point(row: layout.footer.row, column: column), face: Face(.notice),
            limit: size.columns - 1 - column, ellipsis: true)
    }

    private var offerWithoutNotice: String? {
        notice == nil && isCountingDown ? offerText : nil
    }

    /// Where the keys end.
    private var offerColumn: Int {
        guard let offer = offerWithoutNotice else { return size.columns - 1 }
        return max(1, size.columns - 3 - Width.of(offer, widths))
    }

    /// What the footer offers here, and where it stands.
    func footerItems() -> [FooterItem] {
        var column = 1
        var items: [FooterItem] = []
        for (command, title) in footerCommands {
            guard let key = keymap.label(of: command) else { continue }
            let width = Width.of(key, widths) + Width.of(title, widths) + 3
            guard column + width < offerColumn else { break }
            items.append(
                FooterItem(
                    command: command, key: key, title: title, columns: column..<column + width))
            column += width + 1
        }
        return items
    }

    private var footerCommands: [(Command, String)] {
        let always: [(Command, String)] = [
            (.nextPane, "pane"), (.palette, "commands"), (.help, "help"), (.quit, "quit"),
        ]
        let running: [(Command, String)] = isRunning ? [(.back, "stop")] : []
        return running + commandsHere + always + moreHere
    }

    /// What only a wide screen has room for.
    private var moreHere: [(Command, String)] {
        focus == .composer ? [(.newline, "newline"), (.addLane, "another lane")] : []
    }

    private var commandsHere: [(Command, String)] {
        let lanes: [(Command, String)] =
            self.lanes.count > 1
            ? [(.nextLane, "lane"), (.adoptLane, "adopt"), (.removeLane, "remove")] : []
        switch focus {
        case .composer:
            return [(.send, "send")] + lanes
        case .parameters:
            return [
                (.increase, "more"), (.editParameter, "type"), (.clearParameter, "not sent"),
            ]
        case .traffic: return [(.nextTab, "tab"), (.unfold, "unfold"), (.preview, "next request")]
        case .conversation: return lanes + [(.copy, "copy"), (.toggleReasoning, "thinking")]
        case .usage: return lanes
        }
    }
}
