internal import Words

/// What a parameter does, in one sentence each; in Chinese as short as the pane is narrow.
extension Phrase {
    static let temperature = Phrase(
        english: "Higher is more surprising, 0 takes the likeliest token; change this or top_p.",
        chinese: "越高越随机，0 总取概率最高的 token；不要和 top_p 一起调。")
    static let topP = Phrase(
        english:
            "Keeps the likeliest tokens whose probabilities sum to this; change this or temperature.",
        chinese: "只留概率从高到低累计到这个值的 token；不要和 temperature 一起调。")
    static let topK = Phrase(
        english: "Keeps so many of the likeliest tokens.",
        chinese: "只留概率最高的这么多个 token。")
    static let minP = Phrase(
        english: "Keeps tokens that have at least this share of the likeliest one's probability.",
        chinese: "只留概率不低于「最高概率 × 此值」的 token。")
    static let presencePenalty = Phrase(
        english: "Above 0, tokens that the text already has become less likely.",
        chinese: "大于 0 时，已出现过的 token 更不容易再出现。")
    static let frequencyPenalty = Phrase(
        english: "Above 0, tokens become less likely each time the text has them.",
        chinese: "大于 0 时，token 每出现一次，就更不容易再出现。")
    static let repetitionPenalty = Phrase(
        english: "Above 1, tokens of prompt and answer become less likely; 1 changes nothing.",
        chinese: "大于 1 时，提示词和回答里有的 token 更不容易出现；1 不起作用。")
    static let maxTokens = Phrase(
        english: "The answer ends after so many tokens.",
        chinese: "回答最多这么多个 token。")
    static let maxCompletionTokens = Phrase(
        english: "The answer, its thinking included, ends after so many tokens.",
        chinese: "回答连同思考最多这么多个 token。")
    static let n = Phrase(english: "So many answers to the same prompt.", chinese: "同一条提示词要几个候选。")
    static let seed = Phrase(
        english: "The same seed gives the same answer, as far as the service can.",
        chinese: "种子相同，回答尽量相同，服务商不保证。")
    static let stop = Phrase(
        english: "The answer ends before any of these texts.",
        chinese: "遇到其中任何一段就停，回答里不含它。")
    static let logitBias = Phrase(
        english: "Makes tokens more or less likely: {\"token id\": -100 to 100}.",
        chinese: "提高或降低指定 token 出现的机会：{\"token id\": -100 到 100}。")
    static let logprobs = Phrase(
        english: "Tells how likely each token of the answer was.",
        chinese: "返回回答里每个 token 的对数概率。")
    static let topLogprobs = Phrase(
        english: "Tells so many likely alternatives for each token; needs logprobs.",
        chinese: "每个位置再返回这么多个备选 token；需要打开 logprobs。")
    static let responseFormat = Phrase(
        english: "json_object makes the answer a JSON object.",
        chinese: "json_object 让回答是一个 JSON 对象。")
    static let schemaFormat = Phrase(
        english: "json_object makes the answer JSON; a json_schema is given as an object.",
        chinese: "json_object 让回答是 JSON；json_schema 要写成对象。")
    static let reasoning = Phrase(
        english: "Asks the model to think before it answers.",
        chinese: "让模型先思考再回答。")
    static let reasoningEffort = Phrase(
        english: "How much the model thinks before it answers.",
        chinese: "回答前思考的力度。")
    static let stream = Phrase(
        english: "Sends the answer token by token.",
        chinese: "边生成边发来，不等整个回答。")
}

