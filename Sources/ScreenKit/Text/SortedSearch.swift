extension RandomAccessCollection where Index == Int {
    /// The place of the first element for which something holds, where it holds for all that follow:
    /// the end where it holds for none.
    package func place(whereFirst holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
