import Conversations
import ScreenKit
import Words

/// The turns of the conversation: choosing one, its siblings, asking it otherwise, leaving it out.
extension Command {
    static let ofTurns = [
        turnBefore, turnAfter, siblingBefore, siblingAfter, editTurn, runAgainFromTurn,
        continueAnswer, unfoldPrompt, copyCode, listLinks, leaveOut, takeIn, forkSession,
        deleteTurn, undoRemoval, redoRemoval,
    ]

    package static let turnBefore = Command(
        "turn.before", .turnBefore, .conversation, keys: ["K", "<s-up>"], .turnBeforeHelp
    ) { $0.selectTurn(by: -1) }

    package static let turnAfter = Command(
        "turn.after", .turnAfter, .conversation, keys: ["J", "<s-down>"]
    ) { $0.selectTurn(by: 1) }

    package static let siblingBefore = Command(
        "turn.sibling-before", .siblingBefore, .conversation, keys: ["<lt>"], .siblingHelp
    ) { $0.goToSibling(by: -1) }

    package static let siblingAfter = Command(
        "turn.sibling-after", .siblingAfter, .conversation, keys: [">"], .siblingHelp
    ) { $0.goToSibling(by: 1) }

    package static let editTurn = Command(
        "turn.edit", .editTurn, .conversation, keys: ["e"], .editTurnHelp
    ) { $0.editTurn() }

    package static let runAgainFromTurn = Command(
        "turn.again", .runAgainFromTurn, .conversation, keys: ["r"], .runAgainFromTurnHelp
    ) { $0.runAgainFromTurn() }

    package static let continueAnswer = Command(
        "turn.continue", .continueAnswer, .conversation, keys: ["c"], .continueAnswerHelp
    ) { $0.continueAnswer() }

    package static let unfoldPrompt = Command(
        "turn.unfold", .unfoldPrompt, .conversation, keys: ["<enter>", "<space>"],
        .unfoldPromptHelp
    ) { $0.unfoldPrompt() }

    package static let copyCode = Command(
        "turn.copy-code", .copyCode, .conversation, keys: ["Y"], .copyCodeHelp
    ) { $0.copyCode() }

    package static let listLinks = Command(
        "turn.links", .listLinks, .conversation, keys: ["L"], .listLinksHelp
    ) { $0.listLinks() }

    package static let leaveOut = Command(
        "prompt.leave-out", .leaveOut, .conversation, keys: ["x"],
        .leaveOutHelp
    ) { $0.leaveOut() }

    package static let takeIn = Command(
        "prompt.take-in", .takeIn, .conversation, keys: ["X"],
        .takeInHelp
    ) { $0.takeIn() }

    package static let forkSession = Command(
        "turn.fork", .forkSession, .conversation, keys: ["f"], .forkSessionHelp
    ) { $0.forkSession() }

    package static let deleteTurn = Command(
        "turn.delete", .deleteTurn, .conversation, keys: ["d"], .deleteTurnHelp
    ) { $0.deleteTurn() }

    package static let undoRemoval = Command(
        "turn.undo", .undoRemoval, .conversation, keys: ["u"], .undoRemovalHelp
    ) { $0.undoRemoval() }

    package static let redoRemoval = Command(
        "turn.redo", .redoRemoval, .conversation, keys: ["U"]
    ) { $0.redoRemoval() }
}

extension State {
    /// What the last line offers of turns: what can be done with the one that is selected.
    var turnOffers: [PaneOffers.Offer] {
        guard selectedTurn != nil else { return [(.turnBefore, .turnOffer)] }
        let unfold: [PaneOffers.Offer] =
            current.transcript.isFolded(selectedTurn?.id).map {
                [(.unfoldPrompt, $0 ? .unfoldPromptOffer : .foldPromptOffer)]
            } ?? []
        let hasChoices = current.transcript.entryWithChoices(selectedTurn?.id) != nil
        let choose: [PaneOffers.Offer] = hasChoices ? [(.nextChoice, .choiceOffer)] : []
        let siblings = selectedTurn.map { session.tree.siblings(of: $0.id) } ?? []
        let command: Command = siblings.first == selectedTurn?.id ? .siblingAfter : .siblingBefore
        let sibling: [PaneOffers.Offer] = siblings.count > 1 ? [(command, .siblingOffer)] : []
        return unfold + choose + [
            (.editTurn, .editOffer), (.runAgainFromTurn, .againOffer), (.leaveOut, .leaveOutOffer),
        ] + sibling
    }
}
