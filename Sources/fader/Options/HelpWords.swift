import Words

/// What every command takes.
extension Phrase {
    static let sharedOptions = Phrase(english: "Shared options", chinese: "共用选项")
    static let providerHelp = Phrase(
        english: "A built-in provider, or one from the configuration.", chinese: "内置的服务商，或配置里的。")
    static let baseURLHelp = Phrase(
        english: "Use this base URL, the part before /chat/completions.",
        chinese: "接口地址，/chat/completions 之前的部分。")
    static let modelHelp = Phrase(english: "The model.", chinese: "模型。")
    static let keyVariableHelp = Phrase(
        english: "Take the key from this environment variable.", chinese: "从这个环境变量取密钥。")
    static let libraryHelp = Phrase(english: "The session library.", chinese: "会话库文件。")
    static let configHelp = Phrase(english: "The configuration.", chinese: "配置文件。")
    static let noLibraryHelp = Phrase(english: "Record nothing.", chinese: "不记录到会话库。")
    static let languageHelp = Phrase(
        english: "The language: en or zh (default: the locale's).", chinese: "语言：en 或 zh（默认随区域设置）。")
    static let jsonHelp = Phrase(english: "Print JSON.", chinese: "输出 JSON。")
    static let providerNameHelp = Phrase(
        english: "The provider's name, as providers list prints it.",
        chinese: "服务商的名字，providers list 里列的。")
    static let newFileHelp = Phrase(english: "The new file.", chinese: "新文件。")

    static func noLanguage(_ name: String) -> Phrase {
        Phrase(
            english: "--language \(name): there are en and zh.",
            chinese: "--language \(name)：有 en 和 zh。")
    }
}

/// `fader` and `fader open`.
extension Phrase {
    static let faderAbstract = Phrase(
        english: "A terminal workbench for chat-completion APIs.", chinese: "对话补全接口的终端工作台。")
    static let faderDiscussion = Phrase(
        english: """
            Without a command, fader opens the workbench. The other commands do one thing of it \
            without a screen, for scripts and pipes.

            Keys are never options: set NEOLINK_API_KEY, CORESHUB_API_KEY, LANRUI_API_KEY, \
            PPIO_API_KEY, or FADER_API_KEY for any other endpoint.

            Exit codes: 0 done, 1 the request failed or its answer is not saved, 2 the command \
            line, configuration or environment is unusable, 130 interrupted.
            """,
        chinese: """
            不带命令时打开工作台。其他命令不进全屏，各做一件事，供脚本和管道使用。

            密钥不从命令行传：设环境变量 NEOLINK_API_KEY、CORESHUB_API_KEY、LANRUI_API_KEY、PPIO_API_KEY；\
            其他接口设 FADER_API_KEY。

            退出码：0 完成，1 请求失败或回答未保存，2 命令行、配置或环境有误，130 被打断。
            """)
    static let openAbstract = Phrase(
        english: "Open the workbench (also without a command).", chinese: "打开工作台（不带命令也行）。")
    static let openSessionHelp = Phrase(english: "The session to open.", chinese: "要打开的会话。")
    static let newHelp = Phrase(english: "Begin with a new session.", chinese: "从新会话开始。")
    static let promptHelp = Phrase(english: "Fill the composer.", chinese: "填入输入框。")
    static let themeHelp = Phrase(english: "The theme.", chinese: "主题。")
    static let laneHelp = Phrase(
        english: """
            Open a lane, beside the one that the other options name; repeat it for a comparison.
            """,
        chinese: "在旁边再开一列，用来比较；可重复。")
    static let sessionTwice = Phrase(english: "Name the session once.", chinese: "会话只能给一个。")
    static let newAndOld = Phrase(
        english: "--new begins a session; it cannot be an old one too.",
        chinese: "--new 和已有的会话不能一起用。")
}

