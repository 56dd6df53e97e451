extension JSONScanner {
    /// A number as it stands in the text.
    struct RawNumber {
        var range: Range<Int>
        /// The whole number that it is; `nil` when it has a fraction or an exponent or is too big.
        var integer: Int?
    }

    /// Steps over a number, checking it against RFC 8259.
    mutating func number() throws(Fault) -> RawNumber {
        let start = offset
        let isNegative = at(UInt8(ascii: "-"))
        if isNegative { offset += 1 }
        if isNegative, at(UInt8(ascii: "I")) {
            offset = start
            try nothing()
            return RawNumber(range: start..<offset, integer: nil)
        }
        var integer = try wholePart(isNegative: isNegative)
        if at(UInt8(ascii: ".")) {
            offset += 1
            try digits()
            integer = nil
        }
        if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
            offset += 1
            if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { offset += 1 }
            try digits()
            integer = nil
        }
        endValue()
        return RawNumber(range: start..<offset, integer: integer)
    }

    /// The number's nearest Double; beyond its range the largest one, since JSON has no infinity.
    func double(_ raw: RawNumber) -> Double? {
        if let integer = raw.integer { return Double(integer) }
        let text = spelling(raw)
        guard let value = Double(text), !text.hasSuffix("y") else { return nil }
        if value.isFinite { return value }
        return value < 0 ? -Double.greatestFiniteMagnitude : Double.greatestFiniteMagnitude
    }

    /// The number as it stands there.
    func spelling(_ raw: RawNumber) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[raw.range]), as: UTF8.self)
    }

    @inline(__always)
    private func at(_ byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }

    private mutating func wholePart(isNegative: Bool) throws(Fault) -> Int? {
        if at(UInt8(ascii: "0")) {
            offset += 1
            // -0 is a number of its own.
            return isNegative ? nil : 0
        }
        var value: Int? = 0
        let start = offset
        while offset < bytes.count, let digit = digit(bytes[offset]) {
            value = value.flatMap { $0.appending(digit: digit, isNegative: isNegative) }
            offset += 1
        }
        if offset == start { throw fault(.badNumber) }
        return value
    }

    private mutating func digits() throws(Fault) {
        let start = offset
        while offset < bytes.count, digit(bytes[offset]) != nil { offset += 1 }
        if offset == start { throw fault(.badNumber) }
    }

    @inline(__always)
    private func digit(_ byte: UInt8) -> Int? {
        let value = Int(byte) - 0x30
        return value >= 0 && value <= 9 ? value : nil
    }
}

extension Int {
    fileprivate func appending(digit: Int, isNegative: Bool) -> Int? {
        let (tens, overflow) = multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = tens.addingReportingOverflow(isNegative ? -digit : digit)
        return overflow || overflow2 ? nil : sum
    }
}
