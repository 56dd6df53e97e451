import ScreenKit

/// Something a person can ask for. One table feeds keymap, palette, help and footer.
package struct Command: Sendable, Hashable, Identifiable {
    package enum ID: String, CaseIterable, Sendable, Hashable {
        case send = "prompt.send"
        case newline = "prompt.newline"
        case earlierPrompt = "prompt.earlier"
        case laterPrompt = "prompt.later"
        case runAgain = "prompt.again"
        case leaveOut = "prompt.leave-out"
        case takeIn = "prompt.take-in"
        case editSystem = "prompt.system"
        case back = "go.back"
        case interrupt = "answer.interrupt"
        case waitOn = "answer.wait"
        case toggleReasoning = "answer.reasoning"
        case nextChoice = "answer.choice"
        case copy = "answer.copy"
        case newSession = "session.new"
        case library = "session.library"
        case chooseProvider = "lane.provider"
        case chooseModel = "lane.model"
        case addLane = "lane.add"
        case removeLane = "lane.remove"
        case adoptLane = "lane.adopt"
        case stopLane = "lane.stop"
        case zoomLane = "lane.zoom"
        case nextLane = "lane.next"
        case previousLane = "lane.previous"
        case nextPane = "pane.next"
        case previousPane = "pane.previous"
        case paneComposer = "pane.prompt"
        case paneConversation = "pane.conversation"
        case paneParameters = "pane.parameters"
        case paneTraffic = "pane.traffic"
        case paneUsage = "pane.usage"
        case zoom = "pane.zoom"
        case palette = "app.commands"
        case help = "app.help"
        case details = "app.details"
        case chooseTheme = "app.theme"
        case suspend = "app.suspend"
        case redraw = "app.redraw"
        case quit = "app.quit"
        case up = "move.up"
        case down = "move.down"
        case pageUp = "move.page-up"
        case pageDown = "move.page-down"
        case halfUp = "move.half-up"
        case halfDown = "move.half-down"
        case top = "move.top"
        case bottom = "move.bottom"
        case decrease = "parameter.decrease"
        case increase = "parameter.increase"
        case decreaseMuch = "parameter.decrease-much"
        case increaseMuch = "parameter.increase-much"
        case clearParameter = "parameter.clear"
        case editParameter = "parameter.edit"
        case undoValue = "parameter.undo"
        case redoValue = "parameter.redo"
        case nextTab = "traffic.next"
        case previousTab = "traffic.previous"
        case unfold = "traffic.unfold"
        case preview = "traffic.preview"
    }

    /// Where a command's keys hold: everywhere, or in some panes only.
    package enum Context: String, Sendable, Hashable, CaseIterable {
        case everywhere, composer, conversation, parameters, traffic, usage
        /// The panes that only show: letters are commands there.
        case reading
    }

    package var id: ID
    package var title: String
    package var context: Context
    /// As `Key` reads them: `<c-s>`, `j`.
    package var keys: [String]
    /// Keys that hold in the panes that only show, beside `keys`.
    package var readingKeys: [String]
    package var help: String

    init(
        _ id: ID, _ title: String, _ context: Context = .everywhere, keys: [String] = [],
        readingKeys: [String] = [], _ help: String = ""
    ) {
        self.id = id
        self.title = title
        self.context = context
        self.keys = keys
        self.readingKeys = readingKeys
        self.help = help
    }
}
