import ScreenKit
import TOML
import Words

/// What a theme says of one face; what it leaves out comes from elsewhere.
struct FaceDescription: Hashable {
    var foreground: ColorName.Choice?
    var background: ColorName.Choice?
    var attributes: Style.Attributes = []

    /// The style, with colours that are missing taken from those above it, nearest first.
    func style(below parents: [FaceDescription]) -> Style {
        let chain = [self] + parents
        return Style(
            foreground: chain.lazy.compactMap(\.foreground).first?.color,
            background: chain.lazy.compactMap(\.background).first?.color,
            attributes: attributes
        )
    }
}

extension ColorName.Choice {
    fileprivate var color: Color? {
        switch self {
        case .color(let color): color
        case .terminal: nil
        }
    }
}

/// Reads one face: `{ fg = "#87afd7", bold = true }`, or `"#87afd7"` for the foreground alone.
struct FaceReading {
    let palette: [String: ColorName.Choice]
    private(set) var complaints: [Complaint] = []

    private static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline,
        "reverse": .reverse,
    ]

    init(palette: [String: ColorName.Choice]) { self.palette = palette }

    mutating func read(_ value: TOMLValue) -> FaceDescription {
        guard case .table(let table) = value.content else {
            return FaceDescription(foreground: color(value))
        }
        var face = FaceDescription()
        for member in table.members { apply(member, to: &face) }
        return face
    }

    private mutating func apply(_ member: TOMLTable.Member, to face: inout FaceDescription) {
        switch member.name {
        case "fg": face.foreground = color(member.value)
        case "bg": face.background = color(member.value)
        default:
            guard let attribute = Self.attributes[member.name] else {
                return complain(.noFaceMember(member.name), at: member.position)
            }
            guard case .boolean(let isOn) = member.value.content else {
                return complain(.flagWanted(member.name), at: member.value.position)
            }
            if isOn { face.attributes.insert(attribute) }
        }
    }

    private mutating func color(_ value: TOMLValue) -> ColorName.Choice? {
        switch value.content {
        case .string(let name):
            if let choice = palette[name] ?? ColorName.read(name) { return choice }
            complain(.noColor(name), at: value.position)
        case .integer(let index):
            if let index = UInt8(exactly: index) { return .color(.palette(index)) }
            complain(.terminalColors, at: value.position)
        default: complain(.noColor(value), at: value.position)
        }
        return nil
    }

    private mutating func complain(_ message: Phrase, at position: TextPosition) {
        complaints.append(Complaint(message, at: position))
    }
}
