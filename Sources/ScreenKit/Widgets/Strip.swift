/// Items side by side in a row, of which the chosen one stays visible.
struct Strip {
    /// The items that are shown, with their columns.
    let places: [(index: Int, columns: Range<Int>)]

    /// Items with so many columns each, `gap` apart.
    init(widths: [Int], gap: Int, chosen: Int?, columns: Int) {
        var first = 0
        func end(of index: Int) -> Int {
            widths[first...index].reduce(0, +) + gap * (index - first)
        }
        if let chosen, widths.indices.contains(chosen) {
            while first < chosen, end(of: chosen) > columns { first += 1 }
        }
        var (places, column) = ([(index: Int, columns: Range<Int>)](), 0)
        for index in widths.indices.dropFirst(first) where column < columns {
            places.append((index, column..<min(columns, column + widths[index])))
            column += widths[index] + gap
        }
        self.places = places
    }

    func index(atColumn column: Int) -> Int? {
        places.first { $0.columns.contains(column) }?.index
    }
}

/// One of a few words: `‹text›  json_object  schema`.
package struct Chooser: Hashable, Sendable {
    package var options: [String]
    /// `nil`: not set.
    package var chosen: Int?

    package init(options: [String], chosen: Int?) {
        self.options = options
        self.chosen = chosen
    }

    /// The option so many places on, around the ends.
    package func index(movedBy distance: Int) -> Int? {
        guard !options.isEmpty else { return nil }
        guard let chosen else { return distance < 0 ? options.count - 1 : 0 }
        let index = (chosen + distance) % options.count
        return index < 0 ? index + options.count : index
    }

    /// Draws in the first row of the canvas.
    package func draw(on canvas: inout Canvas) {
        let marks = canvas.symbols.chosen
        for (index, columns) in strip(canvas.size.columns, canvas.profile).places {
            let isChosen = index == chosen
            let text = isChosen ? marks.open + options[index] + marks.close : options[index]
            let face: Face = isChosen ? .strong : .dim
            let place = Point(row: 0, column: columns.lowerBound)
            canvas.write(text, at: place, face: face, limit: columns.count, ellipsis: true)
        }
    }

    /// The option at a column of a chooser drawn in so many.
    package func index(
        atColumn column: Int,
        in columns: Int,
        _ profile: WidthProfile = .conservative
    ) -> Int? {
        strip(columns, profile).index(atColumn: column)
    }

    /// The chosen one, between its marks.
    package func chosenLabel(in columns: Int, _ profile: WidthProfile) -> Slider.Label? {
        let place = strip(columns, profile).places.first { $0.index == chosen }
        return place.map {
            Slider.Label(column: $0.columns.lowerBound + 1, text: options[$0.index])
        }
    }

    private func strip(_ columns: Int, _ profile: WidthProfile) -> Strip {
        let widths = options.enumerated().map { index, option in
            Width.of(option, profile) + (index == chosen ? 2 : 0)
        }
        return Strip(widths: widths, gap: 2, chosen: chosen, columns: columns)
    }
}

/// Titles of which one is in front: ` Events  Request  Response `.
package struct TabBar: Hashable, Sendable {
    package var titles: [String]
    package var selected: Int

    package init(titles: [String], selected: Int) {
        self.titles = titles
        self.selected = selected
    }

    /// Draws in the first row of the canvas.
    package func draw(on canvas: inout Canvas) {
        for (index, columns) in strip(canvas.size.columns, canvas.profile).places {
            let face: Face = index == selected ? .tabSelected : .tab
            let place = Point(row: 0, column: columns.lowerBound)
            let text = " " + titles[index] + " "
            canvas.write(text, at: place, face: face, limit: columns.count, ellipsis: true)
        }
    }

    /// The tab at a column of a bar drawn in so many.
    package func index(
        atColumn column: Int,
        in columns: Int,
        _ profile: WidthProfile = .conservative
    ) -> Int? {
        strip(columns, profile).index(atColumn: column)
    }

    private func strip(_ columns: Int, _ profile: WidthProfile) -> Strip {
        let widths = titles.map { Width.of($0, profile) + 2 }
        return Strip(widths: widths, gap: 0, chosen: selected, columns: columns)
    }
}
