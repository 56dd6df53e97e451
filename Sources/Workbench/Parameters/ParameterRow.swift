package import ChatCompletions
import Conversations
import ScreenKit
package import Words

/// A parameter of the current dialect as a row of the pane.
package struct ParameterRow: Sendable, Hashable {
    package enum Control: Sendable, Hashable {
        case slider(ParameterSpec.Slider)
        /// What can be chosen: how it is shown, and what it sends.
        case chooser([Option])
        case text
    }

    package struct Option: Sendable, Hashable {
        package var label: Phrase
        package var value: JSONValue
    }

    package var spec: ParameterSpec
    package var value: JSONValue?
    package var control: Control

    package var name: String { spec.name }

    init(_ spec: ParameterSpec, value: JSONValue?) {
        self.spec = spec
        self.value = value
        control = Self.control(of: spec)
    }

    private static func control(of spec: ParameterSpec) -> Control {
        if let slider = spec.slider { return .slider(slider) }
        switch spec.kind {
        case .boolean:
            return .chooser([
                Option(label: .on, value: .bool(true)), Option(label: .off, value: .bool(false)),
            ])
        case .choice(let names):
            return .chooser(names.map { Option(label: Phrase(verbatim: $0), value: .string($0)) })
        case .number, .integer, .text, .strings, .json: return .text
        }
    }

    /// What is said where nothing is set: that it is not sent, and what the document says then holds.
    package func unsetText(columns: Int, in language: Language = .english) -> String {
        if let sent = spec.sentByDefault {
            return Phrase.sendsUnlessSet(sent.text).text(in: language)
        }
        guard let value = defaultText else { return Phrase.unsent.text(in: language) }
        let text = Phrase.unsentWithDefault(value).text(in: language)
        return Width.of(text) <= columns ? text : Phrase.unsentShort(value).text(in: language)
    }

    /// One or two sentences below the list.
    var hint: Phrase {
        let usual = defaultText.map(Phrase.usual)
        let sent = spec.sentByDefault.map { Phrase.isSentUnlessSet($0.text) }
        let interval: ParameterSpec.Interval? = spec.accepted ?? spec.range
        let known: Phrase? = spec.isDocumented ? nil : .undocumented
        let facts = [usual, sent, interval.map { Phrase(verbatim: "\($0)") }, known]
            .compactMap { $0 }
        return [spec.hint, facts.joined(separator: " · ")].filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private var defaultText: String? {
        switch spec.defaultValue {
        case .unstated: nil
        case .infinite: "inf"
        case .value(let value): shown(value)
        }
    }

    /// A value as the pane shows it: with the slider's decimals, as JSON otherwise.
    package func shown(_ value: JSONValue) -> String {
        if case .slider(let slider) = control, let number = value.double {
            if case .spelled(let spelled) = value { return spelled.text }
            return number.text(decimals: slider.decimals)
        }
        if case .string(let text) = value, case .strings = spec.kind {
            return JSONValue.string(text).text
        }
        if case .array(let items) = value, case .strings = spec.kind {
            return items.map(\.text).joined(separator: ", ")
        }
        return value.string ?? value.text
    }

    /// Whether the value is none that the control could show: typed, or from another dialect.
    package var isTyped: Bool {
        guard let value else { return false }
        switch control {
        case .slider: return value.double == nil
        case .chooser(let options): return !options.contains { $0.value == value }
        case .text: return false
        }
    }

    /// Whether a set value lies outside what the document allows.
    package var isOutside: Bool {
        let interval: ParameterSpec.Interval? = spec.accepted ?? spec.range
        guard let number = value?.double, let interval else { return false }
        return !interval.contains(number)
    }
}

extension ParameterRow {
    /// A slider marks by itself what lies beyond its ends.
    var sliderMarksIt: Bool {
        guard case .slider(let scale) = control, let number = value?.double else { return false }
        return !scale.bounds.contains(number)
    }
}

extension ParameterRow {
    /// What a place on the slider sends.
    func json(_ value: Double, _ scale: ParameterSpec.Slider) -> JSONValue {
        let isWhole = scale.decimals == 0 || spec.kind == .integer
        return isWhole ? .integer(Int(value.rounded())) : .number(value)
    }

    /// The row's slider as a widget; while it is not set, its knob rests at what holds then.
    func slider(
        _ scale: ParameterSpec.Slider, columns: Int = 0, in language: Language = .english
    ) -> Slider {
        let resting = restingValue
        let sent = (spec.sentByDefault != nil ? Phrase.sentAnyway : .unsent).text(in: language)
        var spelling: String?
        if case .spelled(let spelled) = value { spelling = spelled.text }
        return Slider(
            value: value?.double, spelling: spelling, bounds: scale.bounds, step: scale.step,
            resting: resting,
            placeholder: resting == nil ? unsetText(columns: columns, in: language) : sent,
            numberWidth: 6)
    }

    /// What holds while nothing is set, as far as the dialect says so.
    var restingValue: Double? {
        if let value = spec.sentByDefault?.double { return value }
        if case .value(let value) = spec.defaultValue { return value.double }
        return nil
    }

    /// The row's choices as a widget: the first one is to send nothing.
    func chooser(_ options: [Option], in language: Language = .english) -> Chooser {
        var labels = ([.unsent] + options.map(\.label)).map { $0.text(in: language) }
        guard let value else { return Chooser(options: labels, chosen: 0) }
        if let place = options.firstIndex(where: { $0.value == value }) {
            return Chooser(options: labels, chosen: place + 1)
        }
        // Typed, or from another dialect: shown all the same.
        labels.append(shown(value))
        return Chooser(options: labels, chosen: labels.count - 1)
    }
}

extension Double {
    /// `0.7.text(decimals: 2) == "0.70"`.
    package func text(decimals: Int) -> String { Decimals.text(self, decimals) }
}
