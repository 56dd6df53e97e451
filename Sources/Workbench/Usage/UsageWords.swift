import ChatCompletions
import Words

/// The figures' names.
extension Phrase {
    static let usage = Phrase(english: "Usage", chinese: "用量")
    static let noFigures = Phrase(
        english: "Figures come with the first answer.", chinese: "收到第一个回答后显示。")
    static let firstTokenLabel = Phrase(english: "first token", chinese: "首 token")
    static let visibleLabel = Phrase(english: "visible", chinese: "可见")
    static let speedLabel = Phrase(english: "speed", chinese: "速度")
    static let connectLabel = Phrase(english: "connect", chinese: "连接")
    static let firstByteLabel = Phrase(english: "first byte", chinese: "首字节")
    static let totalLabel = Phrase(english: "total", chinese: "总时长")
    static let statusLabel = Phrase(english: "status", chinese: "状态")
    static let finishLabel = Phrase(english: "finish", chinese: "结束")
    static let eventsLabel = Phrase(english: "events", chinese: "事件")
    static let bytesLabel = Phrase(english: "bytes", chinese: "字节")
    static let unreadableLabel = Phrase(english: "unreadable", chinese: "无法解析")
    static let gapsLabel = Phrase(english: "gaps p50", chinese: "间隔 p50")
    static let gap95Label = Phrase(verbatim: "p95")
    static let gapLabel = Phrase(english: "gap", chinese: "间隔")
    static let longestGapLabel = Phrase(english: "max", chinese: "最大")
    static let moreThanKept = Phrase(english: "more than is kept", chinese: "太多，只留了一部分")
    static let cameAtOnce = Phrase(english: "came at once", chinese: "一次到齐")

    static func cameInReads(_ count: Int) -> Phrase {
        Phrase(english: "came in \(count) reads", chinese: "分 \(count) 次读取到齐")
    }
}

extension Phrase {
    /// `11 ms`, `3.20 s`; in Chinese `3.20 秒`.
    static func short(_ time: Duration) -> Phrase {
        let seconds = time.seconds
        if seconds < 0.001 { return Phrase(verbatim: "\(Int(nearest: seconds * 1e6)) µs") }
        if seconds < 1 { return Phrase(verbatim: "\(Int(nearest: seconds * 1e3)) ms") }
        let text = seconds.text(decimals: 2)
        return Phrase(english: "\(text) s", chinese: "\(text) 秒")
    }
}
