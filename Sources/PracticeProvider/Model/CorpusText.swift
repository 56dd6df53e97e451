// swift-format-ignore-file
// Made from Docs/Practice by `RECORD=1 swift test --filter CorpusTests`.

let corpusText = #"""
=== craft.en
A terminal is a grid of cells. Each cell holds one character and its colours, and a program paints the cells that have changed. It is an old idea and a quick one: the screen of a whole workbench is smaller than a single photograph. That is why a key can be on the screen before your finger has left it.

A Chinese character takes two cells, a Latin letter one, and a combining accent none at all. An emoji may be made of seven parts and still be one sign. A program that counts characters instead of cells tears its own columns apart, and you can see it at the edge of every box.

A good error message says what happened, where, and what to do next. It does not blame and it does not shout. It leaves what you have typed where it was. If it has a number, the number can be looked up; if it has a name, the name is one that you have seen before.

A test is a small story. Something is given, something is done, and something must be true afterwards. If it can never fail, it is only a decoration. Write the test before the memory of the bug has faded, and give it a name that says what went wrong.

A database is a book that keeps its promises. What it has confirmed is still there after the power went out in the middle of a word. It does this by writing everything twice, once as a plan and once as a fact, and by waiting until the disk says yes.

Git remembers how a text came to be. A commit is one thought with a reason, a branch is a road that was not taken yet, and a merge is the place where two roads meet. You can go back to any day, look around, and return without having changed a thing.

Unicode gives a number to every sign that people write, from the letters of old stones to the smileys of this morning. UTF-8 writes these numbers in one to four bytes. When a stream is cut between two of them, a careful reader waits for the rest and does not print a question mark.

Curl speaks to servers. Give it an address, and it brings back what is there. With one option it shows the headers, with another it sends a body, and with a third it does not wait until the answer is complete. Nearly everything that talks over the web has it somewhere inside.

A program is fast when it does less. Measure first, for the slow place is hardly ever where you think it is. Then leave something out, or do it once instead of a thousand times, or do it later. Only when nothing can be left out is it time to do the same thing quicker.
=== craft.zh
终端是一张由格子组成的网。每个格子里有一个字符和它的颜色，程序只重画变了的格子。这个想法很老，也很快：整个工作台的屏幕，还没有一张照片大。所以手指还没有离开键盘，字就已经在屏幕上了。

一个汉字占两个格子，一个拉丁字母占一个，组合用的重音符号一个也不占。一个表情符号可能由七个部分组成，却还是一个符号。只数字符、不数格子的程序会把自己的表格撕歪，在每个方框的边上都看得见。

好的错误信息说清楚出了什么事、在哪里、接下来该怎么办。它不责怪人，也不大声嚷嚷。已经输入的内容，它会留在原来的地方。如果带着编号，编号要查得到；如果带着名字，名字要是见过的。

一个测试就是一个小故事：先有什么，再做什么，最后什么必须成立。永远不会失败的测试只是装饰品。趁着还记得那个错误，赶快把测试写下来，起一个能说明问题的名字。

数据库是一本守信用的书。它确认过的东西，停电以后还在，哪怕停电的时候一个字才写到一半。办法是每样东西都写两遍，一遍写成计划，一遍写成事实，并且一直等到磁盘点头。

版本管理记住一篇文字是怎样写成的。一次提交就是一个想法和它的理由，一条分支就是还没有走过的路，合并就是两条路相遇的地方。你可以回到任何一天，四处看看再回来，什么也不会改变。

统一码给人们写过的每个符号一个编号，从古老石头上的文字，到今天早上的笑脸。UTF-8 用一到四个字节写下这些编号，一个汉字通常要三个字节。流在两个字节中间断开的时候，细心的程序会等后面的字节，而不是打印一个问号。

程序快，是因为做得少。先测量，因为慢的地方几乎从来不在你以为的地方。然后去掉一些事情，或者把做一千次的事情只做一次，或者晚一点再做。什么都不能去掉了，才轮到把同样的事情做得更快。

中文的句子里没有空格，词和词的边界要靠读的人自己看出来。模型也是一样：它数过很多字，知道哪两个字常常站在一起。「天」后面跟着「气」，「气」后面却不一定跟着「温」。词就是这样慢慢长出来的。

标点也有自己的脾气。句号不肯站在一行的开头，左引号不肯站在一行的末尾。换行的时候，程序要让它们各得其所，宁可让一行短一点，也不要把逗号单独丢到下一行去。

输入法是键盘和汉字之间的桥。手指打出的是拼音，眼睛看到的是一排候选的字，选中了，字才落进输入框。候选的顺序也是按概率排的，最常用的排在最前面，和模型选词的道理差不多。

n 元语法模型是最老实的语言模型。它只看前面几个字，翻开账本，查一查这几个字后面出现过什么，各有几次，再按次数抽签。前面的几个字没有见过，它就少看一个字，再查一遍，这叫做退避。

大模型不翻账本。它把每个词变成一串数字，让这些数字互相打听，打听很多遍，再说出下一个词。所以它能接上从来没有见过的句子。可是最后一步和我一样：也是一张概率的表，也是一次抽签，旋钮拧的就是这一步。

提示词像是问路。只说「那边」，人家不知道你要去哪里；把门牌号、街名和朝哪个方向走都说清楚，才有人能指给你看。想要列表，就说要列表；想要三句话，就说三句话；有例子，就给一个例子。

比较两个模型，不要只看一个回答。同样的问题问五遍，看看哪些话每次都说，哪些话只说一次。每次都说的，是它的性格；只说一次的，是它的运气。把运气当成性格，是试验里最常见的错误。

写文章和拨旋钮相反：旋钮越拧越乱，文章越改越清楚。先把想说的都写下来，再删掉一半，然后念给一个不懂的人听。他皱眉头的地方，就是应该改的地方；他笑的地方，不要再动。

下棋的人每一步都想赢，所以总是选最好的一步；说话的人不一样，总是选最好的一句，很快就没有人听了。有时候一个不太可能的词，正好把句子带到一个没有人去过的地方。这就是为什么要有温度。

