import Words

/// How does a table grow while its file is read? What is there is never replaced.
extension TOMLTable {
    /// `[a.b]`: makes the table, once.
    mutating func open(_ path: ArraySlice<TOMLKey>) throws(Complaint) {
        guard let key = path.first else { return }
        let isLast = path.count == 1
        guard let index = members.firstIndex(where: { $0.name == key.name }) else {
            var table = TOMLTable(isLast ? .header : .implied)
            try table.open(path.dropFirst())
            return append(table, key)
        }
        var table = try extensible(at: index, for: key)
        if isLast {
            guard table.origin == .implied else { throw doubled(key, members[index]) }
            table.origin = .header
        }
        try table.open(path.dropFirst())
        members[index].value.content = .table(table)
    }

    /// `a.b = value` below the header `path`, which is open.
    mutating func insert(
        _ value: TOMLValue,
        under path: ArraySlice<TOMLKey>,
        at keys: ArraySlice<TOMLKey>
    ) throws(Complaint) {
        guard let key = path.first, let index = members.firstIndex(where: { $0.name == key.name })
        else { return try insert(value, at: keys) }
        var table = try extensible(at: index, for: key)
        try table.insert(value, under: path.dropFirst(), at: keys)
        members[index].value.content = .table(table)
    }

    mutating func insert(_ value: TOMLValue, at keys: ArraySlice<TOMLKey>) throws(Complaint) {
        guard let key = keys.first else { return }
        let index = members.firstIndex { $0.name == key.name }
        if keys.count == 1 {
            if let index { throw doubled(key, members[index]) }
            return members.append(Member(name: key.name, position: key.position, value: value))
        }
        guard let index else {
            var table = TOMLTable(.dotted)
            try table.insert(value, at: keys.dropFirst())
            return append(table, key)
        }
        var table = try extensible(at: index, for: key)
        guard table.origin == .dotted else { throw doubled(key, members[index]) }
        try table.insert(value, at: keys.dropFirst())
        members[index].value.content = .table(table)
    }

    private mutating func append(_ table: TOMLTable, _ key: TOMLKey) {
        let value = TOMLValue(.table(table), at: key.position)
        members.append(Member(name: key.name, position: key.position, value: value))
    }

    private func extensible(at index: Int, for key: TOMLKey) throws(Complaint) -> TOMLTable {
        guard case .table(let table) = members[index].value.content, !table.isInline else {
            throw doubled(key, members[index])
        }
        return table
    }

    private func doubled(_ key: TOMLKey, _ first: Member) -> Complaint {
        Complaint(.doubled(key.name, line: first.position.line), at: key.position)
    }
}
