extension ParameterSpec.Interval: CustomStringConvertible {
    /// An end that the document does not call open or closed counts as closed.
    public func contains(_ value: Double) -> Bool {
        let isAbove = lower.map { $0.isClosed == false ? value > $0.value : value >= $0.value }
        let isBelow = upper.map { $0.isClosed == false ? value < $0.value : value <= $0.value }
        return isAbove ?? true && isBelow ?? true
    }
}
