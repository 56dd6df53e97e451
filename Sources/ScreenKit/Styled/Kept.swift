/// Something that takes time to make, kept until what it was made of is another: a version, a number
/// of bytes, whatever is cheap to compare.
///
/// ```swift
/// kept.update(to: Key(exchange, byteCount)) { StyledPage(json(log.body)) }
/// kept.value?.setWidth(columns)
/// ```
package struct Kept<Key: Equatable & Sendable, Value: Sendable>: Sendable {
    /// May be changed in place: a page wraps what it shows.
    package var value: Value?
    private var key: Key?
    /// How often it was made.
    package private(set) var makings = 0

    package init() {}

    /// Makes the value where it is of another key.
    package mutating func update(to key: Key, make: () -> Value) {
        if value != nil, self.key == key { return }
        (self.key, value) = (key, make())
        makings += 1
    }

    package mutating func forget() { (key, value) = (nil, nil) }
}
