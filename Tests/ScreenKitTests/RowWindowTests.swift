import ScreenKit
import Testing

struct RowWindowTests {
    private struct Row: Identifiable, Sendable, Equatable {
        var id: Int
    }

    /// Has the rows 0, 1, 2 …, and counts what it hands out.
    private struct Shelf {
        var ids: [Int]
        var tellsCount = true
        var asked: [Range<Int>] = []
        var handedOut = 0

        init(_ count: Int) { ids = Array(0..<count) }

        mutating func serve(_ list: inout RowWindow<Row>) {
            guard let request = list.takeRequest() else { return }
            var range = request.range
            if let id = request.around, let place = ids.firstIndex(of: id) {
                let start = max(0, place - range.count / 2)
                range = start..<start + range.count
            }
            range = range.clamped(to: 0..<ids.count)
            asked.append(range)
            handedOut += range.count
            list.take(
                ids[range].map { Row(id: $0) }, from: range.lowerBound,
                of: tellsCount ? ids.count : nil, for: request)
        }
    }

    @Test func aMillionRowsScrollLikeTen() {
        var (shelf, list) = (Shelf(1_000_000), RowWindow<Row>(margin: 100))
        for first in 0..<5_000 {
            list.show(first..<first + 30)
            shelf.serve(&list)
            #expect((first..<first + 30).allSatisfy { list[$0]?.id == $0 })
            #expect(list.loaded.count <= 230)
        }
        #expect(list.count == 1_000_000)
        // Every hundred rows one answer, and none is asked for what is there.
        #expect(shelf.asked.count < 60)
        #expect(shelf.handedOut < 12_000)
    }

    @Test func aJumpAsksForWhereItLeads() {
        var (shelf, list) = (Shelf(1_000_000), RowWindow<Row>(margin: 10))
        list.show(0..<20)
        shelf.serve(&list)
        list.show(999_980..<1_000_000)
        #expect(list[999_990] == nil)
        shelf.serve(&list)
        #expect(shelf.asked == [0..<30, 999_970..<1_000_000])
        #expect(list[999_999]?.id == 999_999)
        #expect(list[5] == nil)
    }

    @Test func nothingIsAskedForTwice() {
        var list = RowWindow<Row>(margin: 10)
        list.show(0..<20)
        let request = list.takeRequest()
        #expect(request?.range == 0..<30)
        #expect(list.takeRequest() == nil)
        list.show(3..<23)
        #expect(list.takeRequest() == nil)
        list.retry()
        #expect(list.takeRequest() != nil)
    }

    /// Who brings less than was asked for is not asked for ever.
    @Test func aShortAnswerIsTheEndWhereTheCountIsNotKnown() {
        var (shelf, list) = (Shelf(25), RowWindow<Row>(margin: 10))
        shelf.tellsCount = false
        list.show(0..<10)
        shelf.serve(&list)
        #expect(list.count == nil)
        #expect(list.knownCount == 20)
        list.show(15..<25)
        shelf.serve(&list)
        #expect(list.count == 25)
        list.show(20..<30)
        shelf.serve(&list)
        #expect(shelf.asked == [0..<20, 5..<25])
    }

    @Test func anAnswerToAnotherQueryChangesNothing() throws {
        var list = RowWindow<Row>(margin: 10)
        list.show(0..<5)
        let first = list.takeRequest()
        let early = try #require(first)
        list.renew()
        let taken = list.take([Row(id: 7)], from: 0, of: 1, for: early)
        #expect(!taken)
        #expect(list[0] == nil)
        #expect(list.count == nil)
        let second = list.takeRequest()
        let request = try #require(second)
        #expect(request.generation == early.generation + 1)
        list.take([Row(id: 8)], from: 0, of: 1, for: request)
        #expect(list[0]?.id == 8)
    }

    @Test func placesAreSelectedBeforeTheirRowsAreThere() {
        var (shelf, list) = (Shelf(1_000), RowWindow<Row>(margin: 10))
        list.show(0..<20)
        shelf.serve(&list)
        #expect(list.selection?.id == 0)
        list.select(by: 500)
        #expect(list.selectedPlace == 500)
        #expect(list.selection == nil)
        list.show(490..<510)
        shelf.serve(&list)
        #expect(list.selection?.id == 500)
        list.select(by: .max / 2)
        #expect(list.selectedPlace == 999)
        list.select(by: -.max / 2)
        #expect(list.selectedPlace == 0)
    }

    @Test func aSelectedRowStaysSelectedWhereItMoves() {
        var (shelf, list) = (Shelf(1_000), RowWindow<Row>(margin: 10))
        list.show(400..<420)
        shelf.serve(&list)
        list.select(410)
        shelf.ids.insert(contentsOf: 5_000..<5_300, at: 0)
        list.renew(keepsSelection: true)
        #expect(list.selection == nil)
        list.show(0..<20)
        shelf.serve(&list)
        #expect(list.selectedPlace == 710)
        #expect(list.selection?.id == 410)
        list.renew()
        #expect(list.selectedPlace == 0)
    }

    @Test func aRowIsSelectedByItsID() {
        var (shelf, list) = (Shelf(1_000), RowWindow<Row>(margin: 10))
        list.show(0..<20)
        shelf.serve(&list)
        list.select(id: 12)
        #expect(list.selectedPlace == 12)
        list.select(id: 700)
        shelf.serve(&list)
        #expect(list.selectedPlace == 700)
        // What is gone leaves its place.
        list.select(id: 12_345)
        shelf.serve(&list)
        #expect(list.selectedPlace == 700)
        #expect(list.selection == nil)
        list.show(690..<710)
        shelf.serve(&list)
        #expect(list.selection?.id == 700)
    }

    @Test func aLogGrowsAtItsEnd() {
        var (shelf, list) = (Shelf(100), RowWindow<Row>(margin: 10))
        list.show(80..<100)
        shelf.serve(&list)
        for id in 100..<10_000 {
            list.append([Row(id: id)])
            list.show(id - 19..<id + 1)
            #expect(list.takeRequest() == nil)
            #expect(list[id]?.id == id)
            #expect(list.loaded.count <= 81)
        }
        #expect(list.count == 10_000)
        #expect(shelf.handedOut == 30)
        // Whoever looks elsewhere is not disturbed.
        shelf.ids = Array(0..<10_000)
        list.show(0..<20)
        shelf.serve(&list)
        list.append([Row(id: 10_000)])
        #expect(list.count == 10_001)
        #expect(list.loaded == 0..<30)
    }
}
