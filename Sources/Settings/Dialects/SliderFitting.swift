import ChatCompletions

/// Which slider fits a range?
enum SliderFitting {
    /// Numbers beyond this are typed: no slider is that fine, and all of them are whole.
    private static let farthest = 1e9

    /// `nil` for ends and steps that make no slider.
    static func slider(
        _ from: Double, _ to: Double, step: Double, large: Double? = nil
    ) -> ParameterSpec.Slider? {
        let large = large ?? step * 5
        guard from <= to, step > 0, large >= step, abs(from) <= farthest, abs(to) <= farthest,
            large <= farthest, from == to || step <= to - from
        else { return nil }
        return ParameterSpec.Slider(
            from...to, step: step, largeStep: large, decimals: decimals(step))
    }

    /// The slider of a parameter whose range is another one now: within it, with its old steps if
    /// it had any.
    static func fitted(
        _ old: ParameterSpec.Slider?, to interval: ParameterSpec.Interval, isWhole: Bool
    ) -> ParameterSpec.Slider? {
        guard let lower = interval.lower?.value ?? old?.bounds.lowerBound,
            let upper = interval.upper?.value ?? old?.bounds.upperBound
        else { return nil }
        let step = old?.step ?? usualStep(upper - lower, isWhole: isWhole)
        let from = interval.contains(lower) ? lower : lower + step
        let to = interval.contains(upper) ? upper : upper - step
        return slider(from, to, step: step, large: old?.largeStep)
            ?? slider(from, to, step: usualStep(to - from, isWhole: isWhole))
    }

    private static func usualStep(_ span: Double, isWhole: Bool) -> Double {
        if isWhole { return span <= 256 ? 1 : span <= 8192 ? 16 : 64 }
        return span <= 1 ? 0.01 : span <= 2 ? 0.05 : span <= 10 ? 0.1 : 1
    }

    /// Two for all steps below one: `0.70`.
    private static func decimals(_ step: Double) -> Int {
        Double(Int(step)) == step ? 0 : step < 0.01 ? 4 : 2
    }
}
