import ScreenKit

extension Command {
    /// Every command, in the order in which help shows them.
    package static let all: [Command] = prompts + answers + lanes + panes + knobs + wire + program

    private static let prompts = [
        Command(.send, "Send the prompt", .composer, keys: ["<enter>"], "To every lane at once."),
        Command(
            .newline, "New line", .composer, keys: ["<a-enter>", "<c-j>", "<s-enter>"],
            "Breaks the line, and sends nothing."),
        Command(.earlierPrompt, "Earlier prompt", .composer, keys: ["<a-up>", "<a-p>"]),
        Command(.laterPrompt, "Later prompt", .composer, keys: ["<a-down>", "<a-n>"]),
        Command(
            .runAgain, "Run the last prompt again", keys: ["<c-r>"],
            "With the settings as they are now; the earlier answer stays in the tree."),
        Command(
            .leaveOut, "Leave the last prompt out", .conversation, keys: ["x"],
            "Of what is sent, with its answer; once more, and it is the one before. Nothing is deleted."
        ),
        Command(
            .takeIn, "Take a prompt in again", .conversation, keys: ["X"],
            "The last one that was left out."),
        Command(.editSystem, "Edit the system prompt", keys: ["<a-y>"]),
    ]

    private static let answers = [
        Command(
            .back, "One step back", keys: ["<esc>"],
            "Closes what is open, gives up an edit, stops the answer. Never quits."),
        Command(
            .interrupt, "Stop what is running", keys: ["<c-c>"],
            "In every lane. When nothing runs, says how to quit."),
        Command(
            .waitOn, "Wait on, or for another try", keys: ["<a-w>"],
            "Gives what is running its time limits afresh. After a failure that may pass, sends the "
                + "prompt again as soon as the server wants it, five times at most. “One step back” takes that back."
        ),
        Command(.toggleReasoning, "Show or fold the thinking", keys: ["<a-t>"]),
        Command(.nextChoice, "Next choice of an answer", keys: ["<a-o>"], "When n is above 1."),
        Command(
            .copy, "Copy what the pane shows", .reading, keys: ["y"],
            "The answer, the tab of the traffic, the figures, the parameter's value. Sent to the terminal's clipboard with OSC 52; not every terminal takes it."
        ),
        Command(.newSession, "New session", keys: ["<c-n>"]),
        Command(.library, "Sessions", keys: ["<c-o>"], "All saved sessions; enter opens one."),
    ]

    private static let lanes = [
        Command(.chooseProvider, "Choose provider", keys: ["<c-t>"]),
        Command(.chooseModel, "Choose model", keys: ["<c-g>"], "From the list, or type any name."),
        Command(
            .addLane, "Add a lane", keys: ["<a-c>"],
            "A copy of this lane's settings beside it: change its model or a parameter, and a "
                + "prompt goes to both."),
        Command(.nextLane, "Next lane", keys: ["<a-right>", "<a-l>"]),
        Command(.previousLane, "Previous lane", keys: ["<a-left>", "<a-h>"]),
        Command(.stopLane, "Stop this lane", keys: ["<a-s>"]),
        Command(.zoomLane, "Zoom this lane", keys: ["<a-f>"], "One lane in full width, and back."),
        Command(.removeLane, "Remove this lane", keys: ["<a-x>"]),
        Command(
            .adoptLane, "Adopt this lane's answer", keys: ["<a-a>"],
            "It becomes the conversation's next turn; the other lanes close. Their answers stay in "
                + "the session's tree."),
    ]

    private static let panes = [
        Command(.nextPane, "Next pane", keys: ["<tab>"]),
        Command(.previousPane, "Previous pane", keys: ["<s-tab>"]),
        Command(.paneComposer, "Prompt", keys: ["<a-1>"]),
        Command(.paneConversation, "Conversation", keys: ["<a-2>"]),
        Command(.paneParameters, "Parameters", keys: ["<a-3>"]),
        Command(.paneTraffic, "Traffic", keys: ["<a-4>"]),
        Command(.paneUsage, "Usage", keys: ["<a-5>"]),
        Command(.zoom, "Zoom the pane", keys: ["<a-z>"], "The whole screen for it, and back."),
        Command(.up, "Up", .reading, keys: ["k", "<up>"]),
        Command(.down, "Down", .reading, keys: ["j", "<down>"]),
        Command(.halfUp, "Half a page up", .reading, keys: ["<c-u>"]),
        Command(.halfDown, "Half a page down", .reading, keys: ["<c-d>"]),
        Command(.pageUp, "Page up", keys: ["<pageup>"], "From the prompt: the conversation."),
        Command(.pageDown, "Page down", keys: ["<pagedown>"]),
        Command(.top, "To the start", .reading, keys: ["g", "<home>"]),
        Command(.bottom, "To the end", .reading, keys: ["G", "<end>"]),
    ]

    private static let knobs = [
        Command(.decrease, "Less", .parameters, keys: ["<left>", "h"]),
        Command(.increase, "More", .parameters, keys: ["<right>", "l"]),
        Command(.decreaseMuch, "Much less", .parameters, keys: ["<s-left>", "H"]),
        Command(.increaseMuch, "Much more", .parameters, keys: ["<s-right>", "L"]),
        Command(
            .editParameter, "Type a value", .parameters, keys: ["<enter>", "e"],
            "A chooser goes on to its next choice, unless it holds a value that was typed."),
        Command(
            .clearParameter, "Do not send it", .parameters,
            keys: ["<backspace>", "<delete>", "x"], "The provider's own default holds again."),
        Command(.undoValue, "Take the last change of a value back", .parameters, keys: ["u"]),
        Command(.redoValue, "Make it again", .parameters, keys: ["U"]),
    ]

    private static let wire = [
        Command(.nextTab, "Next tab", .traffic, keys: ["<right>", "l"]),
        Command(.previousTab, "Previous tab", .traffic, keys: ["<left>", "h"]),
        Command(.unfold, "Unfold the event", .traffic, keys: ["<enter>"]),
        Command(
            .preview, "The request as it would be sent now", keys: ["<a-r>"],
            "It changes while you type and while a slider moves."),
    ]

    private static let program = [
        Command(.palette, "Commands", keys: ["<c-p>"], readingKeys: [":"]),
        Command(.help, "Help", keys: ["<f1>"], readingKeys: ["?"]),
        Command(.details, "The whole message", keys: ["<a-m>"]),
        Command(.chooseTheme, "Choose theme", keys: ["<a-e>"], "For now; config.toml keeps one."),
        Command(.redraw, "Paint the screen anew", keys: ["<c-l>"]),
        Command(.suspend, "Suspend", keys: ["<c-z>"]),
        Command(.quit, "Quit", keys: ["<c-q>"]),
    ]

    package static func named(_ id: ID) -> Command {
        all.first { $0.id == id } ?? Command(id, id.rawValue)
    }
}
