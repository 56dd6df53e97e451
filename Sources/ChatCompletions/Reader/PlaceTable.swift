/// Which place in the answer belongs to an index as it was sent: its own, unless it can be none. One
/// that can be none takes the place in its list, or the next that is free, and keeps it; so whatever
/// numbers a server sends, what it sent under two of them is never put together.
struct PlaceTable: Sendable {
    /// An index as it stands in a chunk.
    enum Sent {
        case number(Int)
        /// One that can be none, as it is spelled.
        case odd(String)
    }

    private var odd: [String: Int] = [:]
    /// Of indexes whose own place an odd one has.
    private var moved: [Int: Int] = [:]
    /// All places of odd and moved ones.
    private var given: Set<Int> = []
    /// Indexes that have their own place.
    private var own: Set<Int> = []
    private var last: Int?
    private var next = 0

    /// - Parameters:
    ///   - sent: `nil` where none was sent: the place in the list is meant.
    ///   - position: the place in the list.
    mutating func place(of sent: Sent?, at position: Int) -> Int {
        switch sent {
        case .number(let number): place(ofNumber: number)
        case .odd(let text): place(ofOdd: text, at: position)
        case nil: place(ofNumber: position)
        }
    }

    private mutating func place(ofNumber number: Int) -> Int {
        if number == last { return number }
        if let place = moved[number] { return place }
        if given.contains(number) {
            let place = give(number)
            moved[number] = place
            return place
        }
        if own.count < Answer.most { own.insert(number) }
        last = number
        return number
    }

    private mutating func place(ofOdd text: String, at position: Int) -> Int {
        if let place = odd[text] { return place }
        let place = give(position)
        if odd.count < Answer.most { odd[text] = place }
        return place
    }

    /// Nobody else gets it. Where there are more than an answer may have, they share the last one.
    private mutating func give(_ wanted: Int) -> Int {
        guard given.count < Answer.most else { return Plausible.lastPlace }
        var place = wanted
        if !isFree(wanted) {
            while !isFree(next) { next += 1 }
            place = next
        }
        given.insert(place)
        return place
    }

    private func isFree(_ place: Int) -> Bool { !own.contains(place) && !given.contains(place) }
}
