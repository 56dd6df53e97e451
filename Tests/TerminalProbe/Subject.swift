import Glibc
import ScreenKit
import Terminal
import Words

@MainActor
final class Subject {
    static let faces = [
        Style(), Style(attributes: .dim),
        Style(foreground: .rgb(250, 120, 10), background: .palette(4), attributes: .bold),
    ]

    private(set) var status: Int32 = 0
    private let screen: Screen
    private var profile = WidthProfile.conservative
    private var last = "nothing"
    /// The page of rows that is shown in place of everything else.
    private var rowPage: Int?

    init(screen: Screen) {
        self.screen = screen
    }

    func start() {
        screen.onInput = { [self] events in for event in events { take(event) } }
        screen.onResize = { [self] _ in show() }
        screen.onWidths = { [self] profile in
            self.profile = profile
            last = "widths vs16 \(profile.vs16) zwj \(profile.zwj) flags \(profile.flags)"
            show()
        }
        screen.onTerminate = { [self] signal in
            status = 128 + signal
            screen.close()
        }
        show()
    }

    private func show() {
        var grid = Grid(screen.size, profile: profile)
        grid.draw { canvas in
            if let rowPage {
                return RowPages(size: screen.size, profile: profile)
                    .draw(page: rowPage, on: &canvas)
            }
            for (row, line) in lines.enumerated() {
                canvas.write(line, at: Point(row: row, column: 0), face: row == 1 ? .strong : .text)
                if (2...5).contains(row) {
                    canvas.write("mark\(row)", at: Point(row: row, column: 60))
                }
            }
        }
        screen.show(Frame(grid: grid, cursor: Point(row: 0, column: 3)))
    }

    private func endure(_ rage: ((Grid) -> Void) -> Void) {
        rage {
            screen.show(Frame(grid: $0))
            screen.settle(within: .seconds(10))
        }
        screen.close()
    }

    private var lines: [String] {
        [
            "size \(screen.size.rows)x\(screen.size.columns) colours \(screen.colorCount)",
            "last \(last)",
            "中文，宽度",
            "emoji ❤️|1️⃣|👨‍👩‍👧|👍🏽|🏳️‍🌈|🇨🇳|\u{1FAE8}|",
            "e\u{301}a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}|",
            "evil \u{1B}]52;c;AAAA\u{7}\u{9B}2J\u{202E}|",
        ] + screen.notices.map(\.english)
    }

    private func take(_ event: InputEvent) {
        switch event {
        case .key(let key): press(key)
        case .closed:
            status = 3
            return screen.close()
        default: last = "\(event)"
        }
        show()
    }

    private func press(_ key: Key) {
        last = "\(key)"
        switch key.code {
        case .character("q"): screen.close()
        case .character("t"): Death.trap()
        case .character("d"): Task.detached { Death.trap() }
        case .character("a"): abort()
        case .character("s"): Death.badAddress()
        case .character("o"): status = Death.overflow(1)
        case .character("z"): screen.suspend()
        case .character("y"): last = screen.copy("copied ✓") ? "sent" : "not sent"
        case .character("n"): screen.setFaces(Self.faces.map { Style(attributes: $0.attributes) })
        case .character("e"): screen.handOver { complain("an editor") }
        case .character("w"): complain("a stray line")
        case .character("m"):
            Task {
                self.last = "a task of the main actor"; self.show()
            }
        case .character("f"): endure(Storm(size: screen.size).rage)
        case .character("h"): endure(MarkdownStorm(size: screen.size).rage)
        case .character("r"): rowPage = (rowPage ?? -1) + 1
        default: break
        }
    }
}

/// A line on standard error, as libraries write them.
private func complain(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(2, bytes, bytes.count)
}

/// Ways to die.
enum Death {
    static func trap() {
        let empty = [Int](CommandLine.arguments.dropFirst().map(\.count))
        print(empty[empty.count])
    }

    static func badAddress() {
        UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    }

    @inline(never)
    static func overflow(_ depth: Int32) -> Int32 {
        if depth == 0 { return 0 }
        var page = [Int32](repeating: depth, count: 8)
        page[0] = overflow(depth | page[1])
        return page[0] &+ page[3]
    }
}
