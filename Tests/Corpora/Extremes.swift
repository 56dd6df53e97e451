package import ChatCompletions

extension JSONValue {
    /// Numbers at which careless arithmetic ends a program.
    package static let extremes: [JSONValue] = extremeNumbers.compactMap {
        try? JSONValue(parsing: $0)
    }

    /// The same as they are written.
    package static let extremeNumbers = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808",
        "18446744073709551616",
        "4611686018427387904", "2147483648", "1048576", "1e308", "-1e308", "1e400", "1e-320", "-1",
        "-0", "-0.0", "9007199254740993",
    ]
}
