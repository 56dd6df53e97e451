/// A value in a range, or no value: `━━━━━━━━●──────────  0.70`.
package struct Slider: Hashable, Sendable {
    /// `nil`: not set.
    package var value: Double?
    /// The value as somebody wrote it, where that is to be shown.
    package var spelling: String?
    package var bounds: ClosedRange<Double>
    package var step: Double
    /// Where an empty knob rests while there is no value: what holds then.
    package var resting: Double?
    /// Stands on the track, or in its place, while there is no value.
    package var placeholder: String
    /// The columns for the number at the right, where it is no longer.
    package var numberWidth: Int

    package init(
        value: Double?,
        spelling: String? = nil,
        bounds: ClosedRange<Double>,
        step: Double,
        resting: Double? = nil,
        placeholder: String = "",
        numberWidth: Int = 6
    ) {
        self.value = value
        self.spelling = spelling
        self.bounds = bounds
        self.step = step
        self.resting = resting
        self.placeholder = placeholder
        self.numberWidth = numberWidth
    }

    /// The value as it is shown, with the decimals of the step, or as many as it has.
    package var number: String { spelling ?? value.map(text(of:)) ?? "" }

    package var isOutOfBounds: Bool { value.map { !bounds.contains($0) } ?? false }

    // MARK: Values

    /// The nearest value that is a whole number of steps from the lower bound, within the bounds.
    package func snapped(_ value: Double) -> Double {
        let inside = min(max(value, bounds.lowerBound), bounds.upperBound)
        guard step > 0, inside.isFinite else { return inside }
        let steps = (inside - bounds.lowerBound) / step + 0.5
        guard steps < 1e15 else { return inside }
        let onStep = min(bounds.lowerBound + Double(Int(steps)) * step, bounds.upperBound)
        return Double(Decimals.text(onStep, decimals)) ?? onStep
    }

    /// The value so many steps on; from `start` where there is none.
    package func stepped(by steps: Double, from start: Double? = nil) -> Double {
        let from = value ?? start ?? bounds.lowerBound
        return snapped(from + steps * step)
    }

    // MARK: Geometry

    /// One end of the track can be told from the other.
    private static let shortestTrack = 3

    /// The columns of the track where the whole slider has so many.
    package func trackWidth(in columns: Int) -> Int {
        max(Self.shortestTrack, columns - max(numberWidth, number.utf8.count) - 2)
    }

    /// The column of the knob.
    package func knobColumn(in columns: Int) -> Int {
        let span = bounds.upperBound - bounds.lowerBound
        guard let value = value ?? resting, span > 0, value.isFinite else { return 0 }
        let part = min(max((value - bounds.lowerBound) / span, 0), 1)
        return Int(part * Double(trackWidth(in: columns) - 1) + 0.5)
    }

    /// The value that a click or drag at a column means; beyond the track, the nearest bound.
    package func value(atColumn column: Int, in columns: Int) -> Double {
        let last = Double(max(1, trackWidth(in: columns) - 1))
        let part = min(max(Double(column) / last, 0), 1)
        return snapped(bounds.lowerBound + part * (bounds.upperBound - bounds.lowerBound))
    }

    /// Draws in the first row of the canvas.
    package func draw(on canvas: inout Canvas) {
        guard value != nil else { return drawUnset(on: &canvas) }
        let (columns, symbols) = (canvas.size.columns, canvas.symbols)
        let (track, knob) = (trackWidth(in: columns), knobColumn(in: columns))
        for column in 0..<track {
            let (symbol, face): (String, Face) =
                column < knob
                ? (symbols.sliderFill, .sliderFill)
                : column == knob
                    ? (symbols.sliderKnob, .sliderKnob) : (symbols.sliderTrack, .sliderTrack)
            canvas.write(symbol, at: Point(row: 0, column: column), face: face)
        }
        let face: Face = isOutOfBounds ? .warning : .text
        for label in labels(in: columns, canvas.profile) {
            let text = isOutOfBounds ? label.text + "!" : label.text
            let place = Point(row: 0, column: label.column)
            canvas.write(text, at: place, face: face, ellipsis: true)
        }
    }

    /// `─ not sent ──○────  (0.80)`: the track is there to be taken hold of.
    private func drawUnset(on canvas: inout Canvas) {
        let (columns, symbols) = (canvas.size.columns, canvas.symbols)
        let labels = labels(in: columns, canvas.profile)
        if resting != nil {
            let (track, knob) = (trackWidth(in: columns), knobColumn(in: columns))
            for column in 0..<track {
                let symbol = column == knob ? symbols.emptyKnob : symbols.sliderTrack
                canvas.write(symbol, at: Point(row: 0, column: column), face: .sliderTrack)
            }
            for label in labels where label.column < track {
                let place = Point(row: 0, column: label.column - 1)
                canvas.write(" \(label.text) ", at: place, face: .dim)
            }
        }
        for label in labels {
            let place = Point(row: 0, column: label.column)
            canvas.write(label.text, at: place, face: .dim, ellipsis: resting == nil)
        }
    }

    // MARK: What it says

    /// A text beside its track or on it, and where it stands.
    package struct Label: Hashable, Sendable {
        package let column: Int
        package let text: String

        package init(column: Int, text: String) { (self.column, self.text) = (column, text) }
    }

    /// The value; or that there is none, and what holds then.
    package func labels(in columns: Int, _ profile: WidthProfile) -> [Label] {
        let track = trackWidth(in: columns)
        guard value == nil else {
            let width = Width.of(number, profile) + (isOutOfBounds ? 1 : 0)
            return [Label(column: max(track + 1, columns - width), text: number)]
        }
        guard let resting else { return [Label(column: 0, text: placeholder)] }
        let number = "(" + text(of: resting) + ")"
        let place = max(track + 1, columns - Width.of(number, profile))
        return [words(on: track, in: columns, profile), Label(column: place, text: number)]
            .compactMap(\.self)
    }

    /// On the longer side of the knob, where there is room for the words and some track.
    private func words(on track: Int, in columns: Int, _ profile: WidthProfile) -> Label? {
        let knob = knobColumn(in: columns)
        let width = Width.of(placeholder, profile) + 2
        let start = knob > track / 2 ? knob - width - 1 : knob + 2
        guard start > 0, start + width < track || start + width <= knob else { return nil }
        return Label(column: start + 1, text: placeholder)
    }

    private func text(of value: Double) -> String {
        let fixed = Decimals.text(value, decimals)
        return Double(fixed) == value ? fixed : value.description
    }

    private var decimals: Int { Decimals.needed(for: step) }
}

/// Numbers with a fixed count of decimals.
package enum Decimals {
    /// As many decimals as a step has, at most six.
    static func needed(for step: Double) -> Int {
        guard step.isFinite else { return 0 }
        var scaled = step.magnitude
        for decimals in 0..<6 {
            let nearest = Double(Int(min(scaled, 1e15) + 0.5))
            if abs(scaled - nearest) < 1e-6 { return decimals }
            scaled *= 10
        }
        return 6
    }

    package static func text(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (value * scale).magnitude
        guard scaled < 1e15 else { return value.description }
        let digits = String(Int(scaled + 0.5))
        let sign = value < 0 && digits != "0" ? "-" : ""
        if decimals == 0 { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
