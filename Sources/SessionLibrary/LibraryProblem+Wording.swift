extension LibraryProblem: CustomStringConvertible {
    /// What went wrong and what to do about it, in one or two sentences.
    public var sentence: String {
        let place = path.map { "\($0): " } ?? ""
        return place + words + (isCrowded ? " 32 MB wait; what comes now is not recorded." : "")
    }

    /// The same as ``sentence``.
    public var description: String { sentence }

    private var words: String {
        switch kind {
        case .notALibrary:
            "this is no session library (\(detail)). It was left as it is; choose another file."
        case .damaged:
            "the session library is damaged (\(detail)). Nothing is written into it any more; "
                + "`fader library recover NEW-FILE` saves what can be read."
        case .tooNew: "\(detail). Use that version, or choose another file."
        case .outdated:
            "an older version made the session library, and it could not be brought up to date "
                + "(\(detail)). It can be read; nothing is saved until that is mended and it is "
                + "opened again."
        case .cancelled: "the session library is not read any further."
        case .readOnly: "the session library can only be read: \(detail)."
        case .full: "the disk is full (\(detail)). Make room."
        case .busy: "another program is using the session library (\(detail))."
        case .unreachable: "the session library cannot be used (\(detail))."
        case .incomplete: "an answer is kept only in part (\(detail))."
        case .refused: "the session library refused it (\(detail))."
        case .unexpected: "the session library failed (\(detail))."
        }
    }
}
