// swift-format-ignore-file
// Made from Docs/Practice by `RECORD=1 swift test --filter CorpusTests`.

let corpusText = #"""
=== fader.en
Fader is a workbench for chat models that fills the terminal. You type a prompt, turn the knobs, and read the answer while it grows. Beside it stands what really went over the wire. It is made for people who want to know what a model does with a setting, and for people who write programs that talk to one.

The conversation pane shows the turns with their roles. An answer that was stopped or has failed says so in its place and keeps what came. Any turn can be edited, and the edit is a fork: the old road stays, and you can go back to it. Thinking is folded into one line until you open it.

The composer at the bottom is where you write. Enter sends, alt and enter makes a new line. It keeps a history of your prompts and can hand a long text to your own editor. The cursor stands where the text cursor is, so that an input method for Chinese opens in the right place.

The parameters pane has a line for each parameter that the provider knows. Each one is either set or not sent, and you can always see which. Left and right move a slider by a step, digits type a value, one key clears it. A value outside the documented range is marked, and it is sent all the same, for trying is the purpose.

The traffic pane shows the events of an exchange with their times. Choose one and it opens to its JSON. Other tabs hold the request and the response, the bytes as they were read, and the timing from the name lookup to the last byte. When an answer looks wrong, this is the place to look.

The usage pane counts. It has the tokens of the prompt and of the answer, the time to the first token, the speed, and the gaps between events as a small curve. A flat curve is a calm server; a tall spike is a pause in which somebody else was served.

A lane is one column of a comparison. Each lane has its own provider, model and parameters, and all of them stream at once. One key opens a new lane from the settings of the present one. When one of the answers pleases you, adopt it, and it becomes the next turn of the conversation.

The library keeps every session. What arrives is written down while it arrives, so that nothing is lost when the power goes. You can search in everything that was ever said, rename a session, give it tags, and take back what you deleted. The bytes of each answer are kept as they came.

The practice provider is the one you are talking to. It lives inside Fader, needs no key and no network, and costs nothing. It counts which words follow which in a few pages of English and Chinese text, and it mixes in the words of your prompt. Every control works on it as on a large model, only the wisdom is missing.

The command palette lists everything that Fader can do. Type a few letters of what you want, and press enter. Help for the place where you are is one key away, and it can be searched. No key does two things in the same place, and nothing needs the mouse, though the mouse works everywhere.

To begin, write a short prompt and press enter. Then change one thing: the temperature, the length, a penalty. Send again and look at both answers. After ten minutes of this you will know more about sampling than after an hour of reading, and you may go on with a real provider.

When you want a large model, choose another provider and give Fader a key for it. The screen stays the same. The parameters pane shows what that service documents, with its ranges and defaults, and what it does not document is still within reach under a line that says more.
=== fader.zh
Fader 是一个终端里的工作台，用来试验对话模型的接口。你写下提示词，拨动旋钮，看着回答一个字一个字地长出来；旁边就是线路上真正传送的内容。它写给想弄清楚每个参数有什么作用的人，也写给要编写程序调用模型的人。

对话窗格按顺序显示每一轮消息和它的角色。被停下或者出错的回答会在原处说明，已经收到的文字都会留下。任何一轮都可以修改，修改会生出一条分支，原来的那条路还在，随时可以走回去。思考过程折叠成一行，想看的时候再展开。

底部的输入框是写提示词的地方。按回车发送，按 alt 加回车换行。它记得你写过的提示词，也可以把长文章交给你自己的编辑器。终端的光标总是停在正在输入的位置，所以中文输入法会在正确的地方打开。

参数窗格为每个参数留了一行。每个参数要么已经设定，要么不发送，一眼就能分清。左右键移动滑块，数字键直接输入数值，再按一个键就清除。超出文档范围的数值会被标出来，但照样发送，因为这里本来就是试验的地方。

