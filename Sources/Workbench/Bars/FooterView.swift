import ScreenKit
import Words

/// The last line: a notice when there is one, else the keys that matter here.
struct FooterView {
    struct Item {
        var command: Command
        var key: String
        var title: String
        var columns: Range<Int>
    }

    /// What a dialog says of its keys.
    let hint: String?
    let notice: Notice?
    /// What may be done about a failure.
    let offer: String?
    let isCountingDown: Bool
    /// What can be clicked on, and where it stands.
    private(set) var items: [Item] = []
    private let columns: Int
    private let widths: WidthProfile
    private let language: Language

    init(
        hint: Phrase?, notice: Notice?, offer: Phrase?, isCountingDown: Bool,
        commands: [PaneOffers.Offer], _ around: Surroundings
    ) {
        self.hint = hint?.text(in: around.language)
        self.notice = notice
        self.offer = offer?.text(in: around.language)
        self.isCountingDown = isCountingDown
        columns = around.size.columns
        widths = around.widths
        language = around.language
        place(commands, around.keymap)
    }

    private mutating func place(_ commands: [PaneOffers.Offer], _ keymap: Keymap<Command.ID>) {
        var column = 1
        for (command, name) in commands {
            guard let key = keymap.label(of: command) else { continue }
            let title = name.text(in: language)
            let width = Width.of(key, widths) + Width.of(title, widths) + 3
            guard column + width < offerColumn else { break }
            items.append(
                Item(command: command, key: key, title: title, columns: column..<column + width))
            column += width + 1
        }
    }

    func draw(on canvas: inout Canvas, row: Int) {
        if let hint {
            canvas.write(
                " \(hint) ", at: Point(row: row, column: 1), face: Face(.footer),
                limit: columns - 2, ellipsis: true)
            return
        }
        if let notice { return draw(notice, on: &canvas, row: row) }
        drawOffer(on: &canvas, row: row)
        for item in items {
            let column = item.columns.lowerBound
            let used = canvas.write(
                " " + item.key, at: Point(row: row, column: column), face: .key)
            canvas.write(
                " \(item.title) ", at: Point(row: row, column: column + used), face: Face(.footer))
        }
    }

    /// What may be done about it stands at the right, whole; the notice takes what is left.
    private func draw(_ notice: Notice, on canvas: inout Canvas, row: Int) {
        let offer = offer.map { " " + $0 + " " } ?? ""
        let room = columns - 2 - Width.of(offer, widths)
        let text = (notice.isError ? " ✗ " : " ") + notice.text.text(in: language) + " "
        let used = canvas.write(
            text, at: Point(row: row, column: 1),
            face: notice.isError ? Face(.noticeError) : Face(.notice), limit: room, ellipsis: true)
        canvas.write(
            offer, at: Point(row: row, column: 1 + used), face: Face(.notice),
            limit: columns - 2 - used, ellipsis: true)
    }

    /// When the message has gone, the countdown to another try goes on at the right.
    private func drawOffer(on canvas: inout Canvas, row: Int) {
        guard let offer = offerWithoutNotice else { return }
        canvas.write(
            " \(offer) ", at: Point(row: row, column: offerColumn), face: Face(.notice),
            limit: columns - 1 - offerColumn, ellipsis: true)
    }

    private var offerWithoutNotice: String? {
        notice == nil && isCountingDown ? offer : nil
    }

    /// Where the keys end.
    private var offerColumn: Int {
        guard let offer = offerWithoutNotice else { return columns - 1 }
        return max(1, columns - 3 - Width.of(offer, widths))
    }
}

extension State {
    var footer: FooterView {
        FooterView(
            hint: dialog?.hint(dialogRoom), notice: screen.notice, offer: offerText,
            isCountingDown: isCountingDown, commands: footerCommands, around)
    }

    private var footerCommands: [PaneOffers.Offer] {
        let always: [PaneOffers.Offer] = [
            (.nextPane, .paneOffer), (.palette, .commandsOffer), (.help, .helpOffer),
            (.quit, .quitOffer),
        ]
        let running: [PaneOffers.Offer] = isRunning ? [(.back, .stopOffer)] : []
        let offers = selectsByKeys ? selectionOffers : focused?.offers(self) ?? PaneOffers()
        return running + offers.here + always + offers.more
    }

    /// What several lanes offer.
    var laneOffers: [PaneOffers.Offer] {
        session.lanes.count > 1
            ? [(.nextLane, .laneOffer), (.adoptLane, .adoptOffer), (.removeLane, .removeOffer)] : []
    }
}
