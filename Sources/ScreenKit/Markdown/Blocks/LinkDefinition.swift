/// Where a label leads: `[label]: https://example.com "title"`.
struct LinkDefinition: Hashable, Sendable {
    let label: String
    let target: LinkTarget
    /// Where in the source it stands: it holds for what follows.
    let start: Int

    /// A definition on a line of its own.
    init?(_ line: Range<Int>, in bytes: UTF8Bytes) {
        guard bytes[line].first == UInt8(ascii: "[") else { return nil }
        var reader = InlineReader(bytes, at: line.lowerBound, to: line.upperBound)
        guard let label = reader.label(), reader.take(UInt8(ascii: ":")) else { return nil }
        reader.skipSpace()
        guard let address = reader.address() else { return nil }
        let hasGap = reader.skipSpace()
        let title = hasGap ? reader.title() : nil
        reader.skipSpace()
        guard reader.isAtEnd else { return nil }
        self.label = label
        target = LinkTarget(address: address.text, title: title, source: nil)
        start = line.lowerBound
    }
}

/// The definitions of an answer, of which the first of a label holds.
struct LinkDefinitions: Sendable {
    private var list: [LinkDefinition] = []
    private var places: [String: Int] = [:]

    var count: Int { list.count }

    mutating func append(_ definition: LinkDefinition) {
        if places[definition.label] == nil { places[definition.label] = list.count }
        list.append(definition)
    }

    mutating func removeLast(_ count: Int) {
        for place in list.count - count..<list.count where places[list[place].label] == place {
            places[list[place].label] = nil
        }
        list.removeLast(count)
    }

    /// What a label means at a place of the source.
    func target(of label: String, at place: Int) -> LinkTarget? {
        guard let found = places[label].map({ list[$0] }), found.start < place else { return nil }
        return found.target
    }
}