流量窗格列出一次交换的全部事件和时间。选中一个事件，就能看到它的 JSON。别的标签页里有请求、响应、收到的字节，还有从域名解析到最后一个字节的时间。回答看起来不对的时候，先到这里来看。

用量窗格负责计数：提示词有多少词元，回答有多少词元，第一个词元等了多久，每秒有多少词元，事件之间的间隔画成一条小小的曲线。曲线平稳，说明服务器很从容；突然冒出一个尖峰，多半是它在那一刻去照顾别人了。

并排比较的每一列叫做一条通道。每条通道有自己的服务商、模型和参数，所有的通道同时输出。按一个键，就能从当前的设置开出一条新的通道。哪个回答让你满意，就采用哪个，它会成为对话的下一轮。

会话库保存每一次会话。内容一到就写下来，停电也不会丢失。说过的每句话都可以搜索，会话可以改名，可以加标签，删除了也可以撤销。每个回答收到的原始字节也都原样保存着。

你现在面对的就是练习模型。它住在 Fader 里面，不需要密钥，不需要网络，也不花钱。它数过几页中文和英文里哪个词跟在哪个词后面，再掺进你提示词里的词。所有的旋钮在它身上都和在大模型身上一样有效，只是没有智慧。

命令面板列出 Fader 能做的每一件事。输入几个字母，再按回车就行。任何地方都可以按一个键打开帮助，帮助也可以搜索。同一个地方不会有一个键管两件事；鼠标处处可用，但没有一件事非用鼠标不可。

开始的时候，写一句短短的提示词，按下回车。然后只改一样东西：温度、长度或者某个惩罚。再发送一次，把两个回答放在一起看。这样练十分钟，比读一小时文章更明白什么是采样，接着就可以去试真正的服务商了。

想用大模型的时候，换一个服务商，再给 Fader 一个密钥。屏幕还是原来的样子。参数窗格会显示那家服务的文档里写了什么，范围多大，默认值是多少；文档没有写的，也可以在「更多」里找到。
=== opening-plain
Hello. I am Fader’s practice provider: a small n-gram model, no assistant. I have read a few pages and know which words followed which; that is all.

Good day. I am Fader’s practice provider, a small n-gram model, no assistant. Ask me anything you like, but what you get is a text to practise on.

This is Fader’s practice range, and I am what you shoot at: a small n-gram model, no assistant. Turn a knob and send again.

你好。我是 Fader 的练习模型：一个很小的 n 元语法模型，不是助手。我读过几页文字，知道哪个词常跟在哪个词后面，仅此而已。

你好。这里是 Fader 的练习场，我是一个小小的 n 元语法模型，不是助手。问什么都可以，得到的只是一段练手的文字。

欢迎。我是 Fader 自带的练习模型，一个很小的 n 元语法模型，不是助手。请拨动旋钮，再发送一次，看看有什么不同。
=== opening
I am Fader’s practice provider: a small n-gram model, no assistant. You wrote “{topic}”, so I begin there.

I am Fader’s practice provider, a small n-gram model, no assistant. What I say is stitched together from a few pages of text, and “{topic}” only tells me where to begin.

This is Fader’s practice provider: a small n-gram model, no assistant. I know which words followed which, nothing else, so take “{topic}” as a place to start from.

Welcome to the practice range. I am a small n-gram model, no assistant, and I live inside Fader. Turn the knobs and watch what happens to these sentences about “{topic}”.

I am Fader’s practice provider: a small n-gram model, no assistant. Nothing here is advice; it is a text to practise on, with “{topic}” in mind.

我是 Fader 的练习模型：一个很小的 n 元语法模型，不是助手。你写到「{topic}」，我就从这里说起。

我是 Fader 自带的练习模型，一个小小的 n 元语法模型，不是助手。我只知道哪个字常跟在哪个字后面，「{topic}」只是告诉我从哪里开始。

