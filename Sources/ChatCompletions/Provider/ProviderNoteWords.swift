internal import Words

/// Where an address or a fact is from.
extension Phrase {
    static let pageExample = Phrase(english: "the page's example", chinese: "文档的示例")
    static let pageAddressAndExample = Phrase(
        english: "the page's address and example",
        chinese: "文档里的地址和示例")
    static let laterRevisions = Phrase(english: "later revisions of the page", chinese: "文档的后续版本")
    static let pageHeading = Phrase(english: "the page's heading", chinese: "文档的标题")
    static let page = Phrase(english: "the page", chinese: "文档")
    static let laterPages = Phrase(english: "later pages", chinese: "后来的文档")
    static let olderPages = Phrase(english: "older pages", chinese: "较早的文档")
    static let china = Phrase(english: "China", chinese: "中国")
    static let international = Phrase(english: "international", chinese: "国际")
    static let chinaOwnKeys = Phrase(english: "China; keys belong to a region", chinese: "中国；密钥分地区")
    static let chinaOnlyKeys = Phrase(
        english: "China; keys do not work in the other region",
        chinese: "中国；密钥不能用于另一地区")
    static let strictTools = Phrase(
        english: "strict tools and prefix completion",
        chinese: "严格工具调用和前缀续写")
    static let internationalAddress = Phrase(english: "the international address", chinese: "国际地址")
    static let internationalAddressAndModels = Phrase(
        english: "the international address, the models list",
        chinese: "国际地址、模型列表")
    static let allFromPageCopies = Phrase(
        english: "all, from copies of its page",
        chinese: "全部，取自文档的副本")
    static let allFromPagesCopies = Phrase(
        english: "all, from copies of its pages",
        chinese: "全部，取自各页文档的副本")
    static let allSecondHand = Phrase(english: "all, second hand", chinese: "全部，二手资料")
    static let usageAndCompletionTokens = Phrase(
        english: "usage in streams, max_completion_tokens",
        chinese: "流式的用量、max_completion_tokens")
    static let schemaUsageKey = Phrase(
        english: "json_schema, usage in streams, the key",
        chinese: "json_schema、流式的用量、密钥")
    static let keyVariable = Phrase(english: "the key's variable", chinese: "密钥的环境变量")
    static let usageInStreams = Phrase(english: "usage in streams", chinese: "流式的用量")
    static let regionsAndTemperature = Phrase(
        english: "that keys belong to a region, and which models' temperature is fixed",
        chinese: "密钥是否分地区、哪些模型的 temperature 固定")
    static let rangesOfPPIO = Phrase(
        english: "that its ranges are those of PPIO",
        chinese: "取值范围是否与 PPIO 相同")
    static let contextOverflow = Phrase(
        english: "what becomes of a conversation that exceeds the context",
        chinese: "对话超出上下文时如何处理")
    static let portAndNoKey = Phrase(
        english: "its port, and that it wants no key",
        chinese: "端口、是否需要密钥")
    static let allButTypes = Phrase(english: "all but the parameters' types", chinese: "除参数类型外的全部")
}
