package import ChatCompletions
package import Conversations
package import ScreenKit

extension LaneSettings {
    package static let practice = LaneSettings(provider: "practice", model: "practice")
}

extension Timestamp {
    /// 2026-11-21, 05:47 in universal time.
    package static let today = Timestamp(milliseconds: 1_795_240_020_000)
}

extension Size {
    package static let wide = Size(rows: 40, columns: 120)
    package static let medium = Size(rows: 24, columns: 80)
    package static let small = Size(rows: 20, columns: 60)
    package static let smallest = Size(rows: 10, columns: 40)
    package static let large = Size(rows: 60, columns: 200)
    package static let tooSmall = Size(rows: 9, columns: 39)
}

extension Key {
    /// A key by the name that a keymap uses. A name that is no key is a mistake in the test.
    package static func named(_ name: String) -> Key {
        guard let key = Key(name) else { preconditionFailure("no key is called \(name)") }
        return key
    }
}
