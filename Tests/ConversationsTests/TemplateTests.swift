import Conversations
import Corpora
import Testing

/// Names in two braces, and what is put in their place.
@Suite struct TemplateTests {
    @Test(arguments: [
        ("Explain {{topic}}.", ["topic"]), ("{{a}}{{b}}{{a}}", ["a", "b"]),
        ("{{ topic }} {{reader type}}", ["topic", "reader type"]),
        ("{{主题}}，{{题材 二}}", ["主题", "题材 二"]),
        ("{{_x-1.y}}", ["_x-1.y"]), ("{{{a}}}", ["a"]), ("{{{{a}}}}", ["a"]),
        ("${{ github.ref }}", ["github.ref"]), ("{{a} {{b}}", ["b"]), ("{{a {{b}}", ["b"]),
    ])
    func whatIsAName(text: String, names: [String]) { #expect(Template(text).names == names) }

    @Test(arguments: [
        "", "{", "{{", "{{}}", "{{ }}", "{{1}}", "{{#if x}}", "{{/if}}", "{{> part}}", "{{a|b}}",
        "{{a}", "{a}}", "{{a\nb}}", "{{a\"}}", "{\"a\": {\"b\": 1}}", "\\{{a}}", "{ {a} }",
        "{{\(String(repeating: "a", count: 65))}}", "{{\u{301}a}}", "{{😀}}",
    ])
    func whatIsText(text: String) { #expect(Template(text).names == []) }

    @Test func valuesStandInPlaceOfNames() {
        let values = ["a": "{{b}}", "b": "", "主题": "熵\n与信息"]
        #expect(Template("<{{a}}|{{ b }}|{{主题}}>").filled(with: values) == "<{{b}}||熵\n与信息>")
        #expect(Template("{{{a}}}").filled(with: values) == "{{{b}}}")
        #expect(Template("{{a}} {{ none }}").filled(with: values) == "{{b}} {{ none }}")
    }

    /// As in Handlebars.
    @Test func aBackslashMakesTextOfAName() {
        let values = ["a": "1"]
        #expect(Template(#"\{{a}} {{a}}"#).filled(with: values) == "{{a}} 1")
        #expect(Template(#"C:\\{{a}}"#).filled(with: values) == #"C:\1"#)
        #expect(Template(#"C:\\{{b}}"#).filled(with: values) == #"C:\\{{b}}"#)
        #expect(Template(#"\{{a}}"#).filled(with: [:]) == "{{a}}")
        #expect(Template(#"\n \{ {a}"#).filled(with: values) == #"\n \{ {a}"#)
    }

    /// Against the rules as one would read them, character by character.
    @Test func bracesOfAllKinds() {
        var dice = Numbers(state: 7)
        let signs = ["{", "{", "}", "}", "\\", "a", "主", " ", "\n", "1", "😀", "b{", "}}", "{{"]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...14, using: &dice)
            let text = (0..<count).map { _ in signs.randomElement(using: &dice) ?? "" }.joined()
            let found = Rules.parts(of: text)
            let names = found.compactMap { part in
                if case .name(let name, _) = part { name } else { nil }
            }
            var seen: Set<String> = []
            let once = names.filter { seen.insert($0).inserted }
            #expect(Template(text).names == once, "\(text)")
            let values = Dictionary(uniqueKeysWithValues: once.map { ($0, "<\($0){{a}}>") })
            let filled = found.map { part in
                switch part {
                case .text(let text): text
                case .name(let name, _): values[name] ?? ""
                }
            }.joined()
            #expect(Template(text).filled(with: values) == filled, "\(text)")
        }
    }

    /// A paste of nothing but braces takes no longer than another.
    @Test(.timeLimit(.minutes(1)), arguments: ["{", "{{", "{{ ", "{{a", "{{a}", "}}", "\\{{a}}"])
    func aMegabyteOfBracesIsRead(part: String) {
        let text = String(repeating: part, count: (1 << 20) / part.utf8.count)
        let template = Template(text)
        #expect(template.names.count <= 1)
        #expect(template.filled(with: ["a": ""]).utf8.count <= text.utf8.count)
    }
}

/// What a template is, told slowly.
private enum Rules {
    enum Part {
        case text(String)
        case name(String, written: String)
    }

    static func parts(of text: String) -> [Part] {
        var (parts, rest) = ([Part](), Substring(text))
        while !rest.isEmpty {
            if let (name, length) = name(rest) {
                let written = String(rest.prefix(length))
                let before = parts.suffix(2).map(\.character)
                if before.last == "\\" {
                    parts.removeLast()
                    let isDoubled = before.count == 2 && before.first == "\\"
                    parts.append(isDoubled ? .name(name, written: written) : .text(written))
                } else {
                    parts.append(.name(name, written: written))
                }
                rest = rest.dropFirst(length)
            } else {
                parts.append(.text(String(rest.removeFirst())))
            }
        }
        return parts
    }

    private static func name(_ text: Substring) -> (String, length: Int)? {
        guard text.hasPrefix("{{"), !text.hasPrefix("{{{") else { return nil }
        let inside = text.dropFirst(2).prefix { !"{}\n".contains($0) }
        guard text.dropFirst(2 + inside.count).hasPrefix("}}") else { return nil }
        let name = inside.split(separator: " ").joined(separator: " ")
        guard let first = name.first, first.isLetter || first == "_",
            name.allSatisfy({ $0.isLetter || $0.isNumber || "_-. ".contains($0) })
        else { return nil }
        return (name, inside.count + 4)
    }
}

extension Rules.Part {
    /// What stands there, where it is one character.
    fileprivate var character: String {
        if case .text(let text) = self { text } else { "" }
    }
}
