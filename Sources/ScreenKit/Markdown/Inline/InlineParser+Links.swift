/// What leads somewhere: links, pictures, addresses; and tags, which begin alike.
extension InlineParser {
    // MARK: Tags and addresses

    mutating func addTag() {
        if let target = autolink() {
            let end = place + (target.source?.count ?? 0) + 2
            items.append(.token(.open(.link(target))))
            items.append(.token(.text(place + 1..<end - 1)))
            addToken(.close(.link(target)), to: end)
        } else if let end = HTMLTag.inlineEnd(at: place, in: bytes, to: bytes.count) {
            addToken(.html(place..<end), to: end)
        } else {
            addText(1)
        }
    }

    private func autolink() -> LinkTarget? {
        guard let close = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let source = place + 1..<close
        let text = bytes[source]
        guard text.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != 0x7f }) else {
            return nil
        }
        let address = String(decoding: text, as: UTF8.self)
        if Address.hasScheme(text) {
            return LinkTarget(address: address, title: nil, source: source)
        }
        return Address.isMail(text)
            ? LinkTarget(address: "mailto:" + address, title: nil, source: source) : nil
    }

    mutating func addAddress() -> Bool {
        guard let end = Address.end(at: place, in: bytes) else { return false }
        let text = String(decoding: bytes[place..<end], as: UTF8.self)
        let address = text.hasPrefix("www.") ? "http://" + text : text
        let target = LinkTarget(address: address, title: nil, source: place..<end)
        items.append(.token(.open(.address(target))))
        items.append(.token(.text(place..<end)))
        addToken(.close(.address(target)), to: end)
        return true
    }

    // MARK: Links

    mutating func openBracket(isImage: Bool) {
        let range = place..<place + (isImage ? 2 : 1)
        brackets.append(
            Bracket(
                item: items.count, range: range, delimiter: delimiters.last, isImage: isImage))
        items.append(.bracket(range))
        place = range.upperBound
    }

    mutating func closeBracket() {
        guard let bracket = brackets.popLast(), bracket.isActive,
            let link = link(of: bracket)
        else { return addText(1) }
        let span: InlineSpan = bracket.isImage ? .image(link.target) : .link(link.target)
        items[bracket.item] = .token(.open(span))
        delimiters.pair(behind: bracket.delimiter)
        addToken(.close(span), to: link.end)
        guard !bracket.isImage else { return }
        for place in brackets.indices where !brackets[place].isImage {
            brackets[place].isActive = false
        }
    }

    private func link(of bracket: Bracket) -> (target: LinkTarget, end: Int)? {
        var reader = InlineReader(bytes, at: place + 1, to: bytes.count)
        if reader.take(UInt8(ascii: "(")), let target = inlineTarget(&reader) {
            return (target, reader.place)
        }
        reader = InlineReader(bytes, at: place + 1, to: bytes.count)
        if let label = reader.label() { return target(label).map { ($0, reader.place) } }
        var own = InlineReader(bytes, at: bracket.range.upperBound - 1, to: place + 1)
        guard let label = own.label(), own.isAtEnd, let target = target(label) else { return nil }
        let isCollapsed = bytes[(place + 1)...].starts(with: "[]".utf8)
        return (target, place + (isCollapsed ? 3 : 1))
    }

    private func inlineTarget(_ reader: inout InlineReader) -> LinkTarget? {
        let start = reader.place
        reader.skipSpace()
        if isArriving, let target = arrivingTarget(from: start) {
            reader = InlineReader(bytes, at: bytes.count, to: bytes.count)
            return target
        }
        if reader.take(UInt8(ascii: ")")) {
            return LinkTarget(address: "", title: nil, source: nil)
        }
        guard let address = reader.address() else { return nil }
        let title = reader.skipSpace() ? reader.title() : nil
        reader.skipSpace()
        guard reader.take(UInt8(ascii: ")")) else { return nil }
        return LinkTarget(address: address.text, title: title, source: address.source)
    }

    /// An address that is not whole yet.
    private func arrivingTarget(from start: Int) -> LinkTarget? {
        let rest = bytes[start...]
        guard rest.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ")") }) else { return nil }
        return LinkTarget(
            address: String(decoding: rest, as: UTF8.self), title: nil, source: start..<bytes.count)
    }
}