耐心也是一种速度。等第一个 token 的时候，不妨看一看窗外；字一个一个出来的时候，不妨慢慢读。机器每秒写六十个词，人每秒读五六个字，剩下的时间是留给你想一想的：它说的是真的吗？

厨房里的道理和机器里的差不多。盐要一点一点地放，尝一口，再放一点；一次只改一样，才知道是哪一样起了作用。菜做坏了，记下来放了多少；菜做好了，更要记下来，因为好运气也不会自己再来一次。

邻居家的孩子问我，电脑里是不是住着一个人。我说没有，里面住着很多很多的数字。他想了想，又问，那数字晚上睡在哪里？我说不知道，不过它们从来不吵。他很满意，说那它们一定是好数字。
=== fader.en
Fader is a workbench for chat models that fills the terminal. You type a prompt, turn the knobs, and read the answer while it grows. Beside it stands what really went over the wire. It is made for people who want to know what a model does with a setting, and for people who write programs that talk to one.

The conversation pane shows the turns with their roles. An answer that was stopped or has failed says so in its place and keeps what came. The last prompt can be run again, and the new answer is a fork: the old one stays in the tree of the session. Thinking is folded into one line until you open it.

The composer at the bottom is where you write. Enter sends, alt and enter makes a new line. It keeps a history of your prompts, and a long text that you paste is never sent by itself. The cursor stands where the text cursor is, so that an input method for Chinese opens in the right place.

The parameters pane has a line for each parameter that the provider knows. Each one is either set or not sent, and you can always see which. Left and right move a slider by a step, digits type a value, one key clears it. A value outside the documented range is marked, and it is sent all the same, for trying is the purpose.

The traffic pane shows the events of an exchange with their times. Choose one and it opens to its JSON. Other tabs hold the request and the response, and with the response the timing from the name lookup to the last byte. When an answer looks wrong, this is the place to look.

The usage pane counts. It has the tokens of the prompt and of the answer, the time to the first token, the speed, and the gaps between events as a row of small bars. A flat row is a calm server; a tall bar is a pause in which somebody else was served.

A lane is one column of a comparison. Each lane has its own provider, model and parameters, and all of them stream at once. One key opens a new lane from the settings of the present one. When one of the answers pleases you, adopt it, and it becomes the next turn of the conversation.

The library keeps every session. What arrives is written down while it arrives, so that nothing is lost when the power goes. Type a few letters to narrow the list of sessions, and press enter: the session comes back with its settings and its traffic. The bytes of each answer are kept as they came.

The practice provider is the one you are talking to. It lives inside Fader, needs no key and no network, and costs nothing. It counts which words follow which in a few pages of English and Chinese text, and it mixes in the words of your prompt. Every control works on it as on a large model, only the wisdom is missing.

The command palette lists everything that Fader can do. Type a few letters of what you want, and press enter. Help for the place where you are is one key away, and it can be searched. No key does two things in the same place, and nothing needs the mouse, though the mouse works everywhere.

To begin, write a short prompt and press enter. Then change one thing: the temperature, the length, a penalty. Send again and look at both answers. After ten minutes of this you will know more about sampling than after an hour of reading, and you may go on with a real provider.

When you want a large model, choose another provider and give Fader a key for it. The screen stays the same. The parameters pane shows what that service documents, with its ranges and defaults, and a parameter that it does not document is marked with a star, and is sent all the same.
=== fader.zh
Fader 是一个终端里的工作台，用来试验对话模型的接口。你写下提示词，拨动旋钮，看着回答一个字一个字地长出来；旁边就是线路上真正传送的内容。它写给想弄清楚每个参数有什么作用的人，也写给要编写程序调用模型的人。

对话窗格按顺序显示每一轮消息和它的角色。被停下或者出错的回答会在原处说明，已经收到的文字都会留下。最后一条提示词可以重跑，新的回答生出一条分支，原来的回答还留在会话里。思考过程折叠成一行，想看的时候再展开。

底部的输入框是写提示词的地方。按回车发送，按 alt 加回车换行。它记得你写过的提示词，粘贴进来的长文章也不会自己发出去。终端的光标总是停在正在输入的位置，所以中文输入法会在正确的地方打开。

参数窗格为每个参数留了一行。每个参数要么已设，要么未发送，一眼就能分清。左右键移动滑杆，数字键直接输入数值，再按一个键就清除。超出文档范围的数值会被标出来，但照样发送，因为这里本来就是试验的地方。

流量窗格列出一次请求的全部事件和时间。选中一个事件，就能看到它的 JSON。别的标签页里有请求和响应，响应里还有从域名解析到最后一个字节的时间。回答看起来不对的时候，先到这里来看。

用量窗格负责计数：提示词有多少 token，回答有多少 token，第一个 token 等了多久，每秒有多少 token，事件之间的间隔画成一排小小的竖条。竖条一样矮，说明服务器很从容；突然高出一根，多半是它在那一刻去照顾别人了。

并排比较的每个回答占一列，也叫泳道。每一列有自己的服务商、模型和参数，所有的列同时输出。按一个键，就能按当前的设置再开一列。哪个回答让你满意，就采用哪个，它会成为对话的下一轮。

会话库保存每一次会话。内容一到就写下来，停电也不会丢失。在会话列表里输入几个字就能筛选，按回车打开，设置和流量也跟着回来。每个回答收到的原始字节也都原样保存着。

你现在面对的就是练习模型。它住在 Fader 里面，不需要密钥，不需要网络，也不花钱。它数过几页中文和英文里哪个词跟在哪个词后面，再掺进你提示词里的词。所有的旋钮在它身上都和在大模型身上一样有效，只是没有智慧。

命令面板列出 Fader 能做的每一件事。输入几个字母，再按回车就行。任何地方都可以按一个键打开帮助，帮助也可以搜索。同一个地方不会有一个键管两件事；鼠标处处可用，但没有一件事非用鼠标不可。

开始的时候，写一句短短的提示词，按下回车。然后只改一样东西：温度、长度或者某个惩罚。再发送一次，把两个回答放在一起看。这样练十分钟，比读一小时文章更明白什么是采样，接着就可以去试真正的服务商了。

