import ScreenKit

/// What a choice says: a model's words as Markdown, or their source; others' words as they are.
struct BodyText: Sendable {
    private let isMarkdown: Bool
    /// What it goes on with: the text of another turn.
    private let beginning: String
    private var isEnded = false
    /// Another turn goes on with it: its end is read as if more were to come.
    private var isContinued = false
    private let profile: WidthProfile
    /// One of the two is there: a text of a megabyte is not kept twice.
    private var page: MarkdownPage?
    private var plain: WrappedText?

    init(isMarkdown: Bool, after beginning: String, width: Int, _ profile: WidthProfile) {
        (self.isMarkdown, self.beginning, self.profile) = (isMarkdown, beginning, profile)
        if isMarkdown {
            page = page(width, "")
        } else {
            plain = WrappedText(width: width, profile: profile)
        }
    }

    private func page(_ width: Int, _ text: String) -> MarkdownPage {
        var page = MarkdownPage(
            width: width, profile: profile, face: Face(.turnText), after: beginning, text)
        if isEnded, !isContinued { page.end() }
        return page
    }

    var isEmpty: Bool { page?.isEmpty ?? plain?.lines.isEmpty ?? true }

    mutating func append(_ text: String) {
        page?.append(text)
        plain?.append(text)
    }

    /// Nothing more will come.
    mutating func end() {
        isEnded = true
        if !isContinued { page?.end() }
    }

    /// Says whether another turn goes on with it.
    mutating func set(continued: Bool) {
        guard continued != isContinued else { return }
        isContinued = continued
        if isEnded, let page { self.page = self.page(page.width, page.source) }
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
            page = page(plain.width, plain.text)
            self.plain = nil
        }
    }

    // MARK: Selecting

    /// Markdown's leaves, or the one text.
    var passages: Range<Int> { isEmpty ? 0..<0 : page?.passages ?? 0..<1 }

    func passage(_ place: Int) -> Passage? {
        if let page { return page.passage(place) }
        guard place == 0, var passage = plain?.passage else { return nil }
        if !beginning.isEmpty { passage.joint = "" }
        return passage
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
        return range.map { .text(lines[$0], $0, isSent: isSent) }
    }

    func lastLines(_ count: Int, isSent: Bool) -> [TranscriptLine] {
        if let page { return page.lastLines(count).map { .styled($0, isSent: isSent) } }
        let lines = plain?.lines.count ?? 0
        return self.lines(in: max(0, lines - count)..<lines, isSent: isSent)
    }
}