/// `fader send`.
extension Phrase {
    static let sendAbstract = Phrase(
        english: "Send one prompt; the answer streams to standard output.",
        chinese: "发送一条提示词，回答边收边写到标准输出。")
    static let sendDiscussion = Phrase(
        english: """
            Into a pipe or a file the answer's bytes are exact; on a terminal, what could drive it \
            is made visible.

            For example:
              fader send 'What is nucleus sampling?'
              git diff | fader send 'Write a commit message.'
              fader send -p temperature=0.2 -p stop='["\\n"]' < question.txt
              fader send --continue 'And where does it fail?'
              fader send --provider ppio --model deepseek/deepseek-r1-turbo --json 'Why?'
            """,
        chinese: """
            写进管道或文件时，回答原样输出；在终端上，控制字符转成可见的形式。

            例如：
              fader send '什么是核采样？'
              git diff | fader send '写一条提交说明。'
              fader send -p temperature=0.2 -p stop='["\\n"]' < question.txt
              fader send --continue '它有什么局限？'
              fader send --provider ppio --model deepseek/deepseek-r1-turbo --json '为什么？'
            """)
    static let whatToSend = Phrase(english: "What to send", chinese: "发送什么")
    static let whatToGoOnWith = Phrase(english: "What to go on with", chinese: "接着什么")
    static let whatToPrint = Phrase(english: "What to print", chinese: "输出什么")
    static let retriesHelp = Phrase(
        english: "Try so many times more when nothing of an answer came.", chinese: "没有收到回答时再试几次。")
    static let promptArgumentHelp = Phrase(
        english: """
            The prompt; without one, or with -, it is standard input. A pipe or file on standard \
            input goes before a prompt that is given.
            """,
        chinese: "提示词；不给或给 - 时取标准输入。给了提示词时，标准输入的内容放在它前面。")
    static let noInputHelp = Phrase(english: "Do not read standard input.", chinese: "不读标准输入。")
    static let systemHelp = Phrase(english: "A system prompt.", chinese: "系统提示词。")
    static let messagesHelp = Phrase(
        english: "A JSON array of messages to begin with, sent as given.",
        chinese: "放在开头的消息：JSON 数组，原样发送。")
    static let bodyHelp = Phrase(
        english: "A whole request body (- is standard input), checked and sent as it is.",
        chinese: "整个请求正文（- 表示标准输入），检查后原样发送。")
    static let parameterHelp = Phrase(
        english: """
            A parameter: temperature=0.2, stop='["\\n"]'. Repeatable. NAME=@FILE takes the value \
            from a file, @@ begins one with an at sign.
            """,
        chinese: """
            参数：temperature=0.2、stop='["\\n"]'。可重复。NAME=@FILE 从文件取值，@@ 表示以 @ 开头的值。
            """)
    static let streamHelp = Phrase(
        english: "Stream the answer (default: where the dialect allows).",
        chinese: "流式回答（默认：方言允许就用）。")
    static let sendJSONHelp = Phrase(
        english: "Print one JSON object when the answer is whole, and nothing else.",
        chinese: "收完后只输出一个 JSON 对象。")
    static let rawHelp = Phrase(
        english: "Print the response's bytes as they arrive, undecoded.",
        chinese: "响应收到一段就输出一段，不解码。")
    static let showReasoningHelp = Phrase(
        english: "Print the thinking too, before the answer.", chinese: "在回答之前先输出思考。")
    static let dryRunHelp = Phrase(
        english: "Print the request and send nothing.", chinese: "输出请求，不发送。")
    static let curlHelp = Phrase(
        english: "With --dry-run: print a curl command that takes the key from its variable.",
        chinese: "配合 --dry-run：输出 curl 命令，密钥取自环境变量。")
    static let goOnWithHelp = Phrase(
        english: "Go on with this session: its conversation is sent before the prompt.",
        chinese: "接着这个会话：带上它的对话一起发送。")
    static let continueHelp = Phrase(
        english: "Go on with the session that was changed last, whatever began it.",
        chinese: "接着最近改动的会话，不论由工作台还是命令行建立。")
}

