import ChatCompletions
import Words

/// What is wrong with a provider.
extension Phrase {
    static let badProviderName = Phrase(
        english: "a provider's name has no slashes and no blanks", chinese: "服务商的名字里不能有斜杠和空格")
    static let fromConfiguration = Phrase(english: "from the configuration", chinese: "来自配置")
    static let keyHeaderForm = Phrase(
        english: """
            key_header is a header's name: "X-API-Key" or "Authorization: Bearer"
            """,
        chinese: """
            key_header 应是请求头的名字："X-API-Key" 或 "Authorization: Bearer"
            """)
    static let addressInQuotes = Phrase(
        english: "an address is a text in quotes", chinese: "地址应是带引号的字符串")

    static func addressesWanted(_ name: String) -> Phrase {
        Phrase(english: "\(name) is a list of addresses", chinese: "\(name) 应是地址的数组")
    }

    static func badHeader(_ name: String, _ problem: HeaderTemplate.Problem) -> Phrase {
        Phrase(english: "\(name): \(problem.words)", chinese: "\(name)：\(problem.words)")
    }

    static func badAddress(_ url: String, _ problem: URLParts.Problem) -> Phrase {
        Phrase(
            english: "\(url) cannot be used: \(problem.words)",
            chinese: "\(url) 不能用：\(problem.words)")
    }

    static func noPath(_ path: String) -> Phrase {
        Phrase(
            english: "\(path) is no path: it begins with a slash",
            chinese: "\(path) 不是路径：路径以斜杠开头")
    }

    static func twoKeys(_ header: String) -> Phrase {
        Phrase(
            english: "the key goes into \(header); key_header = false leaves it to headers",
            chinese: "密钥已经放在 \(header) 里；要在 headers 里自己写，就设 key_header = false")
    }

    static func extendsNothing(_ id: String) -> Phrase {
        Phrase(
            english: "\(id) is built in and extends nothing; give your own another name",
            chinese: "\(id) 是内置的，不能 extends；自己的另起名字")
    }

    static func extendsItself(_ id: String) -> Phrase {
        Phrase(english: "\(id) extends itself", chinese: "\(id) 的 extends 指向自己")
    }

    static func circle(_ ids: [String]) -> Phrase {
        let list = ids.joined(separator: ", ")
        let chineseList = ids.joined(separator: "、")
        return Phrase(
            english: "\(list) extend each other in a circle",
            chinese: "\(chineseList) 的 extends 循环引用")
    }

    static func nothingToExtend(_ id: String) -> Phrase {
        Phrase(
            english: "there is no provider `\(id)` to extend",
            chinese: "extends 指向的服务商 `\(id)` 不存在")
    }
}

/// What is wrong with a parameter.
extension Phrase {
    static let pricesNeedCurrency = Phrase(
        english: "prices need a currency: currency = \"CNY\"",
        chinese: "价格要写货币：currency = \"CNY\"")
    static let sliderForm = Phrase(
        english: "a slider is { from = 0, to = 2, step = 0.05 }",
        chinese: "滑杆写成 { from = 0, to = 2, step = 0.05 }")
    static let choicesNeeded = Phrase(
        english: "a choice needs choices: choices = [\"a\", \"b\"]",
        chinese: "choice 要有 choices：choices = [\"a\", \"b\"]")

    static func noOwnParameter(_ name: String) -> Phrase {
        Phrase(english: "`\(name)` is no parameter of its own", chinese: "`\(name)` 不是单独的参数")
    }

    static func nothingToRemove(_ name: String) -> Phrase {
        Phrase(
            english: "there is no parameter `\(name)` to remove",
            chinese: "要去掉的参数 `\(name)` 不存在")
    }

    static func parameterTaken(_ name: String) -> Phrase {
        Phrase(english: "there is a parameter `\(name)` already", chinese: "已经有参数 `\(name)`")
    }

    static func typeNeeded(_ name: String) -> Phrase {
        Phrase(
            english: "`\(name)` is new and needs a type: type = \"number\"",
            chinese: "`\(name)` 是新参数，要写类型：type = \"number\"")
    }

    static func badDefault(_ name: String) -> Phrase {
        Phrase(
            english: "`\(name)` takes no default of that kind", chinese: "`\(name)` 的默认值类型不对")
    }

    static func badValueToSend(_ name: String) -> Phrase {
        Phrase(english: "`\(name)` takes no such value to send", chinese: "`\(name)` 不能发送这种类型的值")
    }
}
