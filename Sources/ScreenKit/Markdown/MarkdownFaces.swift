/// What Markdown and code are written in.
extension Face {
    package static let markdownHeading = Face(index: 19)
    package static let markdownStrong = Face(index: 20)
    package static let markdownEmphasis = Face(index: 21)
    package static let markdownStrongEmphasis = Face(index: 22)
    /// What is struck out.
    package static let markdownStruck = Face(index: 23)
    package static let markdownCode = Face(index: 24)
    package static let markdownLink = Face(index: 25)
    /// The bar beside a quotation.
    package static let markdownQuote = Face(index: 26)
    /// The sign or the number of a list's item.
    package static let markdownMarker = Face(index: 27)
    /// A rule, and the line below a table's heading.
    package static let markdownRule = Face(index: 28)
    /// What stands there as it is in the source: HTML, where a label leads.
    package static let markdownSource = Face(index: 29)

    /// A block of code; its other faces are on the same ground.
    package static let code = Face(index: 30)
    package static let codeLanguage = Face(index: 31)
    package static let codeKeyword = Face(index: 32)
    package static let codeString = Face(index: 33)
    package static let codeNumber = Face(index: 34)
    package static let codeComment = Face(index: 35)
    package static let codeName = Face(index: 36)
    package static let codeAdded = Face(index: 37)
    package static let codeRemoved = Face(index: 38)

    static let markdownNames = [
        "markdown.heading", "markdown.strong", "markdown.emphasis", "markdown.strong.emphasis",
        "markdown.struck", "markdown.code", "markdown.link", "markdown.quote", "markdown.marker",
        "markdown.rule", "markdown.source", "code", "code.language", "code.keyword", "code.string",
        "code.number", "code.comment", "code.name", "code.added", "code.removed",
    ]
}
