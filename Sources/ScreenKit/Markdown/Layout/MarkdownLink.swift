/// A link or a picture as it is shown, and where it leads.
package struct MarkdownLink: Hashable, Sendable {
    package let text: String
    package let address: String
}

extension MarkdownPage {
    /// The links of a text in their order, each once.
    package static func links(in text: String) -> [MarkdownLink] {
        var page = MarkdownPage(width: 80, text)
        page.end()
        var (layout, known) = (page.layout, Set<MarkdownLink>())
        return page.markdown.leaves.indices.flatMap { layout.links(of: $0) }
            .filter { known.insert($0).inserted }
    }
}

extension InlineText {
    var shownLinks: [MarkdownLink] {
        links.map { link in
            let text = String(decoding: bytes[link.range], as: UTF8.self)
            return MarkdownLink(
                text: text.replacing("\n", with: " "), address: link.address)
        }
    }
}
