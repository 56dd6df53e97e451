import ScreenKit

/// What is on the screen: where the focus is, what the panes remember, what lies over them.
package struct ScreenState: Sendable {
    /// The lane that keys and panes are about, from the left.
    package var lane = 0
    package var page = Page.workbench
    package var focus = PaneID.composer
    /// The pane that small screens show beside the conversation.
    package var sidePane = PaneID.parameters
    package var zoomed: PaneID?
    package var panes = Panes()
    /// What lies over the panes, the one on top last.
    package var dialogs: [any Dialog] = []
    /// The pane in which the mouse holds something while its button is down.
    var held: PaneID?
    /// The text that is selected.
    var selecting = Selecting()
    package var notices = Notices()
    /// A person has done something since the start.
    var isTouched = false
    package var isQuitting = false
    /// Where everything stood in the frame before.
    var laidOut: Layout?

    package var notice: Notice? {
        get { notices.current }
        set { notices.current = newValue }
    }
}