/// The same where one service has it otherwise, or alone.
extension Phrase {
    static let neoLinkMaxTokens = Phrase(
        english: "The answer ends after so many tokens; NeoLink's own default is only 200.",
        chinese: "回答最多这么多个 token；NeoLink 自己的默认只有 200。")
    static let stopBeforeText = Phrase(
        english: "The answer ends before this text, which is not part of it.",
        chinese: "遇到这段文字就停，回答里不含它。")
    static let ppioMaxTokens = Phrase(
        english: "The answer ends after so many tokens; PPIO lowers it to the context.",
        chinese: "回答最多这么多个 token；PPIO 会把它降到上下文长度以内。")
    static let ppioRepetitionPenalty = Phrase(
        english: "Above 1, tokens of prompt and answer become less likely; PPIO advises 1.2.",
        chinese: "大于 1 时，提示词和回答里有的 token 更不容易出现；PPIO 建议 1.2。")
    static let stopAfterText = Phrase(
        english: "The answer ends after any of these texts, which stays part of it.",
        chinese: "遇到其中任何一段就停，回答里含它。")
    static let thinkingApart = Phrase(
        english: "Puts the thinking into reasoning_content, apart from the answer.",
        chinese: "把思考放进 reasoning_content，与回答分开。")
    static let contextExceededUndescribed = Phrase(
        english: "What happens when prompt and max_tokens exceed the context; not described.",
        chinese: "提示词加 max_tokens 超出上下文时如何处理；文档没有说明。")
    static let separateReasoning = Phrase(
        english: "Puts the thinking into reasoning_content; the reasoning switch sets it too.",
        chinese: "把思考放进 reasoning_content；思考开关也会设它。")
    static let practiceTopK = Phrase(
        english: "Keeps so many of the likeliest words; 0 keeps all.",
        chinese: "只留概率最高的这么多个词；0 全留。")
    static let practiceLogitBias = Phrase(
        english: "Makes words more or less likely: {\"word\": -100 to 100}.",
        chinese: "提高或降低指定的词出现的机会：{\"word\": -100 到 100}。")
    static let serviceQueue = Phrase(
        english: "Which of the service's queues answers.",
        chinese: "用服务商的哪个服务档回答。")
    static let searchesFirst = Phrase(
        english: "Looks the question up on the net first.",
        chinese: "先联网搜索再回答。")
    static let thinkingBudget = Phrase(
        english: "The thinking ends after so many tokens.",
        chinese: "思考最多这么多个 token。")
    static let typicalP = Phrase(
        english: "Keeps tokens that are about as surprising as expected.",
        chinese: "只留意外程度与预期相近的 token。")
    static let contextExceeded = Phrase(
        english: "What happens when prompt and answer exceed the context.",
        chinese: "提示词加回答超出上下文时如何处理。")
    static let reasoningFormat = Phrase(
        english: "parsed gives the thinking apart, raw within <think> tags.",
        chinese: "parsed 把思考单独给出，raw 放在 <think> 标签里。")
    static let includeReasoningInstead = Phrase(
        english: "Whether the thinking comes at all; instead of reasoning_format.",
        chinese: "是否返回思考；和 reasoning_format 只设一个。")
    static let schemaAsObject = Phrase(
        english: "A json_schema is given as an object.",
        chinese: "json_schema 要写成对象。")
    static let thinkingPlace = Phrase(english: "Where the thinking goes.", chinese: "思考放在哪里。")
    static let gbnfGrammar = Phrase(
        english: "The answer follows this GBNF grammar.",
        chinese: "回答符合这个 GBNF 语法。")
    static let reasoningSplit = Phrase(
        english: "Puts the thinking into reasoning_content; else <think> comes inline.",
        chinese: "把思考放进 reasoning_content；否则 <think> 夹在正文里。")
    static let safePrompt = Phrase(
        english: "Puts a safety prompt in front of the conversation.",
        chinese: "在对话前面加一段安全提示词。")
    static let novitaMaxTokens = Phrase(
        english: "The answer ends after so many tokens; lowered to the context.",
        chinese: "回答最多这么多个 token；超出上下文时会自动降低。")
    static let optionalThinking = Phrase(
        english: "Whether the model thinks, for those that can do without.",
        chinese: "是否思考；只对能关掉思考的模型有效。")
    static let topA = Phrase(
        english: "Keeps tokens that are likely enough, seen from the likeliest one.",
        chinese: "相对最可能的那个，只留足够可能的 token。")
    static let routing = Phrase(
        english: "Which services may answer: {\"order\": […], \"require_parameters\": true}.",
        chinese: "允许哪些服务商来回答：{\"order\": […], \"require_parameters\": true}。")
    static let thinkingIntoContent = Phrase(
        english: "Puts the thinking into reasoning_content.",
        chinese: "把思考放进 reasoning_content。")
    static let stopRegex = Phrase(
        english: "The answer ends where this regular expression matches.",
        chinese: "匹配到这个正则表达式，回答就结束。")
    static let keepsStop = Phrase(
        english: "Whether the stop text stays part of the answer.",
        chinese: "stop 的文字是否留在回答里。")
    static let streamsThinking = Phrase(
        english: "Whether the thinking is streamed too.",
        chinese: "思考是否也用流式。")
    static let regex = Phrase(
        english: "The answer matches this regular expression.",
        chinese: "回答匹配这个正则表达式。")
    static let grammar = Phrase(english: "The answer follows this grammar.", chinese: "回答符合这个语法。")
    static let thinkingMember = Phrase(
        english: "Whether the thinking comes as reasoning or as reasoning_content.",
        chinese: "思考放在 reasoning 还是 reasoning_content。")
    static let alternatives = Phrase(
        english: "Tells so many likely alternatives for each token.",
        chinese: "每个位置再返回这么多个备选 token。")
    static let lengthPenalty = Phrase(
        english: "Favours longer or shorter beams.",
        chinese: "偏向更长或更短的 beam。")
    static let minTokens = Phrase(
        english: "The answer has at least so many tokens.",
        chinese: "回答至少有这么多个 token。")
    static let ignoreEnd = Phrase(
        english: "Goes on after the model's own end.",
        chinese: "模型想结束时也继续生成。")
    static let stopTokens = Phrase(
        english: "The answer ends before these tokens: [2].",
        chinese: "遇到这些 token 就停，回答里不含它们：[2]。")
    static let badWords = Phrase(
        english: "Words that the answer must not have.",
        chinese: "回答里不能有的词。")
    static let includeReasoning = Phrase(
        english: "Whether the thinking comes at all.",
        chinese: "是否返回思考。")
    static let structuredOutputs = Phrase(
        english: "A grammar for the answer: {\"regex\": …}, {\"choice\": […]}.",
        chinese: "回答的语法：{\"regex\": …}、{\"choice\": […]}。")
    static let doSample = Phrase(
        english: "Off takes the likeliest token always; temperature and top_p do nothing.",
        chinese: "关掉时总取最可能的 token，temperature 和 top_p 不起作用。")
    static let requestID = Phrase(
        english: "A name of your own for this request.",
        chinese: "这次请求的标识，自己定。")
    static let userID = Phrase(english: "A name of your own for who asks.", chinese: "最终用户的标识，自己定。")
}
