/// The themes that are in the binary, so that it needs no file: the text of `themes/*.toml`, letter by
/// letter. A test holds them equal.
package enum BuiltInThemes {
    /// The name of each, and its text.
    package static let texts = [("dark", dark), ("light", light), ("plain", plain)]

    package static func text(of name: String) -> String? {
        texts.first { $0.0 == name }?.1
    }
}

private let dark = #"""
    # Fader's dark theme. Every colour is one of the 256 that terminals share, so it looks the same
    # with 256 colours and with 24 bits.
    #
    # A face takes fg, bg, bold, dim, italic, underline, reverse. A colour is "#rrggbb", a name from
    # [palette], a terminal's own ("red", "bright-red", 0 to 255), or "default". What a face leaves out
    # comes from the face above it (`turn.user` from `turn`), colours at last from `text`.

    [palette]
    night = "#1c1c1c"
    panel = "#303030"
    line = "#585858"
    faint = "#8a8a8a"
    soft = "#b2b2b2"
    ink = "#d0d0d0"
    bright = "#eeeeee"
    blue = "#87afd7"
    sky = "#87d7d7"
    green = "#afd787"
    yellow = "#ffd787"
    orange = "#ffaf87"
    red = "#ff8787"
    violet = "#d7afff"

    [faces]
    "text" = { fg = "ink", bg = "night" }
    "dim" = { fg = "faint" }
    "strong" = { fg = "bright", bold = true }
    "border" = { fg = "line" }
    "border.focused" = { fg = "blue" }
    "title" = { fg = "soft" }
    "title.focused" = { fg = "blue", bold = true }
    "selection" = { fg = "bright", bg = "#444444" }
    "slider.track" = { fg = "line" }
    "slider.fill" = { fg = "blue" }
    "slider.knob" = { fg = "yellow", bold = true }
    "escaped" = { fg = "orange" }
    "match" = { fg = "night", bg = "#ffd75f" }
    "key" = { fg = "yellow" }
    "error" = { fg = "red", bold = true }
    "warning" = { fg = "#ffd75f" }
    "good" = { fg = "#87d787" }
    "tab" = { fg = "faint" }
    "tab.selected" = { fg = "bright", bold = true, underline = true }

    "header" = { fg = "soft", bg = "panel" }
    "header.program" = { fg = "sky", bold = true }
    "header.figure" = { fg = "yellow" }
    "footer" = { fg = "soft" }
    "menu" = { bg = "panel" }
    "menu.selected" = { fg = "#ffffff", bg = "#005f87", bold = true }

    "turn.system" = { fg = "violet", bold = true }
    "turn.user" = { fg = "sky", bold = true }
    "turn.assistant" = { fg = "green", bold = true }
    "turn.reasoning" = { fg = "faint", italic = true }
    "turn.failure" = { fg = "red" }
    "turn.selected" = { fg = "blue", bold = true }
    "turn.siblings" = { fg = "yellow" }

    "composer.prompt" = { fg = "sky", bold = true }

    "parameter.name" = { fg = "ink" }
    "parameter.value" = { fg = "yellow" }
    "parameter.unset" = { fg = "faint" }
    "parameter.outside" = { fg = "red", bold = true }

    "event.time" = { fg = "faint" }
    "event.kind" = { fg = "blue" }
    "event.comment" = { fg = "faint", italic = true }
    "wire.name" = { fg = "blue" }
    "json.name" = { fg = "blue" }
    "json.string" = { fg = "green" }
    "json.number" = { fg = "orange" }

    "usage.label" = { fg = "faint" }
    "usage.value" = { fg = "bright" }

    "lane.a" = { fg = "sky" }
    "lane.b" = { fg = "yellow" }
    "lane.c" = { fg = "violet" }
    "lane.d" = { fg = "green" }

    "turn.note" = { fg = "faint" }
    "turn.text" = { fg = "ink" }
    "parameter.selected" = { fg = "bright", bold = true }
    "event.data" = { fg = "soft" }
    "event.bad" = { fg = "red" }
    "menu.detail" = { fg = "soft" }
    "menu.title" = { fg = "blue", bold = true }
    "notice" = { fg = "yellow" }
    "notice.error" = { fg = "red", bold = true }

    "markdown.heading" = { fg = "bright", bold = true }
    "markdown.strong" = { fg = "bright", bold = true }
    "markdown.emphasis" = { fg = "ink", italic = true }
    "markdown.strong.emphasis" = { fg = "bright", bold = true, italic = true }
    "markdown.struck" = { fg = "faint" }
    "markdown.code" = { fg = "yellow" }
    "markdown.link" = { fg = "blue", underline = true }
    "markdown.quote" = { fg = "faint" }
    "markdown.marker" = { fg = "soft" }
    "markdown.rule" = { fg = "faint" }
    "markdown.source" = { fg = "faint" }

    "code" = { fg = "ink", bg = "#262626" }
    "code.language" = { fg = "#9e9e9e", italic = true }
    "code.keyword" = { fg = "violet" }
    "code.string" = { fg = "green" }
    "code.number" = { fg = "orange" }
    "code.comment" = { fg = "#9e9e9e", italic = true }
    "code.name" = { fg = "blue" }
    "code.added" = { fg = "green" }
    "code.removed" = { fg = "red" }

    """#

private let light = #"""
    # Fader's light theme: dark ink on white, for bright rooms. See dark.toml for what may be written.

    [palette]
    paper = "#ffffff"
    panel = "#e4e4e4"
    raised = "#eeeeee"
    line = "#bcbcbc"
    faint = "#6c6c6c"
    soft = "#4e4e4e"
    ink = "#303030"
    black = "#000000"
    blue = "#005faf"
    sea = "#005f87"
    green = "#005f00"
    brown = "#875f00"
    rust = "#af5f00"
    red = "#af0000"
    violet = "#5f00af"

    [faces]
    "text" = { fg = "ink", bg = "paper" }
    "dim" = { fg = "faint" }
    "strong" = { fg = "black", bold = true }
    "border" = { fg = "line" }
    "border.focused" = { fg = "blue" }
    "title" = { fg = "soft" }
    "title.focused" = { fg = "blue", bold = true }
    "selection" = { fg = "black", bg = "#d7d7ff" }
    "slider.track" = { fg = "line" }
    "slider.fill" = { fg = "blue" }
    "slider.knob" = { fg = "rust", bold = true }
    "escaped" = { fg = "rust" }
    "match" = { fg = "black", bg = "#ffd75f" }
    "key" = { fg = "blue" }
    "error" = { fg = "red", bold = true }
    "warning" = { fg = "brown" }
    "good" = { fg = "#008700" }
    "tab" = { fg = "faint" }
    "tab.selected" = { fg = "black", bold = true, underline = true }

    "header" = { fg = "soft", bg = "panel" }
    "header.program" = { fg = "blue", bold = true }
    "header.figure" = { fg = "brown" }
    "footer" = { fg = "soft" }
    "menu" = { bg = "raised" }
    "menu.selected" = { fg = "paper", bg = "blue", bold = true }

    "turn.system" = { fg = "violet", bold = true }
    "turn.user" = { fg = "sea", bold = true }
    "turn.assistant" = { fg = "green", bold = true }
    "turn.reasoning" = { fg = "faint", italic = true }
    "turn.failure" = { fg = "red" }
    "turn.selected" = { fg = "blue", bold = true }
    "turn.siblings" = { fg = "rust" }

    "composer.prompt" = { fg = "sea", bold = true }

    "parameter.name" = { fg = "ink" }
    "parameter.value" = { fg = "rust" }
    "parameter.unset" = { fg = "faint" }
    "parameter.outside" = { fg = "red", bold = true }

    "event.time" = { fg = "faint" }
    "event.kind" = { fg = "blue" }
    "event.comment" = { fg = "faint", italic = true }
    "wire.name" = { fg = "blue" }
    "json.name" = { fg = "blue" }
    "json.string" = { fg = "green" }
    "json.number" = { fg = "rust" }

    "usage.label" = { fg = "faint" }
    "usage.value" = { fg = "black" }

    "lane.a" = { fg = "sea" }
    "lane.b" = { fg = "brown" }
    "lane.c" = { fg = "violet" }
    "lane.d" = { fg = "green" }

    "turn.note" = { fg = "faint" }
    "turn.text" = { fg = "ink" }
    "parameter.selected" = { fg = "black", bold = true }
    "event.data" = { fg = "soft" }
    "event.bad" = { fg = "red" }
    "menu.detail" = { fg = "soft" }
    "menu.title" = { fg = "blue", bold = true }
    "notice" = { fg = "brown" }
    "notice.error" = { fg = "red", bold = true }

    "markdown.heading" = { fg = "black", bold = true }
    "markdown.strong" = { fg = "black", bold = true }
    "markdown.emphasis" = { fg = "ink", italic = true }
    "markdown.strong.emphasis" = { fg = "black", bold = true, italic = true }
    "markdown.struck" = { fg = "faint" }
    "markdown.code" = { fg = "rust" }
    "markdown.link" = { fg = "blue", underline = true }
    "markdown.quote" = { fg = "faint" }
    "markdown.marker" = { fg = "soft" }
    "markdown.rule" = { fg = "faint" }
    "markdown.source" = { fg = "faint" }

    "code" = { fg = "ink", bg = "raised" }
    "code.language" = { fg = "soft", italic = true }
    "code.keyword" = { fg = "violet" }
    "code.string" = { fg = "green" }
    "code.number" = { fg = "brown" }
    "code.comment" = { fg = "soft", italic = true }
    "code.name" = { fg = "blue" }
    "code.added" = { fg = "green" }
    "code.removed" = { fg = "red" }

    """#

private let plain = #"""
    # No colours, only weight: what NO_COLOR shows. See dark.toml for what may be written.

    [faces]
    "text" = { fg = "default", bg = "default" }
    "strong" = { bold = true }
    "border.focused" = { bold = true }
    "title.focused" = { bold = true }
    "selection" = { reverse = true }
    "slider.knob" = { bold = true }
    "escaped" = { reverse = true }
    "match" = { reverse = true }
    "key" = { bold = true }
    "error" = { bold = true }
    "warning" = { bold = true }
    "tab.selected" = { bold = true, underline = true }

    "header" = { reverse = true }
    "menu.selected" = { reverse = true }

    "turn" = { bold = true }
    "turn.reasoning" = { italic = true }
    "turn.failure" = { bold = true }
    "turn.selected" = { bold = true }
    "turn.siblings" = { bold = true }
    "composer.prompt" = { bold = true }
    "parameter.value" = { bold = true }
    "parameter.outside" = { bold = true, underline = true }
    "usage.value" = { bold = true }
    "turn.text" = { fg = "default" }
    "parameter.selected" = { bold = true, underline = true }
    "event.bad" = { bold = true }
    "menu.title" = { bold = true }
    "notice.error" = { bold = true }

    "markdown.heading" = { bold = true }
    "markdown.strong" = { bold = true }
    "markdown.emphasis" = { italic = true }
    "markdown.strong.emphasis" = { bold = true, italic = true }
    "markdown.struck" = { dim = true }
    "markdown.code" = { bold = true }
    "markdown.link" = { underline = true }
    "code.language" = { italic = true }
    "code.keyword" = { bold = true }
    "code.comment" = { dim = true }

    """#
