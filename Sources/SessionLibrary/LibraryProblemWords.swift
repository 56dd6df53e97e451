internal import ChatCompletions
public import Words

extension LibraryProblem: CustomStringConvertible {
    /// What went wrong and what to do about it, in one or two sentences.
    public var sentence: Phrase {
        let place =
            path.map { Phrase(english: "\($0): ", chinese: "\($0)：") } ?? .empty
        return place + words + (isCrowded ? .crowded : .empty)
    }

    /// The same as ``sentence``, in English.
    public var description: String { sentence.english }

    private var words: Phrase {
        switch kind {
        case .notALibrary:
            Phrase(
                english: """
                    this is no session library (\(detail)). It was left as it is; choose another file.
                    """,
                chinese: "这不是会话库（\(detail)）。文件没有改动；换一个文件。")
        case .damaged:
            Phrase(
                english: """
                    the session library is damaged (\(detail)). Nothing is written into it any \
                    more; `fader library recover NEW-FILE` saves what can be read.
                    """,
                chinese: """
                    会话库已损坏（\(detail)）。不再往里写；`fader library recover NEW-FILE` \
                    把还能读的存到新文件。
                    """)
        case .tooNew:
            Phrase(
                english: "\(detail). Use that version, or choose another file.",
                chinese: "\(detail)。用那个版本，或换一个文件。")
        case .outdated:
            Phrase(
                english: """
                    an older version made the session library, and it could not be brought up to \
                    date (\(detail)). It can be read; nothing is saved until that is mended and it \
                    is opened again.
                    """,
                chinese: """
                    会话库是旧版本建立的，没能更新到新格式（\(detail)）。可以读；解决后重新打开之前\
                    不会保存。
                    """)
        case .cancelled:
            Phrase(
                english: "the session library is not read any further.", chinese: "不再继续读会话库。")
        case .readOnly:
            Phrase(
                english: "the session library can only be read: \(detail).",
                chinese: "会话库只读：\(detail)。")
        case .full:
            Phrase(
                english: "the disk is full (\(detail)). Make room.",
                chinese: "磁盘已满（\(detail)）。腾出空间。")
        case .busy:
            Phrase(
                english: "another program is using the session library (\(detail)).",
                chinese: "别的程序正在用会话库（\(detail)）。")
        case .unreachable:
            Phrase(
                english: "the session library cannot be used (\(detail)).",
                chinese: "会话库不能用（\(detail)）。")
        case .incomplete:
            Phrase(
                english: "an answer is kept only in part (\(detail)).",
                chinese: "有个回答只保存了一部分（\(detail)）。")
        case .refused:
            Phrase(
                english: "the session library refused it (\(detail)).",
                chinese: "会话库没有接受这次写入（\(detail)）。"
            )
        case .unexpected:
            Phrase(english: "the session library failed (\(detail)).", chinese: "会话库出错（\(detail)）。")
        }
    }
}

/// What we find out ourselves; all else are SQLite's words, or the system's.
extension Phrase {
    fileprivate static let crowded = Phrase(
        english: " 32 MB wait; what comes now is not recorded.",
        chinese: "等待保存的内容已到 32 MB，之后收到的不再记录。")

    // MARK: Opening

    static let notOpenYet = Phrase(english: "it is not open yet", chinese: "还没有打开")
    static let muchWaited = Phrase(
        english: "more than 32 MB waited", chinese: "等待保存的内容超过 32 MB")
    static let openedToLook = Phrase(english: "it was opened for looking", chinese: "这次以只读方式打开")
    static let notWritable = Phrase(english: "its file may not be written", chinese: "文件不可写")
    static let anotherProgram = Phrase(
        english: "it is another program's database", chinese: "它是别的程序的数据库")

    static func newer(_ version: Int) -> Phrase {
        Phrase(
            english: "it was made by a newer version of Fader (\(version))",
            chinese: "它由较新的 Fader（\(version)）建立")
    }

    static func tooNew(_ version: Int, needs reader: Int) -> Phrase {
        Phrase(
            english: "the library was made by version \(version), needs at least \(reader)",
            chinese: "会话库由版本 \(version) 建立，至少要用版本 \(reader) 打开")
    }

    static let aDirectory = Phrase(english: "it is a directory", chinese: "它是目录")
    static let aFIFO = Phrase(english: "it is a FIFO", chinese: "它是 FIFO")
    static let aSocket = Phrase(english: "it is a socket", chinese: "它是套接字")
    static let aDevice = Phrase(english: "it is a device", chinese: "它是设备")

    // MARK: Damage

    static let wrongType = Phrase(english: "a value of the wrong type", chinese: "有个值的类型不对")
    static let boundaries = Phrase(
        english: "read boundaries do not fit their bytes", chinese: "读取的分界与字节数对不上")

    static func noTable(_ name: String) -> Phrase {
        Phrase(english: "there is no table \(name)", chinese: "没有表 \(name)")
    }

    static func noColumn(_ name: String) -> Phrase {
        Phrase(english: "there is no column \(name)", chinese: "没有列 \(name)")
    }

    static func noCount(_ number: Int) -> Phrase {
        Phrase(english: "\(number) is no count", chinese: "\(number) 不能当作数量")
    }

    static func unknownState(_ word: String) -> Phrase {
        Phrase(english: "unknown state \(word)", chinese: "未知状态 \(word)")
    }

    static func storedJSON(_ problem: JSONProblem) -> Phrase {
        Phrase(english: "stored JSON: \(problem.words)", chinese: "存下的 JSON：\(problem.words)")
    }
}