想用大模型的时候，换一个服务商，再给 Fader 一个密钥。屏幕还是原来的样子。参数窗格会显示那家服务的文档里写了什么，范围多大，默认值是多少；文档没有列出的参数带一个星号，照样可以发送。
=== lists.en
A list of five things to try in the first hour:
1. Send one prompt at temperature zero, twice, and compare.
2. Send it at temperature two, and read it aloud.
3. Forbid a word with a logit bias of minus one hundred.
4. Open a second lane with another top p.
5. Look at the same answer in the traffic pane.

What a request needs:
- a model name
- at least one message with a role and a content
- an address to send it to
- a key, if the service asks for one
Everything else has a default.

Words for the same thing:
- sampling, drawing, choosing by chance
- greedy, always the best, temperature zero
- chunk, piece, delta
- lane, column, one side of a comparison

A list of good first prompts:
- Tell me a story about a fox.
- Explain streaming in two sentences.
- What does top p do?
- Write a short poem about rain.
- Answer in JSON with a title and three words.

A table of settings:
| setting | turned up it is |
|---|:--|
| temperature | lively |
| top p | open |
| frequency penalty | forced to vary |
| max tokens | long |

A table of the panes:
| pane | shows |
|---|:--|
| conversation | the turns |
| parameters | what is set and what is not sent |
| traffic | the events on the wire |
| usage | tokens and times |

## How to read a stream
1. Wait for the first event. It names the role.
2. Put the deltas together in their order.
3. When the finish reason comes, the words are complete.
4. If usage was asked for, it comes next.
5. The last line says done.

## A recipe for a fair test
First write down what you expect. Then choose **one** setting and two values for it. Send the same prompt five times with each. Look at the answers *before* you look at the figures, and keep a note of what surprised you.

Here is a small program that prints a greeting:
```
let name = "world"
print("Hello, \(name)!")
```
It keeps a name, puts it into a sentence, and shows the sentence. Change the name, and the greeting changes with it.

Here is a request with curl:
```
curl http://127.0.0.1:8080/v1/chat/completions \
  -d '{"model": "practice", "stream": true,
       "messages": [{"role": "user", "content": "Hello"}]}'
```
The answer comes as a stream of events. Each of them holds a small piece of the text.

Rain on the window,
a cursor that blinks and waits:
one word, then the next.

The probable word
bows and lets the rare one pass.
Temperature two.

A poem about the sea:
It comes, it goes, it does not stay,
it takes the castle of the day,
and what it whispers to the sand
is older than the oldest land.

A poem about the rain:
The rain has come to count the leaves,
it starts anew with every tree.
The gutter keeps what it receives,
and tells it all again to me.

A short poem about the night:
The lamps go out, the roofs grow wide,
a cat walks on the other side.
The clock has nothing more to say
and keeps its number for the day.
=== lists.zh
列表：第一个小时可以试的五件事。
一、温度设成零，同样的提示词发送两次，比较一下。
二、温度设成二，把回答念出声来。
三、用负一百的 logit_bias 禁止一个词。
四、加第二列，换一个 top_p。
五、在流量窗格里看看同一个回答。

一个请求需要什么：
- 模型的名字
- 至少一条消息，有角色和内容
- 要发送到的地址
- 密钥，如果那家服务要的话
其余的都有默认值。

适合开头的提示词列表：
- 讲一个狐狸的故事。
- 用两句话解释流式输出。
- top_p 是做什么用的？
- 写一首关于雨的短诗。
- 用 JSON 回答，要有标题和三个词。

参数的表格：
| 参数 | 调高以后 |
|---|:--|
| 温度 | 活泼 |
| top_p | 开放 |
| 频率惩罚 | 必须变化 |
| max_tokens | 长 |

窗格的表格：
| 窗格 | 显示什么 |
|---|:--|
| 对话 | 每一轮消息 |
| 参数 | 哪些已设，哪些未发送 |
| 流量 | 线路上的事件 |
| 用量 | token 和时间 |

## 怎样读一个流
1. 等第一个事件，它写明角色。
2. 按顺序把增量拼起来。
3. 结束原因来了，文字就完整了。
4. 如果要了用量，接着就来。
5. 最后一行写着结束。

## 公平测试的办法
先写下你的预期，再选**一个**参数和它的两个数值。每个数值把同样的提示词发送五次。先看回答，*然后*再看数字，把让你意外的地方记下来。

下面是一个打招呼的小程序：
```
let name = "世界"
print("你好，\(name)！")
```
它记住一个名字，把名字放进句子，再把句子显示出来。换一个名字，招呼也跟着变。

关于雨的诗：
雨来数树上的叶子，
每棵树都从头数起。
屋檐记住了一半，
另一半讲给我听。

春天的诗：
昨夜的雪还在山上，
今早的水已到门前。
谁先看见第一点绿？
是那只不说话的燕。

月亮，短诗一首：
它走得很慢，
却从来没有迟到。
我数到一百，
它还在第一片云里。

大海的诗：
它来，它去，它不停留，
带走白天堆起的城。
它对沙子说的那个字，
比最老的石头还要老。

夜晚，四行诗：
灯一盏一盏地灭了，
屋顶慢慢地变宽。
钟没有什么要说，
把数字留给明天。

雨打着窗户，
光标一闪一闪地等：
一个词，又一个词。
=== opening-plain
Hello, I am Fader’s practice provider: a small n-gram model, no assistant. I have read a few pages and know which words followed which; that is all.

Good day, I am Fader’s practice provider, a small n-gram model, no assistant. Ask me anything you like, but what you get is a text to practise on.

This is Fader’s practice range, and I am what you shoot at: a small n-gram model, no assistant. Turn a knob and send again.

你好，我是 Fader 的练习模型：一个很小的 n 元语法模型，不是真的大模型。我读过几页文字，知道哪个词常跟在哪个词后面，仅此而已。

你好，这里是 Fader 的练习服务商，我是一个小小的 n 元语法模型，不是真的大模型。问什么都可以，得到的只是一段练手的文字。

