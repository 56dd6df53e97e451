import ChatCompletions
import Conversations

/// One exchange that is being recorded: its answer so far, and what of it is not saved yet.
///
/// A class, since as a value it would be moved out of the recorder's dictionary and back with every
/// chunk.
final class Recording {
    private(set) var answer = Answer()
    private var unsaved = Portion()
    private var savedLength = SavedLength()
    private(set) var readCount = 0
    /// How many bytes the block before had: about as many come again.
    private var lastBlockSize = 0
    /// Bytes of the body that wait for a commit.
    private(set) var waitingBytes = 0
    /// Whether something waits that is not to be put off: a change of state.
    private(set) var isUrgent = false
    private(set) var hasEnded = false
    /// Waits for its turn, or for the library, to be there.
    private(set) var isHeld: Bool
    /// Something that came was not kept: no more is, so that the record has no gap.
    private(set) var isCut = false

    /// - Parameter unsaved: the begin, when it could not be saved.
    init(unsaved beginning: Beginning? = nil, isHeld: Bool = false) {
        self.isHeld = isHeld
        unsaved.beginning = beginning
        isUrgent = beginning != nil
    }

    var isSaved: Bool { waitingBytes == 0 && !isUrgent }
    var isDue: Bool { !isHeld && !isSaved }

    func release() { isHeld = false }

    /// - Parameter hasRoom: whether memory may take more of what cannot be saved for now.
    func add(_ events: [ExchangeEvent], hasRoom: Bool = true) {
        if !hasRoom, events.contains(where: \.isRead) { isCut = true }
        for event in events where !hasEnded && !(isCut && event.isRead) { add(event) }
    }

    private func add(_ event: ExchangeEvent) {
        switch event {
        case .request(let request):
            unsaved.request = request
            isUrgent = true
        case .head(let head):
            unsaved.head = head
            isUrgent = true
        case .read(let read): add(read)
        case .ended(let end):
            unsaved.closing =
                isCut ? Closing(cut: end, answer: answer) : Closing(end, answer: answer)
            hasEnded = true
            isUrgent = true
        }
    }

    private func add(_ read: WireRead) {
        if !(unsaved.blocks.last?.hasRoom ?? false) {
            unsaved.blocks.append(WireBlock(first: readCount, expecting: lastBlockSize))
        }
        unsaved.blocks[unsaved.blocks.count - 1].add(read)
        readCount += 1
        // A read of no bytes is a read too.
        waitingBytes += max(1, read.bytes.count)
        for event in read.events {
            if let delta = event.delta { answer.add(delta) }
        }
    }

    /// Hands over what is not saved yet.
    func takeUnsaved() -> Portion {
        var portion = unsaved
        unsaved = Portion()
        lastBlockSize = portion.blocks.last?.bytes.count ?? lastBlockSize
        waitingBytes = 0
        isUrgent = false
        // The end brings the whole answer.
        if portion.closing == nil { portion.pieces += savedLength.growth(of: answer) }
        return portion
    }

    /// Takes back what could not be saved; it is tried again with what has come since.
    func putBack(_ portion: Portion) {
        unsaved = portion.followed(by: unsaved)
        isUrgent = true
        waitingBytes += portion.blocks.reduce(0) { $0 + $1.bytes.count }
    }
}

extension ExchangeEvent {
    fileprivate var isRead: Bool {
        if case .read = self { true } else { false }
    }
}
