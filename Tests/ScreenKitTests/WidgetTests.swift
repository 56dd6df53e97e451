import ScreenKit
import Testing

struct SliderTests {
    private let slider = Slider(value: 0.7, bounds: 0...2, step: 0.01)

    @Test func aSliderShowsItsValueAsAKnobAndANumber() {
        let grid = drawn(columns: 31) { slider.draw(on: &$0) }
        #expect(grid.lines == ["━━━━━━━━●──────────────    0.70"])
        #expect(grid.text(row: 0, in: .sliderKnob) == ["●"])
        #expect(grid.text(row: 0, in: .sliderFill).first?.count == 8)
    }

    @Test func aSliderWithoutAValueSaysSo() {
        let unset = Slider(
            value: nil, bounds: 0...2, step: 0.1, placeholder: "not sent · default 1")
        #expect(drawn(columns: 31) { unset.draw(on: &$0) }.lines == ["not sent · default 1"])
        #expect(unset.stepped(by: 1, from: 1) == 1.1)
        #expect(unset.stepped(by: 1) == 0.1)
    }

    @Test func everyColumnMeansAValueWhoseKnobStandsThere() {
        for columns in [12, 20, 31, 80] {
            for column in 0..<slider.trackWidth(in: columns) {
                var moved = slider
                moved.value = slider.value(atColumn: column, in: columns)
                #expect(moved.knobColumn(in: columns) == column)
            }
        }
    }

    @Test func beyondTheTrackIsTheNearestBound() {
        #expect(slider.value(atColumn: -5, in: 31) == 0)
        #expect(slider.value(atColumn: 30, in: 31) == 2)
    }

    @Test func valuesSnapToStepsWithoutBinaryDust() {
        #expect(slider.snapped(0.704) == 0.7)
        #expect(slider.stepped(by: 1) == 0.71)
        #expect(slider.stepped(by: -100) == 0)
        #expect(slider.stepped(by: 1000) == 2)
        let centred = Slider(value: 0, bounds: -2...2, step: 0.1)
        #expect(centred.snapped(-0.33) == -0.3)
        #expect(drawn(columns: 18) { centred.draw(on: &$0) }.lines == ["━━━━━●────     0.0"])
        var whole = Slider(value: 256, bounds: 1...8192, step: 1)
        #expect(whole.number == "256")
        whole.value = -3
        #expect(whole.number == "-3")
    }

    @Test func aValueOutsideTheBoundsIsShownAndMarked() {
        let typed = Slider(value: 3.125, bounds: 0...2, step: 0.1)
        let grid = drawn(columns: 20) { typed.draw(on: &$0) }
        #expect(grid.lines == ["━━━━━━━━━━━●  3.125!"])
        #expect(grid.text(row: 0, in: .warning) == ["3.125!"])
    }

    @Test func aValueIsShownAsItIsSpelledWithItsKnobWhereItBelongs() {
        let small = Slider(value: 0.001, spelling: "1e-3", bounds: 0...2, step: 0.1)
        #expect(drawn(columns: 18) { small.draw(on: &$0) }.lines == ["●─────────    1e-3"])
        let spelling = "18446744073709551615"
        let large = Slider(
            value: 1.8446744073709552e19, spelling: spelling, bounds: 1...8_192, step: 1)
        for columns in [40, 26] {
            #expect(large.knobColumn(in: columns) == large.trackWidth(in: columns) - 1)
            #expect(large.trackWidth(in: columns) > 2)
        }
        let grid = drawn(columns: 40) { large.draw(on: &$0) }
        #expect(grid.lines == ["━━━━━━━━━━━━━━━━━● 18446744073709551615!"])
    }

    @Test func aSliderIsASCIIWhereLinesMayBeWide() {
        var profile = WidthProfile.conservative
        profile.ambiguousWide = true
        #expect(
            drawn(columns: 18, profile) { slider.draw(on: &$0) }.lines == ["===O------    0.70"])
    }

    @Test func anyRoomWillDo() {
        for columns in 0..<12 {
            let grid = drawn(columns: columns) { slider.draw(on: &$0) }
            #expect(grid.lines[0].count <= columns)
        }
        for step in [Double.nan, -1, .infinity] {
            #expect(Slider(value: 1, bounds: 0...2, step: step).number == "1")
        }
        let broken = Slider(value: .nan, bounds: 0...0, step: 0)
        #expect(broken.knobColumn(in: 20) == 0)
        #expect(broken.snapped(.infinity) == 0)
    }
}