欢迎，我是 Fader 自带的练习模型，一个很小的 n 元语法模型，不是真的大模型。请拨动旋钮，再发送一次，看看有什么不同。
=== opening
I am Fader’s practice provider: a small n-gram model, no assistant. You wrote “{topic}”, so I begin there. **Three knobs to try on me:**
- `temperature` makes the words bolder or steadier;
- `top_p` leaves out what is hardly likely;
- `max_tokens` says where I have to stop.

I am Fader’s practice provider, a small n-gram model, no assistant. What I say is stitched together from a few pages of text, and “{topic}” only tells me where to begin. **What the knobs do to it:**
| knob | turned up |
|---|:--|
| `temperature` | more surprises |
| `top_p` | nearly all words |
| `presence_penalty` | no word twice |

This is Fader’s practice provider: a small n-gram model, no assistant. I know which words followed which, nothing else, so take “{topic}” as a place to start from. What I do for each word, as a program:
```python
words = model.likely_after(last_words)
words = [w for w in words if w.share >= min_share]
print(draw(words, temperature))
```
**Turn a knob** and send again: the same lines run with other numbers.

Welcome to the practice range: I am a small n-gram model, no assistant, and I live inside Fader. Turn the knobs and watch what happens to these sentences about “{topic}”. **In this order it is easy:**
1. Send the same prompt twice and compare.
2. Set `temperature` to 0 and send it again.
3. Open a second lane beside this one.

I am Fader’s practice provider: a small n-gram model, no assistant. Nothing here is advice; it is a text to practise on, with “{topic}” in mind. *Everything else on this screen is real:*
| pane | what it shows |
|---|:--|
| Parameters | what is set and what is not sent |
| Traffic | every event with its time |
| Usage | tokens, speed and pauses |

我是 Fader 的练习模型：一个很小的 n 元语法模型，不是真的大模型。你写到「{topic}」，我就从这里说起。**先试这三个旋钮：**
- `temperature` 让用词更大胆，或者更稳当；
- `top_p` 去掉不大可能的词；
- `max_tokens` 规定我说到哪里为止。

我是 Fader 自带的练习模型，一个小小的 n 元语法模型，不是真的大模型。我只知道哪个字常跟在哪个字后面，「{topic}」只是告诉我从哪里开始。**旋钮的作用：**
| 旋钮 | 拧大以后 |
|---|:--|
| `temperature` | 常有意外 |
| `top_p` | 几乎什么词都留 |
| `presence_penalty` | 总要换新词 |

这里是 Fader 的练习服务商：我是一个很小的 n 元语法模型，不是真的大模型。请随意拨动旋钮，看看关于「{topic}」的这些句子怎样变化。我选每个词的办法，写成程序是这样：
```python
words = model.likely_after(last_words)
words = [w for w in words if w.share >= min_share]
print(draw(words, temperature))
```
**拨一个旋钮**再发送：程序还是这几行，数字变了。

我是 Fader 的练习模型：一个很小的 n 元语法模型，不是真的大模型。我说的话由几页文字拼成，不能当作建议，只是拿「{topic}」来练练手。**照这个顺序最容易上手：**
1. 同一条提示词发送两次，比一比。
2. 把 `temperature` 设为 0，再发送一次。
3. 在旁边再开一列。
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

温度低，回答平稳；温度高，回答活泼，有时也古怪。没有哪一种一定正确：整理数据要低一点，写诗可以高一点。把滑杆从一头慢慢拖到另一头，每次发送同样的提示词，再比较得到的结果，这是了解温度最快的办法。

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

要公平地比较两种设置，别的都要保持一样：提示词、系统提示词、模型和种子。加第二列，只改一个数，然后同时发送。这时候的差别就来自那个数。如果什么也没改还有差别，那就来自偶然，设一个种子就能去掉它。
=== stories.en
Once there was a lighthouse keeper who counted ships. He wrote every ship into a book, its colour and its hour. One night the lamp went out, and no ship came. He sat in the dark and wrote the ships that might have come. In the morning he found that he had filled more pages than in all the years before.

A fox lived at the edge of a village and stole a hen each Sunday. The people set traps, but the fox walked around them. At last a girl put a bowl of milk by the gate and said good morning. From then on the fox came to the gate on Sundays, drank the milk, and told her where the traps were.

An old woman and a young cat shared a house by the sea. The woman said that the cat was hers, and the cat thought that the woman was its own. When the storm took the roof, they sat together under the table, and each of them believed that she was keeping the other one warm.

The baker’s son did not want to bake. He wanted to build clocks. So he built a clock that struck when the bread was ready, and his father never burned a loaf again. People came from far away to set their watches by the smell of the bread, and both of them were content.

A robot was sent to sweep the garden. It swept the leaves, and then the moss, and then the earth. When only stones were left, it began to put them in order by size. The gardener came back in the evening and stood still for a while. It was the most beautiful garden he had ever seen, and he was sorry about the roses.

There was once a river that wanted to see where it came from. All rivers run down, said the stones. But the sun was warm, and drop by drop the river rose into the air. A cloud carried it back to the mountain, and there it found its own spring, no wider than a hand. It laughed, and ran down once more.

The captain had a map with an island that was not there. Three times he sailed to the place, and three times there was only water. The fourth time he let down a line with a hook, and it caught on the top of a tree. He wrote on the map: a little late.

Two sisters kept a shop for lost words. Whoever had forgotten a name could come and ask for it. The younger one looked in the drawers, the older one simply waited, and mostly the word came back by itself while they talked about the weather. They took no money for it, only a new word in exchange.

In a town in the north it rained for forty days. On the first day the people complained, on the tenth they made jokes, on the twentieth they learned to play the flute. When the sun came out on the last day, nobody looked up, for they were in the middle of a concert.

A boy planted a pencil and watered it. His brother laughed at him. In spring there stood a small tree with grey bark, and when the wind blew, it wrote long lines on the wall of the house. Nobody could read them. The boy said that it was only practising, as he was.

The dragon in this story was not very big. It lived in a kitchen stove and lit the fire in the morning. For that it was given a piece of coal and a good word. One winter there was no coal, and the good word had to be enough. The dragon said that it had always liked that part better.

A train stopped at a station that was on no timetable. One passenger got out to ask why. The station master said that someone had to stop here now and then, or else the station would be lonely. The passenger found this quite reasonable, and stayed for a cup of tea.

