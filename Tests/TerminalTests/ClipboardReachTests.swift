import Terminal
import Testing

/// Which terminals take what a program copies.
@Test(arguments: [
    ([:], ClipboardReach.unsure),
    (["TERM": "xterm-256color"], .unsure),
    (["TERM": "xterm-kitty"], .takes),
    (["TERM": "foot-extra"], .takes),
    (["TERM": "alacritty"], .takes),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], .takes),
    (["TERM": "xterm-256color", "WT_SESSION": "1"], .takes),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], .none),
    (["TERM": "linux"], .none),
    (["TERM": "screen.xterm-256color", "STY": "1.pts"], .none),
    (["TERM": "screen-256color"], .unsure),
    (["TERM": "tmux-256color", "TMUX": "/tmp/x,1,0", "TERM_PROGRAM": "WezTerm"], .unsure),
])
func theEnvironmentTellsWhetherATerminalTakesWhatIsCopied(
    environment: [String: String], reach: ClipboardReach
) {
    #expect(ClipboardReach { environment[$0] } == reach)
}
