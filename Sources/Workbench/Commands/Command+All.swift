extension Command {
    /// Every command, in the order in which help shows them.
    package static let all: [Command] =
        ofPrompt + ofVariables + ofSystemPrompts + ofTurns + ofAnswer + ofCopying + ofSelecting
        + ofLanes + ofPanes + ofParameters + ofTraffic + ofProgram + ofDialogs + ofForm

    package static func named(_ id: ID) -> Command? { byID[id] }

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