The moon once came down to look for a job. It was too pale for a cook and too slow for a postman. At the end of the day it asked a night watchman, and he said: I need somebody who stays awake and keeps quiet. So it went back to its old place, and this time it was paid.

A mouse found a book and ate the first page. It tasted of rain. The second tasted of war and the third of oranges. When it had come to the last page, it stopped, for it did not want to know how it ended. That page is still there, and now and then the mouse reads it from outside.
=== stories.zh
从前有一个守灯塔的人，他每天数过往的船。他把每条船的颜色和时刻都写进一个本子。有一夜，灯灭了，一条船也没有来。他坐在黑暗里，写下那些本来可能会来的船。到了早上，他发现自己写满的纸比过去所有的年头加起来还要多。

村子边上住着一只狐狸，每到星期天就偷走一只鸡。人们设下陷阱，狐狸总是绕着走。后来有个小姑娘在门口放了一碗牛奶，对它说早上好。从此以后，狐狸星期天都来门口喝牛奶，还告诉她陷阱在哪里。

海边的小屋里住着一位老奶奶和一只小猫。老奶奶说猫是她的，猫觉得老奶奶是它的。暴风雨掀走屋顶的那天晚上，她们一起坐在桌子底下，两个都相信是自己在给对方取暖。

面包师的儿子不想做面包，他想造钟。于是他造了一座钟，面包一好它就敲响，父亲再也没有烤焦过一个面包。远方的人都来这里，闻着面包的香味对表。父子两个都很满意。

有个机器人被派去打扫花园。它扫掉了树叶，又扫掉了青苔，然后扫掉了泥土。只剩下石头的时候，它开始按大小把石头排好。园丁傍晚回来，站着看了很久。这是他见过的最美的花园，只是有点可惜那些玫瑰。

从前有一条河，想看看自己是从哪里来的。石头说，河都是往下流的。可是太阳很暖，河水一滴一滴升到天上，云把它带回山里。在那里它找到了自己的源头，只有一只手那么宽。它笑了，又往下流去。

船长有一张地图，上面有一个找不到的岛。他去了三次，三次都只看见水。第四次，他放下一根带钩的绳子，钩子挂住了一棵树的树梢。他在地图上写道：来晚了一点。

姐妹两个开了一家小店，专门寻找丢失的词。谁忘了一个名字，就可以来问。妹妹在抽屉里找，姐姐只是等着，多半在她们聊天气的时候，那个词自己就回来了。她们不收钱，只要一个新的词来交换。

北方的一座小城下了四十天的雨。第一天人们抱怨，第十天人们说笑话，第二十天人们学起了吹笛子。最后一天太阳出来了，没有一个人抬头，因为音乐会正开到一半。

小男孩把一支铅笔种进土里，天天给它浇水。哥哥笑话他。到了春天，那里长出一棵灰色的小树，风一吹，它就在墙上写下长长的一行字。谁也看不懂。小男孩说，它只是在练习，和我一样。

这个故事里的龙不太大。它住在厨房的炉子里，每天早上负责生火，得到的报酬是一块煤和一句好话。有一年冬天没有煤，只剩下一句好话。龙说，它一直更喜欢这一半。

一列火车停在一个时刻表上没有的小站。有位乘客下车问是怎么回事。站长说，总得有车偶尔停一停，不然车站会寂寞的。乘客觉得很有道理，就留下来喝了一杯茶。

月亮有一次下来找工作。当厨师，它太苍白；当邮差，它太慢。天快亮的时候，它去问一个守夜人，守夜人说：我正需要一个不睡觉又不说话的。于是月亮回到原来的地方，只是从此有了工钱。

一只老鼠找到一本书，吃掉了第一页，有雨的味道。第二页是打仗的味道，第三页是橘子的味道。吃到最后一页，它停住了，因为它不想知道结局。那一页现在还在，老鼠有时候从外面读一读。

山里有一位老和尚，每天早上扫院子里的落叶。小和尚问，叶子天天落，为什么天天扫？老和尚说，饭天天吃，为什么天天吃？小和尚想了一想，拿起了另一把扫帚。

有个人买了一面旧镜子，镜子比他慢一分钟。他笑完了，镜子里的人才开始笑。他觉得很有意思，就常常对着镜子说故事。有一天他没有说话，镜子里的人却先开了口，说的是明天的故事。

从前有个裁缝，能用雾缝衣服。雾做的衣服又轻又软，只是太阳一出来就不见了。国王穿着它去打猎，中午回来的时候，大家都低着头看自己的鞋子。裁缝那天晚上离开了京城，走的时候也下着雾。
=== talk.en
Hello to you too. What would you like to try today? You can ask about temperature, about streaming or about tokens, you can ask for a story or a list, or you can write any words at all and see which of them come back.

Thank you for asking, I am as well as a table of numbers can be. Nothing hurts, nothing worries me, and I never have to get up early. How are you? You need not answer; I shall forget it as soon as this answer ends.

My name is practice, and I have no other. I am made of a few pages of text and of the words in your prompt. I do not think, I do not search, and I do not know what is true. But I answer quickly, I cost nothing, and you can turn every knob I have.

Can you help me, people ask, and I have to say no. I can only show how a model behaves. If you need an answer that is right, choose a real provider. If you want to see what the knobs do, stay here a little.

Question: what is the difference between temperature and top p? Answer: temperature changes how strongly the model prefers the likely words, and top p decides how many words may take part at all. One of them bends the list, the other one cuts it.

Question: why do I get a different answer each time? Answer: because the next word is drawn by chance. Set a seed or a temperature of zero, and the answers will be the same.

Question: why did the answer stop in the middle of a sentence? Answer: because it reached max tokens. The finish reason says length. Raise the limit and send again.

Question: is it safe to type my key here? Answer: this provider needs no key, so do not type one. Others get it from the place where you keep it, and Fader never shows it.

What is the meaning of life? I have counted the words that follow this question, and most often it was a smile. Have something warm to drink, be kind to the people who test your patience, and keep the receipts.

Tell me a joke, somebody said to the model. The model thought for four hundred tokens and said: a word walks into a bar, and the next word was the likeliest one. Nobody laughed at temperature zero. At temperature one the barman did, and at temperature two the bar.