/// What `fader send` cannot take together.
extension Phrase {
    static let dashWithoutInput = Phrase(
        english: "- reads standard input, and --no-stdin does not.",
        chinese: "- 要读标准输入，--no-stdin 却不读。")
    static let bodyDashWithoutInput = Phrase(
        english: "--body - reads standard input, and --no-stdin does not.",
        chinese: "--body - 要读标准输入，--no-stdin 却不读。")
    static let bodyAlone = Phrase(
        english:
            "--body is sent as it is: no prompt, --system, --messages, -p or --stream with it.",
        chinese: "--body 原样发送：不能同时给提示词、--system、--messages、-p 或 --stream。")
    static let bodyWithoutSession = Phrase(
        english: "--body is sent as it is: it goes on with no session.",
        chinese: "--body 原样发送：不能接着会话。")
    static let jsonOrRaw = Phrase(
        english: "--json and --raw exclude each other.", chinese: "--json 和 --raw 只能用一个。")
    static let curlNeedsDryRun = Phrase(
        english: "--curl goes with --dry-run.", chinese: "--curl 要和 --dry-run 一起用。")
    static let sessionOrContinue = Phrase(
        english: "--session and --continue exclude each other.",
        chinese: "--session 和 --continue 只能用一个。")
    static let negativeRetries = Phrase(
        english: "--retries is 0 or more.", chinese: "--retries 不小于 0。")
    static let noSessionToGoOn = Phrase(
        english: "--no-library knows no session to go on with.",
        chinese: "用了 --no-library，没有会话可接。")
}

/// The other commands.
extension Phrase {
    static let inspectAbstract = Phrase(
        english: "Show the events of a response body as they arrive.", chinese: "逐个显示响应正文里的事件。")
    static let inspectDiscussion = Phrase(
        english: """
            For example: curl -N … | fader inspect

            With --json, one object a line for each event, and a last line with retry, \
            last_event_id, comments, and the event that the end of the body left unfinished.
            """,
        chinese: """
            例如：curl -N … | fader inspect

            用 --json 时每个事件一行一个对象，最后一行有 retry、last_event_id、comments，\
            和正文结束时没写完的事件。
            """)
    static let inspectFileHelp = Phrase(
        english: "The body; - or nothing is standard input.", chinese: "正文；- 或不给表示标准输入。")
    static let jsonLinesHelp = Phrase(
        english: "Print JSON, one object a line.", chinese: "输出 JSON，一行一个对象。")

    static let sessionsAbstract = Phrase(
        english: "Look into the session library.", chinese: "查看会话库。")
    static let listSessionsAbstract = Phrase(
        english: "List the sessions, the latest first.", chinese: "列出会话，最近的在前。")
    static let listSessionsDiscussion = Phrase(
        english: "--provider and --model list those whose next prompt would go there.",
        chinese: "给 --provider 或 --model 时，只列下一条提示词会发给它的会话。")
    static let limitHelp = Phrase(english: "How many at most.", chinese: "至多列几条。")
    static let offsetHelp = Phrase(
        english: "How many to leave out before them.", chinese: "跳过前面几条。")
    static let negativeLimit = Phrase(english: "--limit is 0 or more.", chinese: "--limit 不小于 0。")
    static let negativeOffset = Phrase(
        english: "--offset is 0 or more.", chinese: "--offset 不小于 0。")
    static let showSessionAbstract = Phrase(
        english: "Show a session: one branch of its turns, or all of them as a tree.",
        chinese: "显示会话：一条分支，或全部轮次的树。")
    static let sessionIDHelp = Phrase(
        english: "The session's id, as sessions list prints it.",
        chinese: "会话的 id，sessions list 里列的。")
    static let branchHelp = Phrase(
        english: "The branch that this turn stands on (default: the active one).",
        chinese: "这一轮所在的分支（默认：当前分支）。")
    static let treeHelp = Phrase(
        english: "All turns, one line each, with their ids.", chinese: "全部轮次，一行一轮，带 id。")
    static let showJSONHelp = Phrase(
        english: "Print JSON: all turns, or those of the branch that is named.",
        chinese: "输出 JSON：全部轮次，或所给分支的轮次。")
    static let treeOrBranch = Phrase(
        english: "--tree shows every branch, --branch one.",
        chinese: "--tree 显示全部分支，--branch 只显示一条。")

