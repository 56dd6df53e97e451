/// Splits `<think>…</think>` at the beginning of a content from what follows, for showing only.
///
/// ```swift
/// var splitter = ThinkSplitter()
/// for piece in pieces { splitter.add(piece) }
/// splitter.finish()
/// splitter.reasoning   // what stands between the tags
/// splitter.content     // what follows them
/// ```
///
/// The answer itself keeps its content as it was sent. Only a tag that the content begins with
/// counts, white space aside: anywhere else the tags are text that somebody wrote about.
public struct ThinkSplitter: Sendable, Hashable {
    private enum Stage { case beforeTag, thinking, afterTag }

    /// What stands between the tags, so far.
    public private(set) var reasoning = ""
    /// What is no thinking, so far.
    public private(set) var content = ""
    private var stage: Stage
    /// What may yet turn out to be a tag.
    private var held: [UInt8] = []

    private static let opening = Array("<think>".utf8)
    private static let closing = Array("</think>".utf8)

    /// - Parameter opensItself: for models whose template puts the opening tag into the prompt, so
    ///   that the content begins within the thinking.
    public init(opensItself: Bool = false) { stage = opensItself ? .thinking : .beforeTag }

    /// Splits a content that is whole.
    public init(splitting content: String) {
        self.init()
        add(content)
        finish()
    }

    /// Takes the next piece of the content; tags may be cut anywhere.
    public mutating func add(_ piece: String) {
        if stage == .afterTag {
            content += piece
            return
        }
        held += piece.utf8
        if stage == .beforeTag { lookForOpening() }
        if stage == .thinking { lookForClosing() }
    }

    /// The content has ended: what was held back is text.
    public mutating func finish() {
        let rest = String(decoding: held, as: UTF8.self)
        held = []
        if stage == .thinking { reasoning += rest } else { content += rest }
    }

    private mutating func lookForOpening() {
        let start = held.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if start.starts(with: Self.opening) {
            held = Array(start.dropFirst(Self.opening.count))
            stage = .thinking
        } else if !Self.opening.starts(with: start) {
            stage = .afterTag
            finish()
        }
    }

    private mutating func lookForClosing() {
        let ends = held.indices.filter { held[$0] == UInt8(ascii: "<") }
        for end in ends {
            let rest = held[end...]
            if rest.starts(with: Self.closing) {
                reasoning += String(decoding: held[..<end], as: UTF8.self)
                content += String(decoding: rest.dropFirst(Self.closing.count), as: UTF8.self)
                held = []
                stage = .afterTag
                return
            }
            if Self.closing.starts(with: rest) { return giveThinking(upTo: end) }
        }
        giveThinking(upTo: held.count)
    }

    private mutating func giveThinking(upTo end: Int) {
        reasoning += String(decoding: held[..<end], as: UTF8.self)
        held.removeFirst(end)
    }
}