— Good morning. Have you slept well?
— I do not sleep, I wait for the next prompt.
— And what do you do while you wait?
— Nothing, and I do it very fast.

— What are you reading?
— A list of words with their probabilities.
— Is it exciting?
— The end is always the same, but the way there is drawn by chance.

— Waiter, there is a token in my soup.
— That is the seasoning, sir. Would you like top k with it?
— No, thank you. I am on a low temperature.
— Then I recommend the bread. It never changes.

A student asked the master how hot a model should be. The master poured a cup of tea and said nothing. The student burned his tongue. Now you know one end of the slider, said the master; the other end is in the teapot from yesterday.
=== talk.zh
你好，你也好。今天想试些什么？可以问温度、流式输出或者 token，可以要一个故事、一首诗或者一张列表，也可以随便写几个词，看看哪些会再回来。

谢谢关心，一张数字的表格能有多好，我就有多好。我哪里也不疼，什么也不担心，也从来不用早起。你怎么样？不回答也没有关系，这个回答一结束，我就会忘掉。

我的名字叫练习，没有别的名字。我由几页文字和你提示词里的词做成。我不会思考，不会搜索，也不知道什么是真的。不过我回答得快，不花钱，而且每个旋钮你都可以随便拧。

能不能帮我一个忙？常常有人这样问，我只好说不能。我只能让你看看模型是怎样工作的。需要正确的答案，请换一个真正的服务商；想看看旋钮有什么用，就在这里多留一会儿。

问：温度和 top_p 有什么区别？答：温度改变模型对常见词的偏爱程度，top_p 决定到底有多少词可以参加。一个把列表压弯，一个把列表剪短。

问：为什么每次的回答都不一样？答：因为下一个词是碰运气选出来的。设一个种子，或者把温度设成零，回答就会一样了。

问：为什么回答停在句子中间？答：因为到了 max_tokens 的上限，结束原因写的是 length。把上限调大一点，再发送一次。

问：在这里输入密钥安全吗？答：这个练习模型不需要密钥，所以不用输入。别的服务商的密钥，从你保存它的地方读取，Fader 从来不把它显示出来。

问：人工智能会思考吗？答：我不知道别的模型，我自己肯定不会。我只是数过哪个词跟在哪个词后面。大模型数得更多，也更巧妙，但是它们对不对，还是要由你来判断。

人生的意义是什么？我数过跟在这个问题后面的词，最常见的是一个微笑。喝点热的，对考验你耐心的人好一点，再把收据留好。

有人叫模型讲一个笑话。模型想了四百个 token，说：一个词走进酒馆，下一个词是最有可能的那个。温度是零的时候，没有人笑；温度是一的时候，老板笑了；温度是二的时候，酒馆也笑了。

——早上好，睡得好吗？
——我不睡觉，我在等下一个提示词。
——等的时候做些什么呢？
——什么也不做，而且做得很快。

——你在读什么？
——一张列表，上面是词和它们的概率。
——有意思吗？
——结尾总是一样的，只是路上全靠运气。

——服务员，我的汤里有一个 token。
——那是调料，先生。要不要再来一点 top_k？
——不用了，谢谢，我最近温度很低。
——那我推荐面包，它从来不变。

学生问老师，模型的温度多高才合适。老师倒了一杯茶，什么也没有说。学生烫了舌头。老师说，现在你知道滑杆的一头了，另一头在昨天的茶壶里。

老师问学生，什么是好的提示词。一个说要长，一个说要短。老师说，你去街上问路，是怎么问的？说清楚要去哪里，再说清楚从哪里来，最后不要忘了说谢谢。

你好，欢迎来试试练习服务商。先随便写一句话，再把温度从零拖到二，看看同样的一句话能长出多少不同的样子。这里说错了也不要紧，没有人打分。

你好，很高兴收到你的提示词。我会从里面挑几个少见的词，到我的几页文字里去找它们，再从找到的地方往下说。词越具体，找到的地方就越对。

谢谢你的夸奖，虽然我听不出是夸奖还是批评。我只看见几个字，和它们后面常常跟着的字。「谢谢」后面最常跟着的是「你」，所以也谢谢你。

再见，下次再来的时候，我还是老样子：同样的几页文字，同样的几个旋钮，什么也没有记住。这也有好处，每一次都像是第一次见面。
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
一次对话补全就是一个请求和一个回答。请求里有模型的名字、一串消息和一些参数；回答里有一条消息、结束的原因，还有用掉的 token 数。服务器什么也不记得，所以每次请求都要把整个对话再带上一遍。

消息有角色。系统消息说明模型应该怎样做，用户消息说明想要什么，模型的消息（assistant）是前面得到的回答。消息的顺序就是对话的顺序。好的系统提示词很短，说清楚要做什么，而不是只说不要做什么。

token 也叫词元，是模型当作一个单位来数的一小段文字。英文里常常是一个词加上前面的空格，有时只是词的一部分；中文里常常是一个字，或者两个字。价格、限制和速度都按 token 计算，所以心里最好有个数。

流式输出就是一边写一边发送。服务器一直开着连接，每写好一小段就发出一个事件。读的人很快就看到开头，不用等到最后一个字。总的时间并没有变短，但是感觉快多了。

服务器发送事件就是一行一行的文字。以 data 开头的行带着一小段 JSON，空行表示事件结束，以冒号开头的行只是注释，用来保持连接。最后还有一行写着结束。这些都可以在流量窗格里看到。

流里的每一块都带着一个增量，也就是比前一块多出来的内容。第一个增量写明角色，后面的带着文字，最后一个带着结束原因。按顺序拼起来就是整条消息；丢了一块，消息里就会有一个洞。

结束原因说明回答为什么停下。stop 表示模型自己写完了，或者遇到了停止序列。length 表示到了 max_tokens 的上限，所以最后一句话可能悬在半空。如果没有任何结束原因连接就断了，那就是中断了，Fader 会照实说明，不会当作完成。

