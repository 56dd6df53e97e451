import CNcurses
import Glibc
package import ScreenKit
package import Words

/// The terminal, taken: shows frames and hands over what is typed.
///
/// ```swift
/// let screen = try Screen.open(faces: styles)
/// screen.onInput = { events in … ; screen.show(frame) }
/// screen.show(frame)
/// screen.run()  // serves keys, signals and the main actor until `close()`
/// ```
///
/// Whatever ends the program, `close()`, a signal or a crash, the terminal is given back as it
/// was found.
@MainActor
package final class Screen {
    package internal(set) var size: Size
    /// How many colours there are: 0, 8, 16, 256, or 2^24.
    package var colorCount: Int { wardrobe.palette.count }
    /// What a person should know about this terminal, one sentence each.
    package let notices: [Phrase]

    package var onInput: @MainActor ([InputEvent]) -> Void = { _ in }
    package var onResize: @MainActor (Size) -> Void = { _ in }
    /// SIGTERM, SIGHUP, SIGINT or SIGQUIT: finish, then `close()`. The same signal again before
    /// this was called ends the process at once.
    package var onTerminate: @MainActor (Int32) -> Void = { _ in }
    /// The terminal said how it measures clusters; once, soon after the first frame, or never.
    package var onWidths: @MainActor (WidthProfile) -> Void = { _ in }

    let signals: Int32
    var input = InputReader()
    var alarms = Alarms()
    var isOpen = true
    /// The program to which the terminal is lent.
    var guest: Guest?
    private var wardrobe: Wardrobe
    private var painter = Painter()
    private var cursor: Point?
    private var hasShown = false
    /// The newest frame that came while the terminal had not taken the one before.
    private var heldFrame: Frame?
    var probe: WidthProbe?
    var isSynchronized = false

    private init(signals: Int32, allowsColor: Bool, notices: [Phrase], faces: [Style]) {
        self.signals = signals
        self.notices = notices
        wardrobe = Wardrobe(allowsColor: allowsColor)
        wardrobe.dress(faces)
        size = Self.currentSize()
    }

    /// Takes the terminal on standard input and output.
    ///
    /// - Parameters:
    ///   - faces: how each face looks, by `Face.index`.
    ///   - mouse: whether it is asked for; without, it is the terminal's own.
    package static func open(
        faces: [Style], mouse: Bool = true
    ) throws(TerminalProblem) -> Screen {
        guard isatty(0) == 1, isatty(1) == 1 else { throw .noTerminal }
        let surroundings = try Surroundings { name in getenv(name).map { String(cString: $0) } }
        var notices = [adoptUnicodeLocale()].compactMap(\.self)
        let entry = try surroundings.entry(knowledge: Self.knowledge)
        if entry == Surroundings.fallback, surroundings.name != entry {
            notices.append(.standIn(entry, for: surroundings.name))
        }
        Self.useWidths(.conservative)
        cn_remember_terminal()
        // Before ncurses, which leaves alone what is already caught.
        let signals = cn_catch_signals()
        guard cn_open(entry) == CNOpened else { throw .refused(surroundings.name) }
        cn_prepare_way_out()
        cn_hold_errors()
        cn_arm_way_out()
        cn_use_mouse(mouse)
        cn_modes_on()
        let allowsColor = surroundings.allowsColor
        return Screen(signals: signals, allowsColor: allowsColor, notices: notices, faces: faces)
    }

    /// Shows a frame; only cells that changed are sent. A terminal that does not read misses frames,
    /// and sees the newest when it reads again: nobody waits for it.
    package func show(_ frame: Frame) {
        guard isOpen, guest == nil else { return }
        heldFrame = cn_is_waiting() ? frame : nil
        if heldFrame == nil { paint(frame) }
    }

    /// Waits for the terminal to take what was shown, but not longer.
    package func settle(within time: Duration) {
        if cn_drain(Int32(time / .milliseconds(1))) { sendOn() }
    }

    /// The terminal takes more: sends what waits, then the newest frame.
    func sendOn() {
        guard cn_push(), let frame = heldFrame else { return }
        show(frame)
    }

    private func paint(_ frame: Frame) {
        let painted = painter.paint(frame.grid, size: size, wardrobe: wardrobe)
        let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
        guard painted || cursor != self.cursor else { return }
        self.cursor = cursor
        update()
        if !hasShown { startProbe() }
        hasShown = true
    }

    /// Sends what has changed, as one picture where the terminal can do that.
    func update() {
        if isSynchronized { add("\u{1B}[?2026h") }
        cn_update(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
        if isSynchronized { add("\u{1B}[?2026l") }
        cn_push()
    }

    /// Gives every face another look, from the next frame on.
    package func setFaces(_ styles: [Style]) {
        guard isOpen else { return }
        wardrobe.dress(styles)
        repaint()
    }

    /// The next frame is painted whole.
    package func repaint() {
        painter.forget()
        cn_distrust_screen()
    }

    /// Sends text to the terminal's clipboard (OSC 52); false when it is too long for that.
    ///
    /// There is no answer: many terminals ignore it, so say "sent", not "copied".
    package func copy(_ text: String) -> Bool {
        guard isOpen, guest == nil, let sequence = Clipboard.sequence(for: text) else {
            return false
        }
        cn_add(sequence, sequence.count)
        cn_push()
        return true
    }

    package func bell() {
        if isOpen, guest == nil { write("\u{7}") }
    }

    /// Gives the terminal back for good; `run()` returns.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        if let guest {
            dismiss(guest)
        } else {
            awaitAnswers()
            giveBack()
        }
        cn_disarm_way_out()
        cn_release_signals()
    }

    func write(_ text: String) {
        add(text)
        cn_push()
    }

    private func add(_ text: String) {
        let bytes = Array(text.utf8)
        cn_add(bytes, bytes.count)
    }
}

extension Screen {
    static func currentSize() -> Size {
        var window = winsize()
        let known = ioctl(1, UInt(TIOCGWINSZ), &window) == 0 && window.ws_row > 0
        return known
            ? Size(rows: Int(window.ws_row), columns: max(1, Int(window.ws_col)))
            : Size(rows: 24, columns: 80)
    }

    /// Tells ncurses what ScreenKit knows, so that both count the same columns.
    static func useWidths(_ profile: WidthProfile) {
        if profile.ambiguousWide {
            cn_use_widths { scalar in
                let width = scalarWidth(scalar)
                guard width == 1, let scalar = Unicode.Scalar(scalar) else { return Int32(width) }
                var profile = WidthProfile.modern
                profile.ambiguousWide = true
                return Int32(Width.of(String(scalar), profile))
            }
        } else {
            cn_use_widths { Int32(scalarWidth($0)) }
        }
    }

    private static func knowledge(of entry: String) -> Surroundings.Knowledge {
        switch cn_examine(entry) {
        case CNOpened: .known
        case CNUnfitTerminal: .unfit
        default: .unknown
        }
    }

    /// Characters of any language need UTF-8. Only the character type is set: numbers in files
    /// keep their point.
    private static func adoptUnicodeLocale() -> Phrase? {
        _ = setlocale(LC_CTYPE, "")
        guard let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) == "UTF-8" else {
            _ = setlocale(LC_CTYPE, "C.UTF-8")
            return .noUTF8
        }
        return nil
    }
}
