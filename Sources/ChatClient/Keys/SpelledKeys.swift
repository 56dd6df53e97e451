internal import ChatCompletions

/// Takes keys out of an event stream that a model writes token by token: no single event holds such
/// a key, and no search of the bytes finds it.
///
/// It stands between the reader of the answer and everybody else. What may be the beginning of a key
/// is held back, bytes and events, until it is known. Where it was one, the events that spell it are
/// written anew, and the reader reads them again from a moment before them. So what is given out is
/// what its bytes say to anybody who reads them, with the key or without it.
struct SpelledKeys: Sendable {
    private let redactor: Redactor
    private var held = HeldReads()
    /// Ends of texts that may be beginnings of keys.
    private var beginnings: [TextPlace: KeyBeginning] = [:]
    /// What is cut out of the texts of events, by their numbers.
    private var cuts: [Int: [TextPlace: [TextCut]]] = [:]

    /// More is not held back for the sake of a key that never comes: an event that is longer is none.
    private static let mostBytes = 9 << 20

    init(_ redactor: Redactor) { self.redactor = redactor }

    /// The reader is about to read on.
    mutating func note(_ reader: AnswerReader?) { held.note(reader) }

    /// Takes what was read, and gives what may be given out.
    mutating func take(_ read: WireRead, by reader: inout AnswerReader?) -> [WireRead] {
        guard let rest = reader?.restStart else { return held.release() + [held.skip(read)] }
        for event in read.events { look(at: event) }
        if beginnings.isEmpty, cuts.isEmpty, held.isDone(with: read, upTo: rest) {
            return [held.skip(read)]
        }
        held.add(read)
        if held.count > Self.mostBytes { closeAll() }
        if !cuts.isEmpty {
            guard beginnings.isEmpty, reader?.hasMore == false else { return [] }
            writeAnew(&reader)
        }
        let first = firstBeginning ?? .max
        let quote = held.firstQuote(from: reader?.restStart ?? rest)
        let given = held.release(
            upTo: min(first, quote), events: min(first, reader?.restStart ?? rest))
        return held.count > Self.mostBytes ? given + held.release() : given
    }

    /// Nothing more will come: ends the reading, and gives what was held back.
    ///
    /// - Parameter end: ends a reader; it may have to end one that read all again.
    mutating func finish(
        _ reader: inout AnswerReader?,
        _ end: @escaping (inout AnswerReader?) -> AnswerReader.Ending?
    ) -> (reads: [WireRead], AnswerReader.Ending?) {
        var ending = end(&reader)
        guard reader?.readsEvents == true, !held.isEmpty else { return (held.release(), ending) }
        for event in ending?.events ?? [] { look(at: event) }
        closeAll()
        held.addToLast(ending?.events ?? [])
        if !cuts.isEmpty {
            writeAnew(&reader) { reader in
                ending = end(&reader)
                return ending?.events ?? []
            }
        }
        ending?.events = []
        return (held.release(), ending)
    }

    /// Where in the body the first event is that may begin a key.
    private var firstBeginning: Int? {
        beginnings.values.lazy.compactMap(\.pieces.first?.start).min()
    }

    // MARK: Looking

    private mutating func look(at event: StreamEvent) {
        if event.kind == .done { closeAll() }
        guard let span = event.span else { return }
        for choice in event.delta?.choices ?? [] {
            let texts = choice.texts
            for (part, text) in texts {
                look(at: text, TextPlace(choice: choice.index, part: part), event.number, span)
            }
            // A text that another one follows goes on no more.
            let isOver = choice.finishReason != nil
            if beginnings.isEmpty || !isOver && texts.isEmpty { continue }
            for place in Array(beginnings.keys) where place.choice == choice.index {
                if isOver || !texts.contains(where: { $0.part == place.part }) { close(place) }
            }
        }
    }

    private mutating func look(
        at text: String, _ place: TextPlace, _ number: Int, _ span: Range<Int>
    ) {
        var whole = beginnings.removeValue(forKey: place) ?? KeyBeginning()
        whole.add(text, of: number, at: span.lowerBound)
        let keys = redactor.places(in: whole.bytes, isEnd: false)
        cut(keys.whole, out: whole, place)
        if let begun = keys.begun { beginnings[place] = whole.dropping(begun) }
    }

    /// What begins there is all that comes: a key may still be in it that another one begins with.
    private mutating func close(_ place: TextPlace) {
        guard let whole = beginnings.removeValue(forKey: place) else { return }
        cut(redactor.places(in: whole.bytes, isEnd: true).whole, out: whole, place)
    }

    private mutating func closeAll() {
        for place in Array(beginnings.keys) { close(place) }
    }

    private mutating func cut(_ keys: [Range<Int>], out whole: KeyBeginning, _ place: TextPlace) {
        for key in keys {
            for (number, cut) in whole.cuts(for: key) {
                cuts[number, default: [:]][place, default: []].append(cut)
            }
        }
    }

    // MARK: Writing anew

    /// - Parameter end: gives the events of the end, when that has come.
    private mutating func writeAnew(
        _ reader: inout AnswerReader?, end: ((inout AnswerReader?) -> [StreamEvent])? = nil
    ) {
        let exact = cuts
        rewrite(&reader, end) { EventText.written($0, $1, without: exact[$0.number] ?? [:]) }
        // Should the events spell a key even so, they say nothing at all.
        if !cuts.isEmpty { rewrite(&reader, end) { EventText.silent($0, $1) } }
        cuts = [:]
    }

    private mutating func rewrite(
        _ reader: inout AnswerReader?, _ end: ((inout AnswerReader?) -> [StreamEvent])?,
        _ text: (StreamEvent, [UInt8]) -> [UInt8]
    ) {
        held.rewrite(Set(cuts.keys), text)
        reader = held.readAgain(end)
        (beginnings, cuts) = ([:], [:])
        for event in held.events { look(at: event) }
        if end != nil { closeAll() }
    }
}

extension ChoiceDelta {
    /// Its texts that are not empty.
    var texts: [(part: TextPlace.Part, text: String)] {
        var all: [(part: TextPlace.Part, text: String)] = []
        if !reasoning.isEmpty { all.append((.reasoning, reasoning)) }
        if !content.isEmpty { all.append((.content, content)) }
        if !refusal.isEmpty { all.append((.refusal, refusal)) }
        for call in toolCalls where !call.arguments.isEmpty {
            all.append((.arguments(call: call.index), call.arguments))
        }
        return all
    }
}