这里是 Fader 的练习场：我是一个很小的 n 元语法模型，不是助手。请随意拨动旋钮，看看关于「{topic}」的这些句子怎样变化。

我是 Fader 的练习模型：一个很小的 n 元语法模型，不是助手。我说的话由几页文字拼成，不能当作建议，只是拿「{topic}」来练练手。
=== sampling.en
Temperature says how bold the choice of the next word is. The model gives every word a score, and the temperature divides these scores before they become probabilities. At zero the likeliest word wins every time, and the same prompt gives the same answer. Near one the words come as often as the model thinks they should. At two the rare words come forward, and the sentence begins to dance.

A low temperature makes an answer plain and steady. A high temperature makes it lively and sometimes odd. Neither is right or wrong: a table of numbers wants a low one, a poem may want a higher one. Drag the slider slowly from one end to the other, send the same prompt each time, and compare what comes back.

Top p, which is also called nucleus sampling, keeps only the words at the top of the list. The words are sorted by probability, and they are taken from the top until their probabilities add up to p. Everything below is thrown away. With top p at one nothing is cut; with top p at one half only the safe words are left, and the answer grows careful.

Top k is the simplest cut of all. It keeps the k likeliest words and drops the rest. With top k at one only the best word is left, so the answer is the same as at temperature zero. With top k at forty there is room for surprise, but the strange words at the far end of the list never get a turn.

Min p asks each word to be at least a certain share as likely as the best word. When the model is sure, few words pass; when it is unsure, many do. That is why some people like it better than top p: it cuts deep where it may, and leaves the choice open where it should.

The presence penalty is taken from a word that the answer has used already, once and for all, no matter how often. It pushes the text towards new words and new subjects. A small value is enough. With a negative value the model likes to come back to what it has said before, and soon goes round in a circle.

The frequency penalty grows with each repeat. A word that has come five times loses five times as much as a word that has come once. Little words suffer from it too, the and of and a, so a high value makes the sentences stiff. Try one half first, and read the answer aloud.

The repetition penalty is an older tool and a rougher one. It makes every word less likely that stands in the prompt or in the answer. One means that nothing happens. A little more than one keeps a small model from saying the same sentence again and again; much more than one makes it avoid the very word it was asked about.

A logit bias is a thumb on the scale. You name a word and a number between minus one hundred and one hundred, and the number is added to what speaks for the word. Minus one hundred forbids it, one hundred forces it, and a small number only leans. It is a good way to see how one single word can turn a whole sentence.

A seed makes chance repeatable. Chance here is a row of numbers that is worked out from the seed, so the same seed with the same prompt and the same settings gives the same answer. Change one setting and the rows part ways at the first word that comes out different. Without a seed every answer has its own luck.

Logprobs show how sure the model was. Each word comes with the logarithm of its probability: zero means certain, minus one means a good third, minus five means less than one in a hundred. With top logprobs you also see the words that were not chosen. Read them as the roads that the answer did not take.

Penalties and bias come first, then the temperature, then the cuts, and then chance takes one of the words that are left. The order matters. A word that the bias has lifted may still be cut by top p, and a word that a penalty has lowered may still be the only one that fits.

Greedy decoding means that the likeliest word is always taken. It sounds wise, but the likeliest word now may lead to a dull sentence later. A greedy answer is good for testing, since it never changes, and good for facts, since it does not wander. For stories it is a poor guide.

If the answers are too wild, lower the temperature or the top p, but move one of them at a time. If they are too tame, raise the temperature a little. If they repeat themselves, add a small frequency penalty. If they stop too early, look at max tokens and at the stop sequences before you blame the model.

To compare two settings fairly, keep everything else the same: the prompt, the system prompt, the model and the seed. Open a second lane, change one number in it, and send to both. What differs now comes from that number. What differs without any change comes from chance, and a seed takes it away.
=== sampling.zh
温度决定选词有多大胆。模型给每个词打一个分数，温度在分数变成概率之前去除它。温度是零的时候，每次都选最有可能的词，同样的提示词得到同样的回答。接近一的时候，词按模型认为的比例出现。到了二，少见的词也走上前来，句子就开始跳舞了。

