package import ScreenKit
package import Words
package import Workbench

/// What the engine draws on: the terminal, or a screen in memory.
@MainActor
package protocol Display: AnyObject {
    var size: Size { get }
    func show(_ frame: Frame)
    /// Calls back on the main actor when so much time has passed; without a thread or a timer of
    /// its own where the display already waits for keys.
    func call(after time: Duration, _ body: @escaping @MainActor () -> Void)
    /// Hands a text to the terminal's clipboard, or puts it into a file; says where it is.
    func copy(_ text: String) -> Copied
    /// Shows everything in another theme from now on.
    func wear(_ theme: String)
    /// Gives a text to the person's own editor; what else happens goes on meanwhile.
    func edit(_ text: String, then: @escaping @MainActor (Edited) -> Void)
    /// Removes a file that an editor left.
    func discard(_ file: String)
    /// Gives the terminal back to the shell and stops; returns when the program goes on.
    func suspend()
    /// Paints everything anew.
    func redraw()
    /// Gives the terminal back for good. What there is to say is left on standard error.
    func close(saying words: Phrase?)
}
