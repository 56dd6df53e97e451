import ScreenKit
import Terminal
import Words

extension Diagnosis {
    mutating func examineTerminal() async {
        do throws(TerminalProblem) {
            let facts = try TerminalFacts()
            examine(facts)
        } catch {
            add(TerminalFacts.isTerminal ? .wrong : .note, .terminal, error.sentence)
        }
        await examineLocale()
        add(.good, .language, .speaking(Speech.language))
    }

    private mutating func examine(_ facts: TerminalFacts) {
        let term = Phrase.term(facts.name, takenFor: facts.entry)
        guard TerminalFacts.isTerminal else {
            return add(.note, .terminal, .notATerminal(term))
        }
        let (rows, columns) = (facts.size.rows, facts.size.columns)
        add(.good, .terminal, .terminal(term, "\(columns)×\(rows)"))
        if columns < 80 || rows < 24 {
            add(.note, .size, .smallTerminal)
        }
        add(.good, .colors, facts.allowsColor ? .colors(facts.colorCount) : .noColors)
        add(.good, .widths, .widthsAskedLater)
    }

    private mutating func examineLocale() async {
        let set = await TerminalFacts.characterSet
        if set == "UTF-8" { return add(.good, .locale, Phrase(verbatim: set)) }
        if await TerminalFacts.hasUnicodeLocale {
            return add(.note, .locale, .localeReplaced(set))
        }
        add(.wrong, .locale, .noUnicodeLocale(set))
    }
}