温度低，回答平稳；温度高，回答活泼，有时也古怪。没有哪一种一定正确：整理数据要低一点，写诗可以高一点。把滑块从一头慢慢拖到另一头，每次发送同样的提示词，再比较得到的结果，这是了解温度最快的办法。

top_p 也叫核采样，只保留排在前面的词。先把候选词按概率从高到低排好，再从头累加，加到 p 为止，后面的全部丢掉。top_p 等于一，什么也不丢；top_p 等于零点五，就只剩下稳妥的词，回答会变得谨慎。

top_k 是最简单的截断办法：只留下概率最高的 k 个词，其余的不要。k 等于一，就只剩最好的那个词，结果和温度为零一样。k 等于四十，还有让人意外的余地，但是列表最末尾那些奇怪的词永远轮不到。

min_p 要求每个词的概率至少达到最可能的词的某个比例。模型有把握的时候，通过的词很少；没有把握的时候，通过的词就多。所以有人觉得它比 top_p 好：该收紧的地方收得紧，该放开的地方放得开。

存在惩罚针对回答里已经出现过的词，不管出现几次，只扣一次分。它把文章推向新的词和新的话题，一点点就够了。如果设成负数，模型就喜欢回头说过去说过的话，很快就会绕圈子。

频率惩罚随着重复的次数增加。一个词出现五次，扣的分就是出现一次的五倍。常用的小词也会受影响，比如「的」和「是」，所以数值太高，句子会变得生硬。先试试零点五，再把回答念出声来听一听。

重复惩罚是比较老的工具，也比较粗糙。凡是提示词和回答里有的词，它都要压低。等于一就是什么也不做。比一大一点，小模型就不会把同一句话说了又说；大得太多，它连你问的那个词都要躲开。

logit_bias 好比在天平上按一根手指。你指定一个词和一个从负一百到一百的数，这个数会加到那个词的分数上。负一百就是禁止，一百就是强迫，小的数只是稍微偏一点。用它可以看到一个词怎样改变整个句子。

种子让偶然可以重来。这里的偶然是从种子算出来的一串数字，所以同样的种子、同样的提示词、同样的设置，得到的回答也一样。只要改动一个设置，两串字就会在第一个不同的地方分手。不设种子，每次回答都有自己的运气。

logprobs 说明模型有多大把握。每个词都带着它的概率的对数：零表示完全肯定，负一大约是三分之一，负五就不到百分之一了。加上 top_logprobs，还能看到没有被选中的词。不妨把它们看成回答没有走的那些路。

先是惩罚和偏置，然后是温度，然后是截断，最后由偶然在剩下的词里选一个。先后的顺序很要紧。偏置抬高了的词，可能还是会被 top_p 截掉；惩罚压低了的词，也可能是唯一合适的那个。

贪心解码就是每次都选最有可能的词。听起来很聪明，其实眼前最好的一步，可能把句子带进一条无聊的小路。贪心的回答从不改变，适合用来测试；它不会东拉西扯，适合回答事实。用它讲故事，就不太合适了。

回答太乱，就把温度或者 top_p 调低，但是一次只动一个。回答太平淡，就把温度调高一点。总是重复，就加一点频率惩罚。结束得太早，先看看 max_tokens 和停止序列，再去怪模型。

要公平地比较两种设置，别的都要保持一样：提示词、系统提示、模型和种子。打开第二条通道，只改一个数，然后同时发送。这时候的差别就来自那个数。如果什么也没改还有差别，那就来自偶然，设一个种子就能去掉它。
=== wire.en
A chat completion is one request and one answer. The request holds a model name, a list of messages and some parameters. The answer holds a choice with a message, the reason why it ended, and a count of the tokens that were used. The server remembers nothing: each request carries the whole conversation again.

