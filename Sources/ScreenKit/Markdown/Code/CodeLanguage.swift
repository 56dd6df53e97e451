/// What is to be coloured in a language, as far as one line tells.
struct CodeLanguage: Sendable {
    /// What lasts from one sign to another: a comment, a text.
    struct Span: Sendable {
        let open: [UInt8]
        let close: [UInt8]
        let face: Face
        /// A backslash keeps what is behind it from closing.
        var escapes = false
        /// Goes on in the next line.
        var crossesLines = false
        /// Is none where it does not close within so many bytes.
        var longest = Int.max
    }

    enum Form: Sendable { case words, markup, difference }

    let names: [String]
    var form = Form.words
    var keywords: Set<String> = []
    var ignoresCase = false
    /// What makes a comment of the rest of the line.
    var comments: [[UInt8]] = []
    /// Longer signs before those that they begin with.
    var spans: [Span] = []
    /// Signs that begin a name together with the word behind them: `@`, `$`, `#`.
    var sigils: [UInt8] = []
    /// Signs that make a name of the word or text before them: `:` in JSON and YAML.
    var nameEnds: [UInt8] = []
    /// Signs within words beside letters, digits and `_`.
    var wordSigns: [UInt8] = []

    init(_ names: String, _ form: Form = .words) {
        self.names = names.split(separator: " ").map(String.init)
        self.form = form
    }

    static let places: [String: Int8] = {
        var places: [String: Int8] = [:]
        for (place, language) in all.enumerated() {
            for name in language.names { places[name] = Int8(place) }
        }
        return places
    }()

    static let all: [CodeLanguage] = [
        swift, c, cPlusPlus, python, javaScript, json, bash, go, rust, java, html, css, sql, yaml,
        toml, difference,
    ]
}

extension CodeLanguage.Span {
    init(_ open: String, _ close: String, _ face: Face) {
        (self.open, self.close, self.face) = (Array(open.utf8), Array(close.utf8), face)
    }

    fileprivate static let blockComment = Self("/*", "*/", .codeComment).overLines
    fileprivate static let double = Self("\"", "\"", .codeString).escaping
    fileprivate static let single = Self("'", "'", .codeString).escaping
    /// `'a'`, beside which `'a` is something else.
    fileprivate static let character = Self("'", "'", .codeString).escaping.short

    fileprivate static func text(_ sign: String) -> Self { Self(sign, sign, .codeString) }

    fileprivate var escaping: Self { changed { $0.escapes = true } }
    fileprivate var overLines: Self { changed { $0.crossesLines = true } }
    fileprivate var short: Self { changed { $0.longest = 12 } }

    private func changed(_ body: (inout Self) -> Void) -> Self {
        var copy = self
        body(&copy)
        return copy
    }
}