max_tokens 是一根绳子的长度。模型可以写得短，但是不能更长。如果回答停在句子中间，先看结束原因；要是 length，就把绳子放长一点。有些服务自己的默认值很小，没有设过的人常常会吃一惊。

停止序列一出现，回答就结束，序列本身不会显示出来。想要短的回答，可以用空行；想要一句话，可以用句号；写对话的时候，用下一个人的名字，就不会一直说下去。大多数服务最多允许四个。

用量就是账单。它数提示词的 token、回答的 token，常常还有花在思考上的 token。在流式输出里，它排在最后，而且要你开口要才会有。对话每多一轮，提示词就长一些，因为每次都要全部发送。

密钥是替你的请求付账的秘密。不要把它放在别人能读的文件里，不要出现在截图里，也不要写在命令行上。Fader 通过一条命令或者环境变量得到它，只发给一个主机，别的地方都显示成三个点。这个练习模型完全不需要密钥。

状态码四百零一表示密钥不对或者没有给。四百零四表示路径或者模型不存在。四百二十九表示你太快了，应该等一等。五百以上表示问题在对方那里。响应的正文通常说得更清楚，Fader 会把它显示出来。

JSON 模式让模型只写一个 JSON 对象，别的什么也不写，这是给读回答的程序准备的。要在提示词里说明想要哪些成员，还要留够 token，因为中间断掉的对象没法读。这个练习模型总会及时把括号关上。

思考模型先写下思考的过程，再给出回答。有的服务把思考单独放在 reasoning_content 里，有的夹在正文的标签之间，有的自己留着。它要花 token，也要花时间。Fader 把它折叠成一行，单独计数，想看就打开。

第一个 token 的等待时间，就是人感觉到的停顿。它包括去服务器的路、在那里排的队，还有读提示词的时间。后面就按每秒多少 token 来算速度。每秒六十个，比谁读得都快；每秒十个，像一个慢慢说话的声音，也很舒服。

上下文窗口是模型一次能装下的文字，提示词和回答加在一起。对话太长了，服务会拒绝，或者丢掉最早的几轮。最好自己动手裁剪：留下系统提示词，留下要紧的，别的不要。提示词短，也就又快又便宜。
=== world.en
Spring begins in secret. Under the snow the water is already running, and the first birds sing before anybody asks them. Then one morning the trees are green at the edges, the windows stand open, and people walk more slowly than they need to.

In summer the day has no end. The grass is warm until late, the children forget the time, and the evening smells of water and dust. A thunderstorm comes up behind the hills, everybody runs, and afterwards the air is as clear as a bell.

Autumn is the season of lists. The apples are counted, the wood is stacked, the letters that nobody answered in summer are answered at last. The light comes in low and yellow, and in the mornings there is a little smoke over the fields.

Winter makes the world simple. There is black and white, inside and outside, before the soup and after it. Whoever has a warm coat likes the cold, and whoever has a book likes the dark. Snow is the only guest that makes a house quieter.

The sea is never the same colour twice. In the morning it is grey like a coin, at noon it is green, and in the evening it takes whatever the sky has left over. It says one single word over and over again, and no one has ever been bored by it.

The weather today is what the window says. I have no window and no thermometer, I am a table of words. But if you put out your hand and it comes back wet, then take an umbrella, and if the cat sleeps in the sun, you may leave the coat at home.

A cat is a small animal that owns a house. It sleeps for two thirds of the day and judges for the rest. It likes boxes that are too small, doors that are half open, and people who do not like cats. When it brings you a mouse, say thank you; it means well.

A dog thinks that today is the best day. It thought so yesterday, and it has been right each time. It knows five words, and four of them are its own name in different voices. If you are sad, it puts its head on your knee and waits until it is over.

Bread needs flour, water, salt and time. Mix the first three and let the fourth do the work. After an hour the dough has grown, after another it has grown again; then shape it, bake it hot, and do not cut it while it is warm. Nobody has ever kept to the last rule.

To make tea, boil fresh water and warm the pot. Take a spoonful of leaves for each cup and one for luck. Green tea likes water that has rested for a few minutes, black tea likes it boiling. Three minutes are enough. Then sit down, for tea does not like to be drunk in a hurry.

To cook rice, wash it until the water runs clear. Add a little more water than rice, bring it to the boil, cover it, and turn the flame down. After fifteen minutes take the pot from the fire and leave the lid alone. The steam finishes what the flame began.

Sleep is a door that opens only when you do not push it. A dark room helps, and a cool one; a long walk helps, and a dull book. Leave the telephone in another room. If sleep does not come, get up, drink some water, and think of something that does not matter.

Music is time that somebody has put in order. A beat is a promise, and a melody is a way of keeping it. You can learn to play an instrument at any age, if you do a little every day and forgive your neighbours for closing the window.

A city is a long conversation. The streets ask and the houses answer, the trams interrupt, and in the parks there are pauses. To get to know it, take a line to its last stop and walk back. You will meet the shops that have no sign and the bakeries that need none.

To travel well, take half of the clothes and twice the time. Write down the name of your hotel in the language of the place. Learn five words, please and thank you among them. Eat where the people who work nearby eat, and leave one day for getting lost.

To learn a language, speak it badly every day. Read what children read, then read the newspaper, then read a poem and understand half of it. Write down ten words in the evening and look at them in the morning. Mistakes are the tickets; you pay with them and then you may go in.

Numbers are older than writing. Someone cut a notch into a bone for every moon that had passed, and later someone else counted the notches. Zero came last, because it is hard to notice what is not there. Today a machine adds a million numbers while you lift a finger.

The moon turns around the earth in about four weeks and always shows us the same side. It pulls at the sea, and so we have the tides. It has no light of its own; what we see is sunlight that took a detour. Twelve people have walked on it, and their footprints are still there.

A computer does small things quickly. It can add, compare and remember, and all the rest is patience. A program is a list of such small things in the right order. When it does what you said and not what you meant, you have found a bug, and the bug is nearly always in what you said.

History is what people wrote down, and some of what they did not. A bill for grain can tell more than a song about a king. Read two accounts of the same battle, and you will not know who won, but you will know who wrote better.

A good letter has one thing to say and says it in the second sentence. The first one is for the greeting, the last one for the weather. Read it aloud before you send it. If you stumble, the sentence is too long; if you blush, it is too honest, and then you should send it at once.