Messages have roles. The system message says how the model should behave, the user message says what is wanted, and the assistant message is what came back earlier. The order of the messages is the order of the conversation. A good system prompt is short and says what to do, not only what to avoid.

A token is a piece of text that the model counts as one. In English it is often a word with the space before it, sometimes only a part of a word. In Chinese it is often one character or a pair of them. Prices, limits and speeds are given in tokens, so it helps to have a feeling for their size.

Streaming means that the answer is sent while it is still being written. The server keeps the connection open and sends a small event for each piece. The reader sees the first words after a moment instead of waiting for the last one. The whole takes no less time, but it feels much faster.

Server-sent events are lines of text. A line that begins with data carries a piece of the answer as JSON, an empty line ends the event, and a line that begins with a colon is only a comment that keeps the connection awake. At the end comes one last line that says done. You can read all of it in the traffic pane.

Each chunk of a stream holds a delta, which is what has been added since the chunk before. The first delta names the role, the next ones carry the words, and the last one carries the finish reason. Put together in their order the deltas are the message. If one is lost, the message has a hole.

The finish reason tells why an answer ended. Stop means that the model came to an end by itself or met a stop sequence. Length means that max tokens was reached, so the last sentence may hang in the air. A stream that breaks off without any finish reason was cut, and Fader says so instead of calling it done.

Max tokens is the length of the rope. The model may write less, but never more. When an answer breaks off in the middle of a sentence, look at the finish reason: if it is length, give it more rope. Some services have a small default of their own, which surprises people who never set it.

A stop sequence ends the answer as soon as it would appear. The sequence itself is not shown. An empty line is a useful one for short answers, a full stop gives you one sentence, and the name of the next speaker keeps a dialogue from running on. Most services allow up to four.

Usage is the bill. It counts the tokens of the prompt, the tokens of the answer, and often the tokens that were spent on thinking. In a stream it comes at the very end, and only if you ask for it. The prompt grows with each turn of the conversation, because the whole of it is sent every time.

A model name says which model should answer, and every service has its own list. Ask for the list instead of guessing. The same name on two services may be two different sizes or versions, so note where an answer came from. In Fader each turn remembers its provider, its model and its settings.

An API key is a secret that pays for your requests. Keep it out of files that others can read, out of screenshots and out of the command line. Fader asks a command for it or reads it from the environment, sends it to one host only, and shows it as three dots everywhere else. This practice provider needs no key at all.

A status of four hundred and one means that the key is missing or wrong. Four hundred and four means that the path or the model does not exist. Four hundred and twenty-nine means that you are too fast and should wait. Five hundred and more means that the trouble is on the other side. The body of the answer usually says more, and Fader shows it.

JSON mode makes the model write one JSON object and nothing else. It is meant for programs that read the answer. Say in the prompt which members you want, and leave enough tokens, for an object that is cut in the middle cannot be read. This practice provider always closes its braces in time.

Thinking models write down their reasoning before they answer. Some services send it apart as reasoning content, some put it between tags in the text, and some keep it to themselves. It costs tokens and time. Fader folds it into one line that you can open, and counts it apart.

The time to the first token is what a person feels as waiting. It holds the way to the server, the queue there, and the reading of the prompt. After it the speed is counted in tokens per second. Sixty a second is faster than anyone reads; ten a second is a slow and pleasant voice.

The context window is how much text a model can hold at once, prompt and answer together. When a conversation grows too long, the service refuses it or drops the oldest turns. Cut it yourself: keep the system prompt, keep what matters, and leave out the rest. A short prompt is also a quick and cheap one.