extension CodeLanguage {
    private func with(_ body: (inout Self) -> Void) -> Self {
        var copy = self
        body(&copy)
        return copy
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    private static func slashes(_ names: String, _ keywords: String) -> CodeLanguage {
        CodeLanguage(names).with {
            $0.keywords = words(keywords)
            $0.comments = [Array("//".utf8)]
            $0.spans = [.blockComment, .double, .single]
        }
    }

    private static let swift = slashes(
        "swift",
        """
        actor any as associatedtype async await break case catch class continue default defer deinit do
        else enum extension fallthrough false fileprivate final for func get guard if import in indirect
        init inout internal is lazy let mutating nil nonisolated nonmutating open operator override
        package private protocol public repeat rethrows return self Self set some static struct subscript
        super switch throw throws true try typealias unowned var weak where while
        """
    ).with {
        $0.spans = [.blockComment, .text("\"\"\"").escaping.overLines, .double]
        $0.sigils = [UInt8(ascii: "@"), UInt8(ascii: "#")]
    }

    private static let cWords = """
        auto bool break case char const constexpr continue default do double else enum extern false float
        for goto if inline int int8_t int16_t int32_t int64_t long NULL nullptr register restrict return
        short signed size_t sizeof static static_assert struct switch true typedef uint8_t uint16_t
        uint32_t uint64_t union unsigned void volatile while
        """

    private static let c = slashes("c h", cWords).with {
        $0.spans = [.blockComment, .double, .character]
        $0.sigils = [UInt8(ascii: "#")]
    }

    private static let cPlusPlus = slashes(
        "cpp c++ cc cxx hpp objc cuda arduino",
        cWords + """
             alignas alignof and catch class co_await co_return co_yield concept const_cast consteval
            decltype delete dynamic_cast explicit export final friend import module mutable namespace new
            noexcept not operator or override private protected public reinterpret_cast requires
            static_cast std string template this throw try typename using vector virtual
            """
    ).with {
        $0.spans = [.blockComment, .double, .character]
        $0.sigils = [UInt8(ascii: "#")]
    }

    private static let python = CodeLanguage("python py python3 pycon ipython").with {
        $0.keywords = words(
            """
            and as assert async await break case class continue def del elif else except False finally
            for from global if import in is lambda match None nonlocal not or pass raise return self
            True try while with yield
            """)
        $0.comments = [[UInt8(ascii: "#")]]
        $0.spans = [
            .text("\"\"\"").escaping.overLines, .text("'''").escaping.overLines, .double, .single,
        ]
        $0.sigils = [UInt8(ascii: "@")]
    }

    private static let javaScript = slashes(
        "javascript js jsx mjs typescript ts tsx node",
        """
        abstract any as async await boolean break case catch class const continue debugger declare default
        delete do else enum export extends false finally for from function get if implements import in
        instanceof interface is keyof let namespace never new null number of private protected public
        readonly return set static string super switch this throw true try type typeof undefined unknown
        var void while with yield
        """
    ).with {
        $0.spans.append(.text("`").escaping.overLines)
        $0.sigils = [UInt8(ascii: "@")]
        $0.wordSigns = [UInt8(ascii: "$")]
    }

    private static let json = CodeLanguage("json jsonc json5 jsonl ndjson geojson").with {
        $0.keywords = ["true", "false", "null"]
        $0.comments = [Array("//".utf8)]
        $0.spans = [.double]
        $0.nameEnds = [UInt8(ascii: ":")]
    }

    private static let bash = CodeLanguage("bash sh shell zsh fish console terminal dockerfile")
        .with {
            $0.keywords = words(
                """
                alias break case cd continue do done echo elif else esac eval exec exit export fi for
                function if in local read readonly return select set shift source sudo then trap unset until
                while FROM RUN COPY ADD ENV ARG WORKDIR EXPOSE CMD ENTRYPOINT USER VOLUME LABEL
                """)
            $0.comments = [[UInt8(ascii: "#")]]
            $0.spans = [.double, .text("'").overLines]
            $0.sigils = [UInt8(ascii: "$")]
            $0.wordSigns = Array("-./".utf8)
        }

    private static let go = slashes(
        "go golang",
        """
        any bool break byte case chan const continue default defer else error fallthrough false float64
        for func go goto if import int int64 interface iota map nil package range return rune select
        string struct switch true type uint64 var
        """
    ).with { $0.spans = [.blockComment, .text("`").overLines, .double, .character] }

    private static let rust = slashes(
        "rust rs",
        """
        as async await bool break const continue crate dyn else enum extern false fn for i32 i64 if impl in
        let loop match mod move mut None Ok pub ref return self Self Some static str String struct super
        trait true type u8 u32 u64 unsafe use usize Vec where while
        """
    ).with {
        $0.spans = [.blockComment, .double.overLines, .character]
        $0.sigils = [UInt8(ascii: "#")]
    }

    private static let java = slashes(
        "java kotlin kt scala csharp cs c# dart groovy",
        """
        abstract as assert boolean break byte case catch char class companion const continue data def
        default do double else enum extends false final finally float for fun if implements import in
        instanceof int interface internal is long namespace new null object override package private
        protected public readonly record return sealed short static string super switch synchronized this
        throw throws true try using val var virtual void volatile when while
        """
    ).with {
        $0.spans = [.blockComment, .text("\"\"\"").escaping.overLines, .double, .character]
        $0.sigils = [UInt8(ascii: "@")]
    }

    private static let html = CodeLanguage("html xml svg xhtml vue plist", .markup).with {
        $0.spans = [
            Span("<!--", "-->", .codeComment).overLines, Span("<", ">", .codeKeyword).overLines,
        ]
    }

    private static let css = slashes("css scss less sass", "important and not only from to").with {
        $0.sigils = [UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "$")]
        $0.nameEnds = [UInt8(ascii: ":")]
        $0.wordSigns = [UInt8(ascii: "-")]
        $0.comments = []
    }

    private static let sql = CodeLanguage("sql sqlite mysql postgres postgresql plsql").with {
        $0.ignoresCase = true
        $0.keywords = words(
            """
            add all alter and as asc begin between by case check column commit constraint create cross
            default delete desc distinct drop else end exists explain false foreign from full group having
            if in index inner insert int integer into is join key left like limit not null offset on or
            order outer over partition primary references replace right rollback select set table text
            then transaction trigger true union unique update using values varchar view when where with
            """)
        $0.comments = [Array("--".utf8)]
        $0.spans = [.blockComment, .text("'").overLines, .text("\"")]
    }

    private static let yaml = CodeLanguage("yaml yml").with {
        $0.keywords = ["true", "false", "null", "yes", "no"]
        $0.comments = [[UInt8(ascii: "#")]]
        $0.spans = [.double, .text("'")]
        $0.sigils = [UInt8(ascii: "&"), UInt8(ascii: "*")]
        $0.nameEnds = [UInt8(ascii: ":")]
        $0.wordSigns = Array("-./".utf8)
    }

    private static let toml = CodeLanguage("toml ini conf cfg properties env").with {
        $0.keywords = ["true", "false"]
        $0.comments = [[UInt8(ascii: "#")], [UInt8(ascii: ";")]]
        $0.spans = [
            .text("\"\"\"").escaping.overLines, .text("'''").overLines, .double, .text("'"),
        ]
        $0.nameEnds = [UInt8(ascii: "=")]
        $0.wordSigns = Array("-.".utf8)
    }

    private static let difference = CodeLanguage("diff patch", .difference)
}
