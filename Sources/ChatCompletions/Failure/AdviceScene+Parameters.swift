extension AdviceScene {
    /// The parameter that a message names: one that was set, or that the dialect sends by itself.
    func parameter(namedIn message: String) -> String? {
        let own = provider?.parameters.filter { $0.sentByDefault != nil }.map(\.name) ?? []
        let names = parameters.members.map(\.name) + own
        return names.filter { !["stream", "stream_options"].contains($0) }
            .filter { message.names($0) }.max { $0.utf8.count < $1.utf8.count }
    }
}

extension String {
    /// Whether a name stands in the text by itself; a short one is only meant where it is quoted,
    /// or a place in the body.
    func names(_ name: String) -> Bool {
        ranges(of: name).contains { range in
            let before =
                range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
            let after = range.upperBound == endIndex ? nil : self[range.upperBound]
            guard !(before?.isPartOfName ?? false), !(after?.isPartOfName ?? false) else {
                return false
            }
            return name.utf8.count > 3 || before.map { "'\"`.".contains($0) } ?? false
        }
    }
}

extension Character {
    fileprivate var isPartOfName: Bool { self == "_" || isASCII && (isLetter || isNumber) }
}
