/// Something in an answer that the API or a standard has otherwise, and that the reader took
/// nevertheless. What ends an answer is a `Failure` instead.
///
/// ```swift
/// reader.oddities.contains(.missingDone)
/// ```
public enum Oddity: Int, Sendable, Hashable, CaseIterable {
    // The body and its head.

    /// `content-type` says something else than the body is.
    case wrongContentType
    /// There is no `content-type`.
    case missingContentType
    /// The body is compressed, and no header says so.
    case undeclaredCoding
    /// A header says that the body is compressed, and it is not.
    case falseCoding
    /// `deflate` without zlib's frame around it.
    case rawDeflate
    /// An event stream though none was asked for.
    case unaskedStream
    /// One JSON document though a stream was asked for.
    case unaskedDocument
    /// The chunks of a stream without an event stream around them.
    case bareChunks
    /// U+FEFF at the very start.
    case byteOrderMark
    /// Blank lines before a JSON document.
    case blankStart
    /// An error with a status that says that all went well.
    case errorWithGoodStatus

    // Lines and events.

    /// A line end that is a CR and no LF.
    case loneCarriageReturn
    /// `data:{…}`
    case noSpaceAfterColon
    /// A line with a field that the standard does not know.
    case unknownField
    /// An event with a type that says neither `message` nor `error`.
    case eventType
    /// An event with empty data.
    case emptyData
    /// An event whose data is no JSON.
    case unreadable
    /// An event that is too long to be read.
    case oversized
    /// Bytes that are no UTF-8; each broken sequence is read as U+FFFD.
    case brokenUTF8
    /// The last event lacks the blank line that ends it.
    case unfinishedEvent

    // The end.

    /// A finish reason for every choice, and no `[DONE]`.
    case missingDone
    /// `[DONE]`, and a choice without a finish reason.
    case missingFinishReason
    /// Something comes after `[DONE]`.
    case afterDone

    // JSON.

    /// A comma before a closing bracket.
    case trailingComma
    /// `NaN` or `Infinity`, read as null.
    case pythonNumber
    /// U+FEFF before an event's JSON.
    case markInEvent
    /// Half of a surrogate pair at the end of a text, whose other half may come with the next.
    case halfCharacter

    // Chunks.

    /// A chunk without choices that says nothing of usage either.
    case noChoices
    /// A choice without an index; its place in the list stands in.
    case missingIndex
    /// An index, of a choice or a tool call, that can be none: negative, no whole number, too large.
    case impossibleIndex
    /// A choice with neither `delta` nor `message`.
    case missingDelta
    /// `message` in a chunk of a stream.
    case messageInStream
    /// The text is in `text`, as in the older completions.
    case olderText
    /// Content as parts.
    case contentParts
    /// The thinking under two names at once.
    case twiceReasoning
    /// `finish_reason` is an empty text.
    case emptyFinishReason
    /// A finish reason that the API does not know.
    case foreignFinishReason

    // Tool calls.

    /// A tool call without an index; its place in the list stands in.
    case callWithoutIndex
    /// Another id under an index that an earlier call has.
    case callIndexAgain
    /// Arguments that are JSON and not a text with JSON in it.
    case argumentsAsJSON
    /// `function_call`, the form from before tool calls.
    case functionCall

    // Usage.

    /// Usage more than once; the last one counts.
    case usageAgain
    /// Usage beside text that goes on.
    case earlyUsage
    /// Usage in a choice, or in a member of the provider's own.
    case usageElsewhere

    /// The case's own name: `missingDone`.
    public var name: String { "\(self)" }
}

/// Which oddities were met, without where: a word of bits, so that to look costs nothing.
struct OddityMask: OptionSet, Sendable, Hashable {
    var rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ oddity: Oddity) { rawValue = 1 << UInt64(oddity.rawValue) }

    @inline(__always)
    mutating func insert(_ oddity: Oddity) { rawValue |= 1 << UInt64(oddity.rawValue) }

    func contains(_ oddity: Oddity) -> Bool { rawValue >> UInt64(oddity.rawValue) & 1 == 1 }
}
