import ScreenKit
import Terminal

extension Diagnosis {
    mutating func examineTerminal() async {
        do throws(TerminalProblem) {
            let facts = try TerminalFacts()
            examine(facts)
        } catch {
            add(TerminalFacts.isTerminal ? .wrong : .note, "terminal", error.description)
        }
        await examineLocale()
    }

    private mutating func examine(_ facts: TerminalFacts) {
        let entry = facts.entry == facts.name ? "" : ", taken for \(facts.entry)"
        guard TerminalFacts.isTerminal else {
            let advice = "not a terminal here: the workbench needs one, the commands do not"
            return add(.note, "terminal", "TERM=\(facts.name)\(entry); \(advice)")
        }
        let (rows, columns) = (facts.size.rows, facts.size.columns)
        add(.good, "terminal", "TERM=\(facts.name)\(entry), \(columns)×\(rows)")
        if columns < 80 || rows < 24 {
            add(.note, "size", "80×24 shows the workbench, 120×40 all of it")
        }
        let colors = facts.allowsColor ? "\(facts.colorCount) colours" : "none: NO_COLOR is set"
        add(.good, "colours", colors)
        let probe = "asked for when the workbench opens; a silent terminal gets safe stand-ins"
        add(.good, "widths", probe)
    }

    private mutating func examineLocale() async {
        let set = await TerminalFacts.characterSet
        if set == "UTF-8" { return add(.good, "locale", set) }
        if await TerminalFacts.hasUnicodeLocale {
            return add(.note, "locale", "\(set), not UTF-8: the workbench uses C.UTF-8")
        }
        add(.wrong, "locale", "\(set), and there is no UTF-8 one\ninstall the package locales")
    }
}
