public import Words

/// Why the library could not do what was asked: a fact, with the phrase that says it.
///
/// ```swift
/// do { try library.save(session) } catch { status.show(error.sentence.text(in: language)) }
/// ```
public struct LibraryProblem: Error, Sendable, Hashable {
    /// What stands in the way.
    public enum Kind: String, Sendable, Hashable {
        /// The file is something else: another program's database, a picture, a text.
        case notALibrary
        /// SQLite finds the file broken. Nothing more is written into it.
        case damaged
        /// A newer version made the file in a way that this one cannot read.
        case tooNew
        /// An older version made the file, and it could not be brought up to date, as on a full disk.
        /// It can be read.
        case outdated
        /// The library was opened for reading only.
        case readOnly
        /// The disk, or what this process may use of it, is full.
        case full
        /// Another process held the file for longer than was waited.
        case busy
        /// The file, its directory or the disk beneath cannot be used.
        case unreachable
        /// More had to wait than memory takes: the record of an answer ends before the answer does.
        case incomplete
        /// What was to be stored contradicts what is there, such as a turn of an unknown session.
        case refused
        /// The task that wanted to read was cancelled.
        case cancelled
        /// Anything else that SQLite reports.
        case unexpected
    }

    /// What stands in the way.
    public var kind: Kind
    /// What was found: SQLite's or the system's own words, or ours.
    public var detail: Phrase
    /// Where the library lies; `nil` when the problem is not about the file.
    public var path: String?
    /// SQLite's extended result code, when it was SQLite that complained.
    public var code: Int?
    /// Whether so much waits to be saved that what comes now is not recorded.
    public var isCrowded = false

    /// A problem; `detail` is somebody else's words, `sentence` puts them into ours.
    public init(_ kind: Kind, _ detail: String, path: String? = nil, code: Int? = nil) {
        self.init(kind, Phrase(verbatim: detail), path: path, code: code)
    }

    /// A problem that we found ourselves.
    init(_ kind: Kind, _ detail: Phrase, path: String? = nil, code: Int? = nil) {
        self.kind = kind
        self.detail = detail
        self.path = path
        self.code = code
    }

    /// The same, with so much waiting that no more is kept.
    package var crowded: LibraryProblem {
        var problem = self
        problem.isCrowded = true
        return problem
    }

    /// SQLite itself found the file broken, not a value in it.
    var isOfTheFile: Bool { code != nil && (kind == .damaged || kind == .notALibrary) }

    /// Whether trying again may help, as after space was made on the disk.
    ///
    /// What the recorder could not save for such a reason it keeps, and tries again.
    public var isPassing: Bool {
        switch kind {
        case .full, .busy, .unreachable, .unexpected, .readOnly: true
        case .notALibrary, .damaged, .tooNew, .outdated, .refused, .incomplete, .cancelled: false
        }
    }
}
