extension ParameterSpec.Interval: CustomStringConvertible {
    /// An end that the document does not call open or closed counts as closed.
    public func contains(_ value: Double) -> Bool {
        let isAbove = lower.map { $0.isClosed == false ? value > $0.value : value >= $0.value }
        let isBelow = upper.map { $0.isClosed == false ? value < $0.value : value <= $0.value }
        return isAbove ?? true && isBelow ?? true
    }

    /// `[0, 2]`, `(0, 1]`, `≥ 1`, `≤ 4096`; ends that the document leaves open are `0 to 1`.
    public var description: String {
        switch (lower, upper) {
        case (let lower?, let upper?):
            if lower.isClosed == nil, upper.isClosed == nil {
                return "\(lower.text) to \(upper.text)"
            }
            let opening = lower.isClosed == false ? "(" : "["
            let closing = upper.isClosed == false ? ")" : "]"
            return "\(opening)\(lower.text), \(upper.text)\(closing)"
        case (let lower?, nil): return (lower.isClosed == false ? "> " : "≥ ") + lower.text
        case (nil, let upper?): return (upper.isClosed == false ? "< " : "≤ ") + upper.text
        case (nil, nil): return "any number"
        }
    }
}

extension ParameterSpec.Bound {
    /// `2`, `-2`, `0.01`.
    fileprivate var text: String { Int(whole: value).map { String($0) } ?? value.description }
}