struct StripTests {
    @Test func theChosenOptionIsMarkedAndClickable() {
        let chooser = Chooser(options: ["text", "json_object", "模式"], chosen: 0)
        let grid = drawn(columns: 30) { chooser.draw(on: &$0) }
        #expect(grid.lines == ["‹text›  json_object  模式"])
        #expect(
            [0, 5, 6, 8, 18, 19, 21, 25].map { chooser.index(atColumn: $0, in: 30) } == [
                0, 0, nil, 1, 1, nil, 2, nil,
            ])
    }

    @Test func optionsFollowEachOtherAroundTheEnds() {
        let chooser = Chooser(options: ["a", "b", "c"], chosen: 2)
        #expect(chooser.index(movedBy: 1) == 0)
        #expect(chooser.index(movedBy: -3) == 2)
        #expect(Chooser(options: ["a", "b"], chosen: nil).index(movedBy: -1) == 1)
        #expect(Chooser(options: [], chosen: nil).index(movedBy: 1) == nil)
    }

    @Test func theChosenOptionStaysInView() {
        let chooser = Chooser(options: ["first", "second", "third"], chosen: 2)
        #expect(drawn(columns: 14) { chooser.draw(on: &$0) }.lines == ["‹third›"])
        #expect(chooser.index(atColumn: 0, in: 14) == 2)
    }

    @Test func tabsAreDrawnAndHit() {
        let tabs = TabBar(titles: ["Events", "请求"], selected: 1)
        let grid = drawn(columns: 20) { tabs.draw(on: &$0) }
        #expect(grid.lines == [" Events  请求"])
        #expect(grid.text(row: 0, in: .tabSelected) == [" 请求 "])
        #expect([0, 7, 8, 13, 14].map { tabs.index(atColumn: $0, in: 20) } == [0, 0, 1, 1, nil])
    }
}

struct TextFieldTests {
    @Test func aFieldScrollsSidewaysWithItsCursor() {
        var field = TextField("hello 世界")
        var cursor = Point(row: 0, column: 0)
        #expect(drawn(columns: 7) { cursor = field.draw(on: &$0) }.lines == ["o 世界"])
        #expect(cursor.column == 6)
        #expect(field.offset(atColumn: 3, in: 7) == 6)
        field.buffer.move(.textStart)
        #expect(drawn(columns: 7) { cursor = field.draw(on: &$0) }.lines == ["hello"])
        #expect(cursor.column == 0)
    }

    @Test func anEmptyFieldShowsItsPlaceholder() {
        let field = TextField(placeholder: "model")
        #expect(drawn(columns: 9) { field.draw(on: &$0) }.lines == ["model"])
    }
}

struct ScrollTests {
    @Test func aViewFollowsTheEndUntilItsReaderScrollsAway() {
        var scroll = ScrollState(followsEnd: true)
        #expect(scroll.visible(count: 100, height: 10) == 90..<100)
        #expect(scroll.visible(count: 101, height: 10) == 91..<101)
        scroll.scroll(by: -3, count: 101, height: 10)
        #expect(scroll.visible(count: 120, height: 10) == 88..<98)
        scroll.scroll(by: 99, count: 120, height: 10)
        #expect(scroll.visible(count: 130, height: 10) == 120..<130)
        scroll.scrollToStart()
        scroll.scroll(by: 9, count: 130, height: 10)
        #expect(scroll.visible(count: 130, height: 10) == 9..<19)
    }

    @Test func aShortContentIsAllInView() {
        var scroll = ScrollState(followsEnd: true)
        #expect(scroll.visible(count: 3, height: 10) == 0..<3)
        scroll.scroll(by: -5, count: 3, height: 10)
        #expect(scroll.visible(count: 0, height: 0) == 0..<0)
    }

    @Test func aViewOfLessThanNothingShowsNoRow() {
        var scroll = ScrollState()
        scroll.scroll(by: 1, count: 3, height: -1)
        #expect(scroll.visible(count: 3, height: -1).isEmpty)
        #expect(scroll.visible(count: 3, height: 10) == 0..<3)
    }
}

struct SparklineTests {
    @Test func theLastValuesStandAsBars() {
        let line = Sparkline(values: [9, 0, 1, 4, 8, .nan])
        #expect(drawn(columns: 5) { line.draw(on: &$0) }.lines == ["▁▂▅█▁"])
        #expect(line.index(atColumn: 0, in: 5) == 1)
        #expect(line.index(atColumn: 5, in: 5) == nil)
        #expect(Sparkline(values: [1]).index(atColumn: 1, in: 5) == nil)
        #expect(drawn(columns: 5) { Sparkline(values: []).draw(on: &$0) }.lines == [""])
        #expect(
            drawn(columns: 5) { Sparkline(values: [5, 20], top: 10).draw(on: &$0) }.lines == ["▅█"])
    }
}
