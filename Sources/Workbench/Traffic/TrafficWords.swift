import ScreenKit
import Words

/// Looking at the wire.
extension Phrase {
    static let traffic = Phrase(english: "Traffic", chinese: "流量")
    static let nextTab = Phrase(english: "Next tab", chinese: "下一个标签页")
    static let previousTab = Phrase(english: "Previous tab", chinese: "上一个标签页")
    static let unfoldEvent = Phrase(english: "Unfold the event", chinese: "展开事件")
    static let preview = Phrase(
        english: "The request as it would be sent now", chinese: "预览下次请求")
    static let previewHelp = Phrase(
        english: "It changes while you type and while a slider moves.", chinese: "随输入和参数变化。")

    static let eventsTab = Phrase(english: "Events", chinese: "事件")
    static let requestTab = Phrase(english: "Request", chinese: "请求")
    static let responseTab = Phrase(english: "Response", chinese: "响应")

    static let tabOffer = Phrase(english: "tab", chinese: "标签页")
    static let unfoldOffer = Phrase(english: "unfold", chinese: "展开")
    static let nextRequest = Phrase(english: "next request", chinese: "下次请求")

    static func came(events: Int, bytes: String) -> Phrase {
        Phrase(
            english: "\(events, "event", "events") · \(bytes)", chinese: "\(events) 个事件 · \(bytes)")
    }
}

/// What stands where there is no event, no request, no response.
extension Phrase {
    static let noEvents = Phrase(english: "No events: see Response.", chinese: "没有事件，看「响应」。")
    static let onlyHeaders = Phrase(
        english: "Headers are here, no event yet.", chinese: "响应头到了，还没有事件。")
    static let onItsWay = Phrase(english: "The request is on its way.", chinese: "请求已发出，等待响应。")
    static let wireIsShownHere = Phrase(
        english: "What goes over the wire is shown here, event by event.",
        chinese: "收到的事件在这里逐个显示。")
    static let nothingSent = Phrase(english: "Nothing has been sent yet.", chinese: "还没有发送过。")
    static let noResponse = Phrase(english: "No response yet.", chinese: "还没有响应。")
    static let eventForgotten = Phrase(
        english: "This event is no longer in memory; the library has it.",
        chinese: "这个事件不在内存里了，会话库里有。")

    static func moreInLibrary(_ bytes: String) -> Phrase {
        Phrase(
            english: "… \(bytes) more in the library", chinese: "… 还有 \(bytes)，在会话库里")
    }

    static func earlierInLibrary(_ count: Int) -> Phrase {
        Phrase(
            english: "… \(count) earlier events are in the library",
            chinese: "… 更早的 \(count) 个事件在会话库里")
    }
}

/// The request's and the response's own facts.
extension Phrase {
    static func event(_ number: Int, _ label: Phrase, at seconds: String) -> Phrase {
        Phrase(
            english: "event \(number) · \(label) · \(seconds) s",
            chinese: "事件 \(number) · \(label) · \(seconds) 秒")
    }

    static func throughProxy(_ proxy: String) -> Phrase {
        Phrase(english: "through the proxy \(proxy)", chinese: "经过代理 \(proxy)")
    }

    static func came(from address: String?, after time: Duration, isReused: Bool) -> Phrase {
        let time = Phrase.short(time)
        let source =
            address.map { Phrase(english: "from \($0) ", chinese: "来自 \($0)，") } ?? .empty
        let connection =
            isReused
            ? Phrase(english: "connection reused", chinese: "复用连接")
            : Phrase(english: "new connection", chinese: "新连接")
        return Phrase(
            english: "\(source)after \(time) · \(connection)",
            chinese: "\(source)用时 \(time) · \(connection)")
    }

    static let nameStep = Phrase(english: "name", chinese: "解析")
    static let connectStep = Phrase(english: "connected", chinese: "连接")
    static let tlsStep = Phrase(verbatim: "TLS")
    static let firstByteStep = Phrase(english: "first byte", chinese: "首字节")
    static let endStep = Phrase(english: "end", chinese: "结束")

    static func step(_ name: Phrase, _ time: Duration) -> Phrase {
        name + Phrase(verbatim: " ") + .short(time)
    }
}

extension Int {
    /// `512 B`, `3.4 kB`, `1.2 MB`.
    package var bytesText: String {
        if self < 1_000 { return "\(self) B" }
        if self < 1_000_000 { return (Double(self) / 1e3).text(decimals: 1) + " kB" }
        return (Double(self) / 1e6).text(decimals: 1) + " MB"
    }
}