    static let libraryAbstract = Phrase(
        english: "Look after the session library.", chinese: "维护会话库。")
    static let checkLibraryAbstract = Phrase(
        english: """
            Look for damage, and count what each table holds. Exit code 1 when there is damage.
            """,
        chinese: "检查有没有损坏，统计各表的行数。有损坏时退出码为 1。")
    static let backupAbstract = Phrase(
        english: "Copy the library as it is now into a new file, while others write.",
        chinese: "把会话库的当前内容备份到新文件，期间别的程序可以照常写。")
    static let compactAbstract = Phrase(
        english: "Give the space of what was deleted back to the disk.",
        chinese: "把删除后空出的空间还给磁盘。")
    static let recoverAbstract = Phrase(
        english: "Read a damaged library row by row into a new file, and say what was lost.",
        chinese: "把损坏的会话库逐行读到新文件，并说明丢了什么。")
    static let pathAbstract = Phrase(
        english: "Print where the library lies.", chinese: "输出会话库的位置。")

    static let providersAbstract = Phrase(
        english: "Show the providers and their dialects.", chinese: "显示服务商和它们的方言。")
    static let listProvidersAbstract = Phrase(
        english: "List the providers, built in and configured.", chinese: "列出内置的和配置里的服务商。")
    static let showProviderAbstract = Phrase(
        english: "Show a provider's dialect: addresses, parameters, ranges, defaults.",
        chinese: "显示服务商的方言：地址、参数、范围、默认。")
    static let checkProviderAbstract = Phrase(
        english: "Send a provider the smallest request, and say what works.",
        chinese: "向服务商发几个最小的请求，看哪些功能能用。")
    static let checkProviderDiscussion = Phrase(
        english: """
            Asks for the list of models, for an answer of one token, and for a streamed one: that \
            costs a few tokens. Nothing is recorded.

            Exit codes: 0 it works, 1 something failed, 2 there is nothing to ask with.
            """,
        chinese: """
            查模型列表，要一个 token 的回答，再要一次流式的，会花几个 token。不记录。

            退出码：0 能用，1 有失败，2 没法发请求。
            """)

    static let modelsAbstract = Phrase(
        english: "List the models that the endpoint offers.", chinese: "列出接口提供的模型。")
    static let modelsJSONHelp = Phrase(
        english: "Print a JSON array of names.", chinese: "输出模型名的 JSON 数组。")
    static let practiceAbstract = Phrase(
        english: "Run the practice provider as a server on 127.0.0.1, until interrupted.",
        chinese: "在 127.0.0.1 上运行练习服务商，按 ctrl-c 结束。")
    static let practiceDiscussion = Phrase(
        english: """
            A small language model with a real sampler, to practise on: every control works, with \
            no key and no network. It is no assistant.
            """,
        chinese: "一个带真采样器的小语言模型，用来练习：每个参数都有效，不用密钥，不用联网。回答的内容不能当真。")
    static let portHelp = Phrase(
        english: "The port; 0 lets the system choose one.", chinese: "端口；0 表示由系统选。")
    static let speedHelp = Phrase(
        english: "How fast answers are written.", chinese: "回答的速度，每秒多少个 token。")
    static let badSpeed = Phrase(english: "--speed is above 0.", chinese: "--speed 要大于 0。")
    static let doctorAbstract = Phrase(
        english: "Say what would keep Fader from working here.", chinese: "检查 Fader 在这里能不能正常用。")
    static let doctorDiscussion = Phrase(
        english: "Keys are told by the place where they were found, never what they are.",
        chinese: "密钥只显示来源，不显示内容。")
}
