import ChatCompletions
import TOML

/// What of a provider's table is its dialect?
extension ProviderReading {
    mutating func dialect() -> DialectChoice {
        var dialect = DialectChoice()
        dialect.messagesName = reading.string("messages_name")
        dialect.streaming = reading.word("streaming", as: Provider.Offer.self)
        dialect.streamUsage = reading.word("stream_usage", as: Provider.StreamUsage.self)
        readReasoning(into: &dialect)
        dialect.continuation = reading.word("continuation", as: Provider.Continuation.self)
        dialect.continuationAddress = continuationAddress()
        dialect.takesSchemaBesideType = reading.boolean("schema_beside_type")
        dialect.wantsJSONAskedFor = reading.boolean("json_asked_for")
        dialect.rejects = reading.strings("rejects")
        dialect.ignores = reading.strings("ignores")
        dialect.prices = prices()
        dialect.removed = reading.placedTexts("remove") ?? []
        dialect.parameters = parameters()
        return dialect
    }

    /// `reasoning = false`, or a table with `on`, `off`, `history` and `comes_in`.
    private mutating func readReasoning(into dialect: inout DialectChoice) {
        if case .boolean(false)? = reading.table["reasoning"]?.content {
            _ = reading.boolean("reasoning")
            dialect.reasoning = .some(nil)
            return
        }
        guard var inner = reading.inner("reasoning") else { return }
        let (on, off) = (inner.members("on"), inner.members("off"))
        if on != nil || off != nil {
            dialect.reasoning = Provider.ReasoningControl(on: on ?? [], off: off ?? [])
        }
        dialect.reasoningHistory = inner.word("history", as: Provider.ReasoningHistory.self)
        dialect.thinkingPlaces = inner.words("comes_in", as: Provider.ThinkingPlace.self)
        inner.complainOfTheRest(noun: .reasoningSetting)
        reading.adopt(complaintsOf: inner)
    }

    /// A currency, and a table for each model.
    private mutating func prices() -> Provider.Prices? {
        guard var inner = reading.inner("prices") else { return nil }
        defer { reading.adopt(complaintsOf: inner) }
        let currency = inner.string("currency")
        let models = inner.table.members.filter { $0.name != "currency" }
        let prices = models.compactMap { inner.price($0.name) }
        guard let currency else {
            let position = reading.table["prices"]?.position ?? TextPosition(line: 1, column: 1)
            inner.complain(.pricesNeedCurrency, at: position)
            return nil
        }
        return Provider.Prices(currency: currency, perMillion: prices)
    }

    private mutating func parameters() -> [ParameterChoice] {
        guard var inner = reading.inner("parameters") else { return [] }
        defer { reading.adopt(complaintsOf: inner) }
        return inner.table.members.compactMap { member in
            guard var parameter = inner.inner(member.name) else { return nil }
            defer { inner.adopt(complaintsOf: parameter) }
            if ["model", "messages", "stream", "stream_options"].contains(member.name) {
                parameter.complain(
                    .noOwnParameter(member.name), at: member.position)
                return nil
            }
            return parameter.parameter(member.name, member.position)
        }
    }
}

extension TableReading {
    /// What a million tokens cost.
    fileprivate mutating func price(_ model: String) -> Provider.Prices.PerMillion? {
        guard var inner = inner(model) else { return nil }
        defer { adopt(complaintsOf: inner) }
        let price = Provider.Prices.PerMillion(
            model: model, input: inner.number("input"), cachedInput: inner.number("cached_input"),
            output: inner.number("output"))
        inner.complainOfTheRest(noun: .price)
        return price
    }

    fileprivate mutating func parameter(
        _ name: String, _ position: TextPosition
    ) -> ParameterChoice {
        var choice = ParameterChoice(name: name, position: position)
        choice.newName = string("name")
        choice.type = word("type", as: ParameterType.self)
        choice.choices = strings("choices")
        choice.takesOthers = boolean("takes_others")
        choice.most = count("max")
        choice.longestText = count("max_bytes")
        choice.isArrayOnly = boolean("array_only")
        choice.refusesEmpty = boolean("never_empty")
        choice.staysInAnswer = boolean("stays_in_answer")
        choice.takesNull = boolean("null")
        choice.range = interval("range")
        choice.accepted = interval("accepted")
        choice.defaultValue = defaultValue()
        choice.sentByDefault = sent()
        choice.slider = slider()
        choice.isDocumented = boolean("documented")
        choice.hint = string("hint")
        complainOfTheRest(noun: .parameterSetting)
        return choice
    }

    /// A value, the document's `inf`, or `"null"`, which TOML cannot write.
    private mutating func defaultValue() -> ParameterSpec.Default? {
        let written = table["default"]
        if written?.number == .infinity || written?.content == .string("inf") {
            _ = value("default")
            return .infinite
        }
        if written?.content == .string("null") {
            _ = value("default")
            return .value(.null)
        }
        return json("default").map(ParameterSpec.Default.value)
    }

    /// What is sent when nothing is set; `send = "nothing"` takes that away, since `false` is a value.
    private mutating func sent() -> JSONValue?? {
        if table["send"]?.content == .string("nothing") {
            _ = value("send")
            return .some(nil)
        }
        return json("send").map(Optional.some)
    }

    /// `{ from = 0, to = 2, step = 0.05, large_step = 0.25 }`, or `false` for a typed value.
    private mutating func slider() -> ParameterSpec.Slider?? {
        if case .boolean(false)? = table["slider"]?.content {
            _ = value("slider")
            return .some(nil)
        }
        guard var inner = inner("slider") else { return nil }
        defer { adopt(complaintsOf: inner) }
        let numbers = (inner.number("from"), inner.number("to"), inner.number("step"))
        let large = inner.number("large_step")
        inner.complainOfTheRest(noun: .sliderSetting)
        guard let from = numbers.0, let to = numbers.1, let step = numbers.2,
            let slider = SliderFitting.slider(from, to, step: step, large: large)
        else {
            let position = table["slider"]?.position ?? TextPosition(line: 1, column: 1)
            inner.complain(.sliderForm, at: position)
            return nil
        }
        return slider
    }
}
