internal import Engine
package import ScreenKit
package import Words
package import Workbench

/// A screen in memory.
@MainActor
package final class MemoryDisplay: Display {
    package private(set) var size: Size
    package private(set) var frame: Frame
    package private(set) var frameCount = 0
    package private(set) var copied: [String] = []
    package private(set) var worn: [String] = []
    package private(set) var suspendCount = 0
    package private(set) var redrawCount = 0
    package private(set) var isClosed = false
    package private(set) var lastWords: String?
    /// Looks at every frame when it is shown.
    package var onFrame: (String) -> Void = { _ in }
    private var waiters: [Waiter] = []

    private struct Waiter {
        var isThere: (String) -> Bool
        var continuation: CheckedContinuation<Void, Never>
    }

    package init(_ size: Size) {
        self.size = size
        frame = Frame(grid: Grid(size))
    }

    package var text: String { frame.grid.text }

    package func resize(to size: Size) { self.size = size }

    /// Waits for a frame that shows something; the one that is there counts. A cancelled test (its
    /// time is over) waits no longer.
    package func until(_ isThere: @escaping (String) -> Bool) async {
        if isThere(text) || Task.isCancelled { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation {
                waiters.append(Waiter(isThere: isThere, continuation: $0))
            }
        } onCancel: {
            Task { @MainActor in giveUp() }
        }
    }

    private func giveUp() {
        for waiter in waiters { waiter.continuation.resume() }
        waiters = []
    }

    // MARK: Display

    package func show(_ frame: Frame) {
        self.frame = frame
        frameCount += 1
        let text = text
        onFrame(text)
        let ready = waiters.filter { $0.isThere(text) }
        waiters.removeAll { $0.isThere(text) }
        for waiter in ready { waiter.continuation.resume() }
    }

    package func call(after time: Duration, _ body: @escaping @MainActor () -> Void) {
        Task {
            try? await Task.sleep(for: time)
            body()
        }
    }

    package func copy(_ text: String) -> Copied {
        copied.append(text)
        return .clipboard
    }

    /// What was given to the person's own editor, and what that makes of it.
    package private(set) var edited: [String] = []
    package var editor: (String) -> Edited = { .text($0) }

    package func edit(_ text: String, then: @escaping @MainActor (Edited) -> Void) {
        edited.append(text)
        then(editor(text))
    }

    package private(set) var discarded: [String] = []

    package func discard(_ file: String) { discarded.append(file) }

    package func wear(_ theme: String) { worn.append(theme) }
    package func suspend() { suspendCount += 1 }
    package func redraw() { redrawCount += 1 }

    package func close(saying words: Phrase?) {
        isClosed = true
        lastWords = words?.english
    }
}
