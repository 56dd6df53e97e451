import TOML
import Words

/// Reads the members of one table and remembers which were asked for, so that the rest can be
/// complained of: a misspelt setting is told, never ignored.
struct TableReading {
    let table: TOMLTable
    let file: String?
    private(set) var complaints: [Complaint] = []
    private var asked: [String] = []

    init(_ table: TOMLTable, in file: String?) {
        self.table = table
        self.file = file
    }

    mutating func string(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        if case .string(let text) = value.content { return text }
        complain(.textWanted(name, not: value), at: value.position)
        return nil
    }

    /// A list of texts; one text alone counts as a list of one.
    mutating func strings(_ name: String) -> [String]? {
        guard let value = value(name) else { return nil }
        if case .string(let text) = value.content { return [text] }
        if case .array(let values) = value.content {
            let texts = values.compactMap(\.text)
            if texts.count == values.count { return texts }
        }
        complain(.textsWanted(name), at: value.position)
        return nil
    }

    mutating func inner(_ name: String) -> TableReading? {
        guard let value = value(name) else { return nil }
        if case .table(let table) = value.content { return TableReading(table, in: file) }
        complain(.tableWanted(name), at: value.position)
        return nil
    }

    mutating func adopt(complaintsOf inner: TableReading) {
        complaints += inner.complaints
    }

    mutating func complain(_ message: Phrase, at position: TextPosition) {
        complaints.append(Complaint(message, at: position, in: file))
    }

    /// To be called when everything that there is was asked for.
    mutating func complainOfTheRest(noun: Phrase) {
        for member in table.members where !asked.contains(member.name) {
            let meant = NearestName.to(member.name, among: asked)
            complain(
                .unknown(noun, member.name, meant: meant, known: asked), at: member.position)
        }
    }

    /// The member, which is asked for by that.
    mutating func value(_ name: String) -> TOMLValue? {
        asked.append(name)
        return table[name]
    }
}

extension TOMLValue {
    fileprivate var text: String? {
        if case .string(let text) = content { text } else { nil }
    }
}
