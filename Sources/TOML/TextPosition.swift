/// A place in a text file. Both count from 1; a column is a Unicode scalar, as editors count.
package struct TextPosition: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
