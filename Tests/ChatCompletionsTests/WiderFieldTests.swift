import ChatCompletions
import Testing

/// The wider field, held against what was gathered of it from public material: what bounds an
/// answer, how stop texts are limited, how thinking is asked for, how usage comes.
@Suite struct WiderFieldTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var id: String
        var base: String
        var key: String?
        /// Whether a list of models is documented.
        var lists: Bool
        var lengths: String
        var stop: Stop
        var on: String
        var usage: Provider.StreamUsage
        var testDescription: String { id }
    }

    /// `none`: not documented; `any`: so many as one likes, as far as is known.
    enum Stop: Sendable, Equatable { case none, any, list, atMost(Int), listAtMost(Int) }

    static let rows: [Row] = [
        row("openai", "https://api.openai.com/v1", "OPENAI_API_KEY", "completion", .atMost(4))
            .thinking(#"{"reasoning_effort":"medium"}"#),
        row("deepseek", "https://api.deepseek.com", "DEEPSEEK_API_KEY", "max", .atMost(16))
            .thinking(type),
        row("moonshot", "https://api.moonshot.cn/v1", "MOONSHOT_API_KEY", "completion", .atMost(5))
            .thinking(type),
        row("zhipu", "https://open.bigmodel.cn/api/paas/v4", "ZHIPU_API_KEY", "max", .listAtMost(4))
            .thinking(type).unlisted().usage(.always),
        row(
            "dashscope", "https://dashscope.aliyuncs.com/compatible-mode/v1", "DASHSCOPE_API_KEY",
            "max", .any
        ).thinking(#"{"enable_thinking":true}"#).unlisted(),
        row(
            "siliconflow", "https://api.siliconflow.cn/v1", "SILICONFLOW_API_KEY", "max", .atMost(4)
        )
        .thinking(#"{"enable_thinking":true}"#).usage(.never),
        row("ark", "https://ark.cn-beijing.volces.com/api/v3", "ARK_API_KEY", "both", .atMost(4))
            .thinking(type).unlisted(),
        row("minimax", "https://api.minimax.io/v1", "MINIMAX_API_KEY", "both", .none)
            .thinking(#"{"thinking":{"type":"adaptive"}}"#).unlisted(),
        row("baichuan", "https://api.baichuan-ai.com/v1", "BAICHUAN_API_KEY", "max", .none)
            .unlisted().usage(.never),
        row("stepfun", "https://api.stepfun.com/v1", "STEPFUN_API_KEY", "max", .any).usage(.always),
        row("openrouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", "both", .any)
            .thinking(#"{"reasoning":{"enabled":true}}"#).usage(.always),
        row("mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY", "max", .any).usage(.always),
        row("groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", "both", .atMost(4)),
        row("together", "https://api.together.xyz/v1", "TOGETHER_API_KEY", "max", .list)
            .thinking(#"{"reasoning":{"enabled":true}}"#),
        row("fireworks", "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY", "both", .any)
            .usage(.always),
        row("xai", "https://api.x.ai/v1", "XAI_API_KEY", "completion", .atMost(4)),
        row("novita", "https://api.novita.ai/openai/v1", "NOVITA_API_KEY", "max", .atMost(4))
            .thinking(#"{"separate_reasoning":true}"#),
        row("vllm", "http://localhost:8000/v1", "VLLM_API_KEY", "both", .list).thinking(template),
        row("sglang", "http://localhost:30000/v1", nil, "both", .any).thinking(template),
        row("llamacpp", "http://localhost:8080/v1", "LLAMA_API_KEY", "max", .list)
            .thinking(template),
        row("ollama", "http://localhost:11434/v1", "OLLAMA_API_KEY", "max", .any)
            .thinking(#"{"reasoning_effort":"medium"}"#),
        row("lmstudio", "http://localhost:1234/v1", "LMSTUDIO_API_KEY", "max", .any),
    ]

    private static let type = #"{"thinking":{"type":"enabled"}}"#
    private static let template = #"{"chat_template_kwargs":{"enable_thinking":true}}"#

    private static func row(
        _ id: String, _ base: String, _ key: String?, _ lengths: String, _ stop: Stop
    ) -> Row {
        Row(
            id: id, base: base, key: key, lists: true, lengths: lengths, stop: stop, on: "{}",
            usage: .onRequest)
    }

    @Test(arguments: rows)
    func theDialectIsAsGathered(row: Row) throws {
        let provider = try #require(Provider.named(row.id))
        #expect(provider.endpoints.first?.baseURL == row.base)
        #expect(provider.keyVariable == row.key)
        #expect(provider.modelsPath == (row.lists ? "/models" : nil))
        #expect(provider.streamUsage == row.usage)
        #expect(JSONValue.object(provider.reasoning?.on ?? []).text == row.on)
        let lengths = ["max_tokens", "max_completion_tokens"].filter {
            provider.parameter($0) != nil
        }
        let names = ["max": ["max_tokens"], "completion": ["max_completion_tokens"]]
        #expect(lengths == names[row.lengths] ?? ["max_tokens", "max_completion_tokens"])
        #expect(stop(provider) == row.stop)
    }

    private func stop(_ provider: Provider) -> Stop {
        guard let spec = provider.parameter("stop"), case .strings(let most) = spec.kind else {
            return .none
        }
        switch (most, spec.isArrayOnly) {
        case (let most?, true): return .listAtMost(most)
        case (let most?, false): return .atMost(most)
        case (nil, let isList): return isList ? .list : .any
        }
    }

    @Test func everyOtherProviderIsInTheTable() {
        let own = ["practice", "generic", "neolink", "coreshub", "lanrui", "ppio"]
        #expect(Provider.all.map(\.id) == own + Self.rows.map(\.id))
    }

    @Test func whatNobodyLookedUpIsSaid() {
        let whole = ["openai", "deepseek", "openrouter", "xai"]
        for row in Self.rows {
            #expect(Provider.named(row.id)?.isChecked == whole.contains(row.id), "\(row.id)")
        }
    }

    @Test func thinkingGoesBackWhereItIsDemandedWithTools() {
        for provider in Provider.all {
            let demands = ["deepseek", "moonshot"].contains(provider.id)
            #expect(provider.reasoningHistory == (demands ? .withToolCalls : .stripped))
        }
    }

    @Test(arguments: [
        ("temperature", "zhipu", "[0, 1]"), ("top_p", "zhipu", "[0.01, 1]"),
        ("max_tokens", "zhipu", "[1, 131072]"), ("temperature", "dashscope", "[0, 2)"),
        ("top_p", "dashscope", "(0, 1]"), ("presence_penalty", "dashscope", "[-2, 2]"),
        ("n", "dashscope", "[1, 4]"), ("min_p", "siliconflow", "[0, 1]"),
        ("thinking_budget", "siliconflow", "[128, 32768]"), ("temperature", "minimax", "[0, 2]"),
        ("n", "minimax", "[1, 1]"), ("temperature", "baichuan", "[0, 1]"),
        ("top_p", "baichuan", "[0, 1)"), ("top_k", "baichuan", "[0, 20]"),
        ("top_k", "openrouter", "≥ 0"), ("n", "groq", "[1, 1]"), ("n", "moonshot", "[1, 5]"),
        ("temperature", "together", "[0, 1]"), ("logprobs", "together", "[0, 20]"),
        ("top_k", "fireworks", "[0, 100]"), ("repetition_penalty", "fireworks", "[0, 2]"),
        ("max_tokens", "deepseek", "[1, 393216]"), ("temperature", "openai", "[0, 2]"),
        ("n", "openai", "[1, 128]"), ("logit_bias", "openai", "[-100, 100]"),
        ("top_logprobs", "openai", "[0, 20]"),
    ])
    func rangesAreAsGathered(name: String, id: String, range: String) {
        #expect(Provider.named(id)?.parameter(name)?.range?.description == range)
    }
}

extension WiderFieldTests.Row {
    fileprivate func thinking(_ on: String) -> Self { with { $0.on = on } }
    fileprivate func unlisted() -> Self { with { $0.lists = false } }
    fileprivate func usage(_ usage: Provider.StreamUsage) -> Self { with { $0.usage = usage } }

    private func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}
