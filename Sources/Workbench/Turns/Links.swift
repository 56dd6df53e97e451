import ScreenKit
import Words

/// The links of a text, to choose from: the list says where each leads.
private struct LinkChoices: Choices {
    let links: [MarkdownLink]
    var title: Phrase { .links }
    var count: Int { links.count }

    subscript(row: Int) -> PickerRow {
        let link = links[row]
        return PickerRow(title: link.text, detail: link.text == link.address ? "" : link.address)
    }

    func take(_ row: Int, in state: inout State) -> [Effect] { [.copy(links[row].address)] }
}

extension State {
    mutating func listLinks() {
        let links = MarkdownPage.links(in: markdownOfSelectedTurn)
        if links.isEmpty {
            screen.notice = Notice(.noLinks)
        } else {
            open(Picker(LinkChoices(links: links), around.widths))
        }
    }
}
