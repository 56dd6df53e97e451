package import ScreenKit

/// The workbench's own faces, by the names that a theme uses.
package enum WorkbenchFace: String, CaseIterable, Sendable {
    case headerBar = "header.bar"
    case headerName = "header.program"
    case headerFigure = "header.figure"
    case footer = "footer"
    case composer = "composer"
    case composerPrompt = "composer.prompt"
    case turnSystem = "turn.system"
    case turnUser = "turn.user"
    case turnAssistant = "turn.assistant"
    case turnReasoning = "turn.reasoning"
    case turnFailure = "turn.failure"
    case turnNote = "turn.note"
    case turnText = "turn.text"
    case turnSelected = "turn.selected"
    case turnSiblings = "turn.siblings"
    case parameterName = "parameter.name"
    case parameterValue = "parameter.value"
    case parameterUnset = "parameter.unset"
    case parameterOutside = "parameter.outside"
    case parameterSelected = "parameter.selected"
    case eventTime = "event.time"
    case eventKind = "event.kind"
    case eventComment = "event.comment"
    case eventData = "event.data"
    case eventBad = "event.bad"
    case wireName = "wire.name"
    case jsonName = "json.name"
    case jsonString = "json.string"
    case jsonNumber = "json.number"
    case usageLabel = "usage.label"
    case usageValue = "usage.value"
    case laneA = "lane.a"
    case laneB = "lane.b"
    case laneC = "lane.c"
    case laneD = "lane.d"
    case menu = "menu"
    case menuSelected = "menu.selected"
    case menuTitle = "menu.title"
    case menuDetail = "menu.detail"
    case notice = "notice"
    case noticeError = "notice.error"
}

extension Face {
    package init(_ face: WorkbenchFace) {
        self = Face.ofWorkbench[face] ?? .text
    }

    private static let ofWorkbench: [WorkbenchFace: Face] = {
        var table: [WorkbenchFace: Face] = [:]
        for (offset, face) in WorkbenchFace.allCases.enumerated() {
            table[face] = Face(index: Face.firstOfProgram + UInt16(offset))
        }
        return table
    }()

    /// Every face's name by its index; empty where an index is not used.
    package static let allNames: [String] = {
        var names = builtInNames
        names += Array(repeating: "", count: Int(firstOfProgram) - names.count)
        return names + WorkbenchFace.allCases.map(\.rawValue)
    }()
}

extension Theme {
    /// The styles in order of face index, as a display wants them.
    package var faceTable: [Style] {
        Face.allNames.map { $0.isEmpty ? Style() : style(of: $0) }
    }
}
