package import ScreenKit

/// Which panes are seen together, and where, on a screen of each kind. The prompt stands below them.
///
/// ```swift
/// Page { style, screen in style == .wide ? .leaf(.traffic) : .leaf(screen.sidePane) }
/// ```
package struct Page: Sendable {
    package typealias Arrangement = @Sendable (Layout.Style, ScreenState) -> Split<PaneID>

    package let panes: Arrangement

    package init(panes: @escaping Arrangement) { self.panes = panes }
}

extension Page {
    /// The conversation with the knobs, the wire and the figures around it.
    package static let workbench = Page { style, screen in
        switch style {
        case .wide: all
        case .medium: two(beside: screen.sidePane)
        case .small, .tooSmall: .leaf(screen.focus == .composer ? .conversation : screen.focus)
        }
    }

    private static let all: Split<PaneID> = {
        let side = Extent.share(21, of: 50, atLeast: 44, atMost: 68)
        let upper: Split<PaneID> = .columns([
            .init(.rest, .leaf(.conversation)), .init(side, .leaf(.parameters)),
        ])
        let lower: Split<PaneID> = .columns([
            .init(.rest, .leaf(.traffic)), .init(side, .leaf(.usage)),
        ])
        return .rows([.init(.rest, upper), .init(.share(2, of: 5, atLeast: 8), lower)])
    }()

    /// Traffic is wide and goes below; the others are narrow and go beside.
    private static func two(beside pane: PaneID) -> Split<PaneID> {
        pane == .traffic
            ? .rows([.init(.rest, .leaf(.conversation)), .init(.share(2, of: 5), .leaf(pane))])
            : .columns([
                .init(.rest, .leaf(.conversation)),
                .init(.share(1, of: 2, less: 2, atMost: 40), .leaf(pane)),
            ])
    }
}
