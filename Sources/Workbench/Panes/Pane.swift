package import ScreenKit
package import Words

/// A part of the screen with a purpose: a value that remembers what is its own (a cursor, a tab),
/// and is given what it shows.
///
/// ```swift
/// struct ClockPane: Pane {
///     static let id: PaneID = "clock"
///     static let title = Phrase.clock
///     static let keys = ["<a-6>"]
///     static func shown(of state: State) -> String { state.around.now.minute(in: state.around.localTime) }
///     func draw(_ time: String, on canvas: inout Canvas) -> Point? {
///         canvas.write(time, at: Point(row: 0, column: 0))
///         return nil
///     }
/// }
/// ```
///
/// A pane is a folder: its value, its view, its commands; and one line in `Panes.all`.
package protocol Pane: Sendable {
    /// What it shows of the state: its drawing sees nothing else.
    associatedtype Shown

    static var id: PaneID { get }
    static var title: Phrase { get }
    /// The keys that lead to it.
    static var keys: [String] { get }
    /// Where keys are looked up while it has the focus, the nearest first.
    static var contexts: [KeyContext] { get }
    /// What the last line of the screen offers here.
    static func offers(_ state: State) -> PaneOffers

    init()

    // MARK: Showing

    /// Brings what depends on the pane's size up to date, before anything is drawn.
    static func prepare(_ state: inout State, size: Size)
    static func shown(of state: State) -> Shown
    /// Draws; returns where the text cursor stands.
    func draw(_ shown: Shown, on canvas: inout Canvas) -> Point?
    /// What stands in its upper border.
    func heading(_ shown: Shown) -> PaneHeading
    /// The columns of the pane in which a line runs from border to border.
    static func dividers(_ state: State, size: Size) -> [Int]
    /// What it shows as a text for the clipboard: exact, not as it is wrapped on the screen.
    static func textToCopy(_ state: State) -> String?
    static var nothingToCopy: Phrase { get }
    /// What is selected where it is edited.
    static func selectedText(_ state: State) -> String?
    /// How else that can be written.
    static func copyForms(_ state: State) -> [CopyForm]

    // MARK: Selecting

    /// What of it can be selected, after it was prepared; `nil`: nothing.
    static func reading(_ state: State, size: Size) -> (any Reading)?
    /// What was following what comes stands still. Whether it did.
    static func standStill(in state: inout State) -> Bool
    static func scroll(_ rows: Int, in state: inout State)
    /// A text's part that is folded away is shown where a place in it is gone to.
    static func uncover(_ place: TextPlace, in state: inout State)
    /// The mouse is pressed on a text, of which nothing is decided yet.
    static func touch(at point: Point, size: Size, in state: inout State)
    /// Something happens there as soon as the mouse is pressed: no text is held.
    static func actsAtOnce(at point: Point, size: Size, in state: State) -> Bool
    /// A second click means something else than the word.
    static func takesSecondClick(_ state: State) -> Bool

    // MARK: Acting

    static func move(_ motion: Motion, in state: inout State)
    /// A key before it is looked up, while something is being typed there; `nil` lets it through.
    static func intercept(_ key: Key, in state: inout State) -> [Effect]?
    /// A key that is no command's.
    static func press(_ key: Key, in state: inout State)
    /// A paste. Whether it was for this pane.
    static func paste(_ text: String, in state: inout State) -> Bool
    /// The mouse, in the pane's coordinates.
    static func press(at point: Point, size: Size, in state: inout State) -> [Effect]
    static func press(tab: Int, in state: inout State)
    static func drag(to point: Point, size: Size, in state: inout State)
    /// The mouse waits beyond an edge of what it drags in: then time drags on.
    static func dragsBeyondEdge(_ state: State) -> Bool
    static func dragOn(size: Size, in state: inout State)
    static func release(in state: inout State)
    static func wheel(_ lines: Int, at point: Point, size: Size, in state: inout State)
}

/// Which pane.
package struct PaneID: Sendable, Hashable, ExpressibleByStringLiteral {
    package let name: String
    package init(stringLiteral name: String) { self.name = name }
}

/// A way through what a pane shows.
package enum Motion: Sendable, Hashable {
    case lines(Int)
    case halfPages(Int)
    case start, end
}

/// What stands in a pane's upper border.
package struct PaneHeading: Sendable {
    /// `nil`: nothing at all.
    package var title: Phrase?
    package var tabs: Tabs?
    /// At the right, where there is room.
    package var note: Phrase?
}

extension PaneHeading {
    /// Names side by side, one of them open.
    package struct Tabs: Sendable {
        package var titles: [Phrase]
        package var selected: Int
    }
}

/// Commands with the words that the last line has for them.
package struct PaneOffers: Sendable {
    package typealias Offer = (command: Command, title: Phrase)
    package var here: [Offer] = []
    /// What only a wide screen has room for.
    package var more: [Offer] = []
}

extension Pane {
    package static var keys: [String] { [] }
    package static var contexts: [KeyContext] { [KeyContext(id.name), .reading, .everywhere] }
    package static func offers(_ state: State) -> PaneOffers { PaneOffers() }
    package static func prepare(_ state: inout State, size: Size) {}
    package func heading(_ shown: Shown) -> PaneHeading { PaneHeading(title: Self.title) }
    package static func dividers(_ state: State, size: Size) -> [Int] { [] }
    package static func textToCopy(_ state: State) -> String? { nil }
    package static var nothingToCopy: Phrase { .nothingToCopy }
    package static func selectedText(_ state: State) -> String? { nil }
    package static func copyForms(_ state: State) -> [CopyForm] { [] }
    package static func reading(_ state: State, size: Size) -> (any Reading)? { nil }
    package static func standStill(in state: inout State) -> Bool { false }
    package static func scroll(_ rows: Int, in state: inout State) {
        move(.lines(rows), in: &state)
    }
    package static func uncover(_ place: TextPlace, in state: inout State) {}
    package static func touch(at point: Point, size: Size, in state: inout State) {}
    package static func actsAtOnce(at point: Point, size: Size, in state: State) -> Bool { false }
    package static func takesSecondClick(_ state: State) -> Bool { false }
    package static func move(_ motion: Motion, in state: inout State) {}
    package static func intercept(_ key: Key, in state: inout State) -> [Effect]? { nil }
    package static func press(_ key: Key, in state: inout State) {}
    package static func paste(_ text: String, in state: inout State) -> Bool { false }
    package static func press(at point: Point, size: Size, in state: inout State) -> [Effect] {
        []
    }
    package static func press(tab: Int, in state: inout State) {}
    package static func drag(to point: Point, size: Size, in state: inout State) {}
    package static func dragsBeyondEdge(_ state: State) -> Bool { false }
    package static func dragOn(size: Size, in state: inout State) {}
    package static func release(in state: inout State) {}
    package static func wheel(_ lines: Int, at point: Point, size: Size, in state: inout State) {
        move(.lines(lines), in: &state)
    }
}
