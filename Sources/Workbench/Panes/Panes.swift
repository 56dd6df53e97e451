/// The panes' own values, by what they are. One that was never touched is as new.
package struct Panes: Sendable {
    /// Every pane, in the order in which the focus goes through them.
    package static let all: [any Pane.Type] = [
        ComposerPane.self, ConversationPane.self, ParametersPane.self, TrafficPane.self,
        UsagePane.self,
    ]

    package static func named(_ id: PaneID) -> (any Pane.Type)? { all.first { $0.id == id } }

    private var values: [PaneID: any Pane] = [:]

    package subscript<P: Pane>(type: P.Type) -> P {
        get { values[P.id] as? P ?? P() }
        _modify {
            // Taken out, so that changing it copies nothing.
            var value = values.removeValue(forKey: P.id) as? P ?? P()
            defer { values[P.id] = value }
            yield &value
        }
    }
}

extension State {
    var focused: (any Pane.Type)? { Panes.named(screen.focus) }
}
