import ScreenKit

/// What a choice says: a model's words as Markdown, or their source; others' words as they are.
struct BodyText: Sendable {
    private let isMarkdown: Bool
    private var isEnded = false
    private let profile: WidthProfile
    /// One of the two is there: a text of a megabyte is not kept twice.
    private var page: MarkdownPage?
    private var plain: WrappedText?

    init(isMarkdown: Bool, width: Int, _ profile: WidthProfile) {
        (self.isMarkdown, self.profile) = (isMarkdown, profile)
        if isMarkdown {
            page = Self.page(width, profile, "")
        } else {
            plain = WrappedText(width: width, profile: profile)
        }
    }

    private static func page(_ width: Int, _ profile: WidthProfile, _ text: String) -> MarkdownPage
    {
        MarkdownPage(width: width, profile: profile, face: Face(.turnText), text)
    }

    var isEmpty: Bool { page?.isEmpty ?? plain?.lines.isEmpty ?? true }

    mutating func append(_ text: String) {
        page?.append(text)
        plain?.append(text)
    }

    /// Nothing more will come.
    mutating func end() {
        isEnded = true
        page?.end()
    }

    mutating func setWidth(_ width: Int) {
        page?.setWidth(width)
        plain?.setWidth(width)
    }

    /// Shows the source of Markdown, exactly, or what it means.
    mutating func show(source: Bool) {
        guard isMarkdown, source != (page == nil) else { return }
        if let page {
            plain = WrappedText(width: page.width, profile: profile, page.source)
            self.page = nil
        } else if let plain {
            page = Self.page(plain.width, profile, plain.text)
            if isEnded { page?.end() }
            self.plain = nil
        }
    }

    // MARK: Selecting

    /// Markdown's leaves, or the one text.
    var passageCount: Int { isEmpty ? 0 : page?.passageCount ?? 1 }

    func passage(_ place: Int) -> Passage? {
        page?.passage(place) ?? (place == 0 ? plain?.passage : nil)
    }

    var isPage: Bool { page != nil }

    // MARK: Lines

    mutating func layOut(last count: Int) { page?.layOut(last: count) }

    mutating func countLines() { page?.countLines() }

    var lineCount: Int { page?.lineCount ?? plain?.lines.count ?? 0 }

    /// How many lines there are, or that there are at least so many.
    func lineCount(atMost limit: Int) -> Int {
        page?.lineCount(atMost: limit) ?? min(limit, plain?.lines.count ?? 0)
    }

    /// The line in which a place of the text stands, where that is shown as it is.
    func line(at offset: Int) -> Int? { plain?.line(at: offset) }

    func lines(in range: Range<Int>, isSent: Bool) -> [TranscriptLine] {
        if let page { return page.lines(in: range).map { .styled($0, isSent: isSent) } }
        guard let lines = plain?.lines else { return [] }
        return range.map { .text(lines[$0], isSent: isSent) }
    }

    func lastLines(_ count: Int, isSent: Bool) -> [TranscriptLine] {
        if let page { return page.lastLines(count).map { .styled($0, isSent: isSent) } }
        let lines = plain?.lines.count ?? 0
        return self.lines(in: max(0, lines - count)..<lines, isSent: isSent)
    }
}
