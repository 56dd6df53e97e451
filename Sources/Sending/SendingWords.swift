import Words

/// Why a request does not go out.
extension Phrase {
    static func practiceFailed(_ reason: String) -> Phrase {
        Phrase(
            english: "the practice provider did not start: \(reason)",
            chinese: "练习服务商没有启动：\(reason)")
    }
}