Asking for several choices gives several answers to one prompt. They share the prompt and differ by chance. It is a fine way to see how wide the model’s opinions are: at temperature zero all of them are the same, at one they are cousins, at two they are strangers.
=== wire.zh
一次对话补全就是一个请求和一个回答。请求里有模型的名字、一串消息和一些参数；回答里有一条消息、结束的原因，还有用掉的词元数。服务器什么也不记得，所以每次请求都要把整个对话再带上一遍。

消息有角色。系统消息说明模型应该怎样做，用户消息说明想要什么，助手消息是前面得到的回答。消息的顺序就是对话的顺序。好的系统提示很短，说清楚要做什么，而不是只说不要做什么。

词元是模型当作一个单位来数的一小段文字。英文里常常是一个词加上前面的空格，有时只是词的一部分；中文里常常是一个字，或者两个字。价格、限制和速度都按词元计算，所以心里最好有个数。

流式输出就是一边写一边发送。服务器一直开着连接，每写好一小段就发出一个事件。读的人很快就看到开头，不用等到最后一个字。总的时间并没有变短，但是感觉快多了。

服务器发送事件就是一行一行的文字。以 data 开头的行带着一小段 JSON，空行表示事件结束，以冒号开头的行只是注释，用来保持连接。最后还有一行写着结束。这些都可以在流量窗格里看到。

流里的每一块都带着一个增量，也就是比前一块多出来的内容。第一个增量写明角色，后面的带着文字，最后一个带着结束原因。按顺序拼起来就是整条消息；丢了一块，消息里就会有一个洞。

结束原因说明回答为什么停下。stop 表示模型自己写完了，或者遇到了停止序列。length 表示到了 max_tokens 的上限，所以最后一句话可能悬在半空。如果没有任何结束原因连接就断了，那就是被切断了，Fader 会照实说明，不会当作完成。

max_tokens 是一根绳子的长度。模型可以写得短，但是不能更长。如果回答停在句子中间，先看结束原因；要是 length，就把绳子放长一点。有些服务自己的默认值很小，没有设过的人常常会吃一惊。

停止序列一出现，回答就结束，序列本身不会显示出来。想要短的回答，可以用空行；想要一句话，可以用句号；写对话的时候，用下一个人的名字，就不会一直说下去。大多数服务最多允许四个。

用量就是账单。它数提示词的词元、回答的词元，常常还有花在思考上的词元。在流式输出里，它排在最后，而且要你开口要才会有。对话每多一轮，提示词就长一些，因为每次都要全部发送。

密钥是替你的请求付账的秘密。不要把它放在别人能读的文件里，不要出现在截图里，也不要写在命令行上。Fader 通过一条命令或者环境变量得到它，只发给一个主机，别的地方都显示成三个点。这个练习模型完全不需要密钥。

状态码四百零一表示密钥不对或者没有给。四百零四表示路径或者模型不存在。四百二十九表示你太快了，应该等一等。五百以上表示问题在对方那里。响应的正文通常说得更清楚，Fader 会把它显示出来。

JSON 模式让模型只写一个 JSON 对象，别的什么也不写，这是给读回答的程序准备的。要在提示词里说明想要哪些成员，还要留够词元，因为中间断掉的对象没法读。这个练习模型总会及时把括号关上。

思考模型先写下推理，再给出回答。有的服务把推理单独放在 reasoning_content 里，有的夹在正文的标签之间，有的自己留着。它要花词元，也要花时间。Fader 把它折叠成一行，单独计数，想看就打开。

第一个词元的等待时间，就是人感觉到的停顿。它包括去服务器的路、在那里排的队，还有读提示词的时间。后面就按每秒多少词元来算速度。每秒六十个，比谁读得都快；每秒十个，像一个慢慢说话的声音，也很舒服。

上下文窗口是模型一次能装下的文字，提示词和回答加在一起。对话太长了，服务会拒绝，或者丢掉最早的几轮。最好自己动手裁剪：留下系统提示，留下要紧的，别的不要。提示词短，也就又快又便宜。
"""#
