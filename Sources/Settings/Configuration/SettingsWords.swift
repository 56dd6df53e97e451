import TOML
import Words

/// What a table's members should be.
extension Phrase {
    static func textWanted(_ name: String, not value: TOMLValue) -> Phrase {
        Phrase(
            english: "\(name) is a text in quotes, not \(value.noun)",
            chinese: "\(name) 应是带引号的字符串，不是\(value.noun)")
    }

    static func flagWanted(_ name: String, not value: TOMLValue) -> Phrase {
        Phrase(
            english: "\(name) is true or false, not \(value.noun)",
            chinese: "\(name) 应是 true 或 false，不是\(value.noun)")
    }

    static func textsWanted(_ name: String) -> Phrase {
        Phrase(english: "\(name) is a list of texts", chinese: "\(name) 应是字符串数组")
    }

    static func tableWanted(_ name: String) -> Phrase {
        Phrase(english: "\(name) is a table: write [\(name)]", chinese: "\(name) 应是表：写成 [\(name)]")
    }

    static func membersWanted(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) is a table: { name = value }",
            chinese: "\(name) 应是表：{ name = value }")
    }

    static func countWanted(_ name: String) -> Phrase {
        Phrase(english: "\(name) is a whole number from 1", chinese: "\(name) 应是正整数")
    }

    static func numberWanted(_ name: String) -> Phrase {
        Phrase(english: "\(name) is a number", chinese: "\(name) 应是数字")
    }

    static func secondsWanted(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) is a time in seconds, above 0 and at most 86400",
            chinese: "\(name) 应是秒数，大于 0，至多 86400")
    }

    static func pathWanted(_ name: String, not path: String) -> Phrase {
        Phrase(
            english: "\(name) is a path that begins with / or ~/, not `\(path)`",
            chinese: "\(name) 应是以 / 或 ~/ 开头的路径，不是 `\(path)`")
    }

    static func oneOf(_ words: [String], _ name: String) -> Phrase {
        let quoted = words.map { "\"\($0)\"" }
        let list = quoted.joined(separator: ", ")
        let chineseList = quoted.joined(separator: "、")
        return Phrase(english: "\(name) is one of \(list)", chinese: "\(name) 应是 \(chineseList) 之一")
    }

    static func intervalWanted(_ name: String) -> Phrase {
        Phrase(
            english: """
                \(name) is an interval: "[0, 2]", "(0, 1]", "[1, inf)" or "0 to 1"
                """,
            chinese: """
                \(name) 应是区间："[0, 2]"、"(0, 1]"、"[1, inf)" 或 "0 to 1"
                """)
    }

    static let noInfinity = Phrase(english: "JSON has no infinity", chinese: "JSON 里没有无穷大")
    static let keyOverHTTPAlone = Phrase(
        english: "key_over_http stands beside the base_url that it is for",
        chinese: "key_over_http 要和对应的 base_url 写在同一张表里")

    static func languageWanted(_ written: String) -> Phrase {
        Phrase(
            english: "there is no language `\(written)`; there are en, zh",
            chinese: "没有语言 `\(written)`；有 en、zh")
    }
}

/// What is not among a table's members.
extension Phrase {
    static let setting = Phrase(english: "setting", chinese: "设置")
    static let networkSetting = Phrase(english: "setting of the network", chinese: "网络设置")
    static let providerSetting = Phrase(english: "setting of a provider", chinese: "服务商设置")
    static let addressSetting = Phrase(english: "setting of an address", chinese: "地址设置")
    static let reasoningSetting = Phrase(english: "setting of reasoning", chinese: " reasoning 设置")
    static let price = Phrase(english: "price", chinese: "价格")
    static let parameterSetting = Phrase(english: "setting of a parameter", chinese: "参数设置")
    static let sliderSetting = Phrase(english: "setting of a slider", chinese: "滑杆设置")

    /// - Parameter meant: the name that is nearest, if one is near.
    static func unknown(
        _ noun: Phrase, _ name: String, meant: String?, known: [String]
    ) -> Phrase {
        let list = known.joined(separator: ", ")
        let chineseList = known.joined(separator: "、")
        let advice =
            meant.map {
                Phrase(english: "perhaps `\($0)` is meant", chinese: "你要的可能是 `\($0)`")
            } ?? Phrase(english: "there are \(list)", chinese: "有 \(chineseList)")
        return Phrase(
            english: "there is no \(noun) `\(name)`; \(advice)",
            chinese: "不认识的\(noun) `\(name)`；\(advice)")
    }
}

/// What keeps a file from being read.
extension Phrase {
    static let noUTF8 = Phrase(english: "this is no UTF-8 text", chinese: "这不是 UTF-8 文本")
    static let tooLongFile = Phrase(english: "is longer than a megabyte", chinese: "超过 1 MiB")

    static func unopened(_ reason: String) -> Phrase {
        Phrase(english: "cannot be opened: \(reason)", chinese: "打不开：\(reason)")
    }

    static func unread(_ reason: String) -> Phrase {
        Phrase(english: "cannot be read: \(reason)", chinese: "读不了：\(reason)")
    }
}