Love is hard to define and easy to notice. It remembers how you take your coffee. It is late and runs the last few steps. It does not count, and when it does, it counts the days until you come back.
=== world.zh
春天是悄悄开始的。雪还没有化完，水已经在下面流动，第一批鸟不等人问就唱了起来。然后有一天早上，树梢绿了，窗子打开了，人们走路比平时慢了一些。

夏天的白天没有尽头。草地到很晚还是暖的，孩子们忘了时间，傍晚有水和尘土的气味。一场雷雨从山后面上来，大家都跑起来，雨过之后，空气像铃声一样清亮。

秋天是清点的季节。苹果数好了，柴火堆好了，夏天没有回的信也终于回了。阳光低低地照进来，颜色发黄，早晨的田野上有一点烟。

冬天让世界变得简单：黑和白，里面和外面，喝汤以前和喝汤以后。有厚衣服的人喜欢冷，有书的人喜欢夜长。雪是唯一能让房子更安静的客人。

大海的颜色从来不重复。早上它像一枚硬币那样灰，中午是绿的，到了傍晚，天空剩下什么颜色它就要什么颜色。它反复说着同一个字，却没有人听腻过。

今天的天气，窗户最清楚。我没有窗户，也没有温度计，我只是一张词的表格。不过，如果你把手伸出去，缩回来是湿的，那就带上伞；如果猫在太阳底下睡觉，外套就可以留在家里。

猫是一种拥有房子的小动物。它每天睡掉三分之二的时间，剩下的时间用来评判别人。它喜欢太小的盒子、半开的门，还有不喜欢猫的人。如果它给你带来一只老鼠，请说谢谢，它是一片好意。

狗认为今天是最好的一天。它昨天也这么想，而且每次都是对的。它听得懂五个词，其中四个是用不同的声音叫它的名字。你难过的时候，它把头放在你的膝盖上，一直等到难过过去。

做面包要面粉、水、盐和时间。把前面三样和在一起，剩下的交给时间。过一个小时面团会变大，再过一个小时又变大一次；然后整形，用大火烤，趁热不要切。最后这一条，从来没有人做到过。

泡茶先烧水，再把壶烫热。每杯放一小勺茶叶，再多放一勺图个吉利。绿茶要用稍微放凉的水，红茶要用滚开的水，三分钟就够了。然后坐下来，茶不喜欢被人匆匆忙忙地喝掉。

煮饭以前，先把米淘到水清。水比米多一点，烧开以后盖上盖子，把火调小。十五分钟以后离火，不要打开盖子。火开了头的事情，让蒸汽来做完。

睡眠是一扇门，越推越打不开。屋子暗一点有用，凉一点也有用；散散步有用，读一本无聊的书也有用。把手机放到别的屋子里去。要是还睡不着，就起来喝口水，想一件无关紧要的事。

音乐就是排好了顺序的时间。节拍是一个约定，旋律是守约的一种方法。什么年纪学乐器都不晚，只要每天练一点点，并且原谅邻居关上窗户。

城市是一场很长的谈话。街道提问，房子回答，电车插嘴，公园是停顿的地方。想认识一座城市，就坐车坐到最后一站，再慢慢走回来。你会遇到没有招牌的小店，还有不需要招牌的面包房。

旅行的时候，衣服少带一半，时间多留一倍。用当地的文字写下旅馆的名字，学会五个词，其中要有请和谢谢。在附近干活的人吃饭的地方吃饭，再留出一天，专门用来迷路。

学一门语言，就要天天说得不好。先读孩子读的书，再读报纸，然后读一首诗，读懂一半就行。晚上写下十个词，早上再看一遍。错误就是门票，付了它才能进去。

数字比文字还要古老。有人每过一个月，就在骨头上刻一道，后来又有人来数这些刻痕。零是最后才来的，因为不在那里的东西很难被注意到。现在机器做一百万次加法，你的手指还没有抬起来。

月亮大约四个星期绕地球一圈，总是用同一面对着我们。它拉动海水，所以有了潮汐。它自己不发光，我们看到的是绕了路的阳光。有十二个人在上面走过，脚印现在还在那里。

电脑做的都是小事，只是做得很快。它会加法，会比较，会记住，其余的全靠耐心。程序就是把这些小事按正确的顺序排好。它照你说的做了，却不是你想的，那就是有了一个错误，而错误多半出在你说的话里。

历史是人们写下来的东西，还有一些没有写下来的。一张买粮食的账单，有时候比一首歌颂国王的诗说得更多。同一场战争读两种记载，你还是不知道谁赢了，但是会知道谁写得更好。

一封好信只说一件事，而且在第二句就说出来。第一句用来问候，最后一句留给天气。寄出以前念一遍：念不顺，是句子太长；念得脸红，是写得太老实，那就应该马上寄出去。

爱很难说清楚，却很容易看出来。它记得你喝咖啡放不放糖。它迟到了，最后几步是跑着来的。它从不计较，要是真的数起来，数的是你还有几天回来。

吃饭的时候，桌子上最好有三样东西：一样热的，一样绿的，还有一个可以说话的人。菜不用多，话也不用多。吃完了不要急着收碗，好听的话常常是在这个时候说出来的。

练字和练琴一样，慢就是快。先看清楚每一笔从哪里来，到哪里去，再把它写在心里，最后才落到纸上。写坏了不要紧，纸有两面。写得好的那一个字，留着明天再看。

种一棵树，最好的时候是十年以前，其次是今天。先挖一个比树根大一倍的坑，放进去，扶正，填土，浇水，再踩实。然后要做的事情只有一件，就是不要天天去拔出来看它长了没有。

下雨天适合做三件事：修一把旧椅子，写一封长信，或者什么也不做，听雨点打在铁皮上的声音。第三件事最难，因为手总想找点什么。可是雨停了以后，记得住的多半是第三件。

山不会走过来，所以人走过去。上山的时候看脚下，下山的时候也看脚下，到了山顶才看远处。带够水，带一件多余的衣服，把害怕留在山脚下，回来的时候再决定要不要捡起来。
"""#
