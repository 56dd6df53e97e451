import ChatCompletions
import TOML
import Words

/// How does a provider's table become a choice? The same words stand in `[providers.NAME]` of
/// `config.toml` and at the top of `providers/NAME.toml`.
struct ProviderReading {
    var reading: TableReading

    init(_ reading: TableReading) { self.reading = reading }

    mutating func choice(_ id: String, _ position: TextPosition) -> ProviderChoice {
        // `[providers.PPIO]` means the built-in one.
        let id = Provider.named(id)?.id ?? id
        if id.isEmpty || id.contains(where: { $0.isWhitespace || $0 == "/" }) {
            // `--lane PROVIDER/MODEL` could not name it.
            reading.complain(.badProviderName, at: position)
        }
        var choice = ProviderChoice(id: id, file: reading.file, position: position)
        choice.extendsPosition = reading.table["extends"]?.position
        choice.extends = reading.string("extends")
        choice.title = reading.string("title")
        choice.endpoints = endpoints()
        choice.paths = paths()
        choice.modelsPath = modelsPath()
        choice.documentation = reading.string("documentation")
        choice.model = reading.string("model")
        choice.models = reading.strings("models")
        choice.modelForm = reading.textOrNone("model_form")
        choice.keyCommand = reading.command("key_command")
        choice.keyVariable = reading.textOrNone("key_env")
        choice.keyHeader = keyHeader()
        choice.needsKey = reading.boolean("needs_key")
        choice.keyOverHTTP = keyOverHTTP(choice.endpoints)
        choice.headers = headers()
        choice.headersPosition = reading.table["headers"]?.position
        choice.dialect = dialect()
        reading.complainOfTheRest(noun: .providerSetting)
        return choice
    }

    // MARK: Addresses

    /// `base_url` is the first one, those of `base_urls` follow it.
    private mutating func endpoints() -> [Provider.Endpoint]? {
        let first = reading.placedTexts("base_url") ?? []
        let others = reading.endpointList("base_urls") ?? []
        let all = first.map { ($0, Phrase.fromConfiguration) } + others
        let good = all.filter { reading.isAddress($0.0) }
        return good.isEmpty
            ? nil : good.map { Provider.Endpoint($0.0.text.withoutSlash, note: $0.1) }
    }

    mutating func continuationAddress() -> String? {
        guard let address = reading.placedTexts("continuation_at")?.first,
            reading.isAddress(address)
        else { return nil }
        return address.text.withoutSlash
    }

    /// `path` is the one that is used; of `paths` the first is.
    private mutating func paths() -> [String]? {
        let all = (reading.placedTexts("path") ?? []) + (reading.placedTexts("paths") ?? [])
        let good = all.filter { reading.isPath($0) }
        return good.isEmpty ? nil : good.map(\.text)
    }

    private mutating func modelsPath() -> String?? {
        if case .boolean(false)? = reading.table["models_path"]?.content {
            return reading.textOrNone("models_path")
        }
        guard let path = reading.placedTexts("models_path")?.first, reading.isPath(path) else {
            return nil
        }
        return .some(path.text)
    }

    /// Said for the addresses beside it, and for no others.
    private mutating func keyOverHTTP(_ endpoints: [Provider.Endpoint]?) -> Bool? {
        let isAllowed = reading.boolean("key_over_http")
        if isAllowed != nil, endpoints == nil, let place = reading.table["key_over_http"] {
            reading.complain(.keyOverHTTPAlone, at: place.position)
        }
        return isAllowed
    }

    /// `headers = { "X-Org" = "${ORG}" }`.
    private mutating func headers() -> [HeaderTemplate]? {
        guard var inner = reading.inner("headers") else { return nil }
        defer { reading.adopt(complaintsOf: inner) }
        return inner.table.members.compactMap { member in
            guard let value = inner.string(member.name) else { return nil }
            do throws(HeaderTemplate.Problem) {
                return try HeaderTemplate(member.name, value)
            } catch {
                inner.complain(.badHeader(member.name, error), at: member.position)
                return nil
            }
        }
    }

    /// `key_header = "X-API-Key"`, `"Authorization: Bearer"`, or `false` for none.
    private mutating func keyHeader() -> Header?? {
        guard let written = reading.textOrNone("key_header") else { return nil }
        guard let written else { return .some(nil) }
        let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
        let name = parts.first ?? ""
        let start = parts.count == 2 ? parts[1].split(separator: " ").joined(separator: " ") : ""
        guard Header.isName(name),
            start.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
        else {
            let position = reading.table["key_header"]?.position ?? TextPosition(line: 1, column: 1)
            reading.complain(.keyHeaderForm, at: position)
            return nil
        }
        return Header(name, start.isEmpty ? "" : start + " ")
    }
}

extension TableReading {
    /// Addresses, or tables `{ url = "…", note = "…" }`.
    fileprivate mutating func endpointList(_ name: String) -> [(PlacedText, Phrase)]? {
        guard let value = value(name) else { return nil }
        guard case .array(let values) = value.content else {
            complain(.addressesWanted(name), at: value.position)
            return nil
        }
        return values.compactMap { element in
            switch element.content {
            case .string(let url):
                return (PlacedText(text: url, position: element.position), .empty)
            case .table(let table):
                var inner = TableReading(table, in: file)
                defer { adopt(complaintsOf: inner) }
                let url = inner.string("url")
                let note = inner.string("note").map { Phrase(verbatim: $0) } ?? .empty
                inner.complainOfTheRest(noun: .addressSetting)
                return url.map { (PlacedText(text: $0, position: element.position), note) }
            default:
                complain(.addressInQuotes, at: element.position)
                return nil
            }
        }
    }

    fileprivate mutating func isAddress(_ url: PlacedText) -> Bool {
        do throws(URLParts.Problem) {
            _ = try URLParts(url.text)
            return true
        } catch {
            complain(.badAddress(url.text, error), at: url.position)
            return false
        }
    }

    /// A path that does not begin with a slash would become part of the host's name.
    fileprivate mutating func isPath(_ path: PlacedText) -> Bool {
        if path.text.hasPrefix("/"), (try? URLParts("https://host" + path.text)) != nil {
            return true
        }
        complain(.noPath(path.text), at: path.position)
        return false
    }
}

extension String {
    fileprivate var withoutSlash: String {
        var text = self
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }
}
